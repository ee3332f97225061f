import type { Kysely, Transaction } from 'kysely'
import type { Tables } from '../store/tables'
import { commitmentOf } from './chain'
import type { Scope } from './wish'

/** What everybody may know of an epoch: the seed only after its last draw. Epoch ms. */
export interface SeedEpoch {
  readonly epoch: number
  readonly commitment: string
  readonly openedAt: number
  readonly closedAt: number | null
  readonly seed: string | null
}

interface Means {
  readonly now: number
  readonly bytes: (n: number) => Uint8Array
}

/** Opens an epoch where none is open, so that its commitment is stored before anything is drawn from it. */
export async function openSeed(trx: Transaction<Tables>, scope: Scope, { now, bytes }: Means): Promise<void> {
  const epochs = await rowsOf(trx, scope)
  const last = epochs.at(-1)
  if (last?.time_closed === null) return
  const seed = Buffer.from(bytes(32)).toString('hex')
  const row = { ...scope, epoch: (last?.epoch ?? 0) + 1, seed, commitment: commitmentOf(seed), time_opened: now, time_closed: null }
  await trx.insertInto('seeds').values(row).execute()
}

/** Closes the open epoch, which reveals its seed, and opens the next. */
export async function turnSeed(trx: Transaction<Tables>, scope: Scope, means: Means): Promise<void> {
  await trx.updateTable('seeds').set({ time_closed: means.now }).where('activity', '=', scope.activity).where('realm', '=', scope.realm).where('time_closed', 'is', null).execute()
  await openSeed(trx, scope, means)
}

export async function seedEpochs(db: Kysely<Tables>, scope: Scope): Promise<SeedEpoch[]> {
  const rows = await rowsOf(db, scope)
  return rows.map(({ epoch, commitment, time_opened, time_closed, seed }) => ({
    epoch, commitment, openedAt: time_opened, closedAt: time_closed, seed: time_closed === null ? null : seed,
  }))
}

function rowsOf(db: Kysely<Tables>, { activity, realm }: Scope) {
  return db.selectFrom('seeds').selectAll().where('activity', '=', activity).where('realm', '=', realm).orderBy('epoch').execute()
}
