import type { Kysely, Transaction } from 'kysely'
import type { Session } from '../store/session'
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

/** Closes the open epoch, which reveals its seed, and opens the next. False when it was opened at `openedBefore` or later: then it stays. */
export async function turnSeed(trx: Transaction<Tables>, { activity, realm }: Scope, means: Means, openedBefore = Infinity): Promise<boolean> {
  const open = (await rowsOf(trx, { activity, realm })).find(({ time_closed }) => time_closed === null)
  if (!open || open.time_opened >= openedBefore) return false
  await trx
    .updateTable('seeds')
    .set({ time_closed: means.now })
    .where('activity', '=', activity)
    .where('realm', '=', realm)
    .where('epoch', '=', open.epoch)
    .execute()
  await openSeed(trx, { activity, realm }, means)
  return true
}

/** Live activities whose open epoch began before they ended: `endOf` tells the end by the hash of the rules in force. */
export async function endedEpochs(
  session: Session,
  now: number,
  endOf: (activity: string, rulesHash: string) => Promise<number>,
): Promise<{ activity: string; endedAt: number }[]> {
  const rows = await session.all<{ activity: string; rules_hash: string; time_opened: number }>(
    "select f.activity, f.rules_hash, s.time_opened from in_force f join seeds s on s.activity = f.activity where s.realm = 'live' and s.time_closed is null",
  )
  const ended: { activity: string; endedAt: number }[] = []
  for (const { activity, rules_hash, time_opened } of rows) {
    const endedAt = await endOf(activity, rules_hash)
    if (endedAt <= now && time_opened < endedAt) ended.push({ activity, endedAt })
  }
  return ended
}

export async function seedEpochs(db: Kysely<Tables>, scope: Scope): Promise<SeedEpoch[]> {
  const rows = await rowsOf(db, scope)
  return rows.map(({ epoch, commitment, time_opened, time_closed, seed }) => ({
    epoch,
    commitment,
    openedAt: time_opened,
    closedAt: time_closed,
    seed: time_closed === null ? null : seed,
  }))
}

function rowsOf(db: Kysely<Tables>, { activity, realm }: Scope) {
  return db.selectFrom('seeds').selectAll().where('activity', '=', activity).where('realm', '=', realm).orderBy('epoch').execute()
}
