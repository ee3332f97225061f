import type { Transaction } from 'kysely'
import type { Stage } from '../../schemas/phases'
import { refuse, type PlayKind, type Realm } from '../../schemas/play'
import type { RulesDocument } from '../../schemas/rules'
import { isOutage } from '../store/isOutage'
import type { Session } from '../store/session'
import type { Store } from '../store/store'
import type { Tables } from '../store/tables'
import type { Clock, Dice, Log } from '../world'
import type { Door } from './admit'
import { ownedAwards, type AwardFilter, type OwnedAward } from './awards'
import { runBatch } from './batch'
import { addCodes, codePools, type CodePool } from './codes'
import { loadHead } from './head'
import { createInputCheck, isStorable } from './inputs'
import { journalRow, tableRows, type JournalRow } from './journal'
import { createLane, type Lane } from './lane'
import { moveAward, type Move, type Moved } from './moves'
import { rebuild } from './rebuild'
import { createRulebook } from './rulebook'
import { endedEpochs, openSeed, seedEpochs, turnSeed, type SeedEpoch } from './seeds'
import { createVault, type Vault } from './vault'
import { activityStage, minePlays, publicPlays, type Mine, type PublicPlay, type Viewed } from './views'
import { verify, type Verified } from './verify'
import type { Answer, Scope, Wish } from './wish'

export type { Answer, Draft, Wish } from './wish'
export type { JournalRow } from './journal'
export type { AwardFilter, OwnedAward } from './awards'
export type { CodePool } from './codes'
export type { SeedEpoch } from './seeds'

/** Carries out what visitors do and keeps what came of it. It knows no play by name. */
export interface Engine {
  /** Answers once the wish is durable, or refused. @throws where a kind of play is broken, or the store is. */
  act(wish: Wish): Promise<Answer>
  /** What everybody may know; null when no release is in force and no `draft` is given. `at` moves a rehearsal's clock. */
  publicState(activity: string, realm: Realm, at?: number, draft?: RulesDocument): Promise<PublicState | null>
  /** What a visitor may know besides. Empty where `publicState` is null. */
  mine(activity: string, realm: Realm, visitor: string, at?: number, draft?: RulesDocument): Promise<Mine>
  /** What visitors play by; null: nothing yet. */
  inForce(activity: string): Promise<InForce | null>
  /** Sets what visitors play by. Inside `store.write(activity, …)`, so that every act is wholly before or after it. */
  putInForce(trx: Transaction<Tables>, rule: InForce): Promise<void>
  /** In order, from the row after `after` on. */
  journal(activity: string, realm: Realm, page: { readonly after: number; readonly limit: number }): Promise<JournalRow[]>
  /** Newest first. */
  awards(activity: string, realm: Realm, filter: AwardFilter): Promise<OwnedAward[]>
  /** Moves a live award forward. Inside `store.write(activity, …)`, with whatever else belongs to the decision. */
  moveAward(trx: Transaction<Tables>, activity: string, move: Omit<Move, 'at'>): Promise<Moved>
  /** Adds coupon codes behind those the pool holds, sealed; gives how many were new. Others wait meanwhile, so give a few thousand at a time. */
  addCodes(activity: string, pool: string, codes: readonly string[]): Promise<number>
  codePools(activity: string): Promise<CodePool[]>
  /** Whether the journal is whole, every command comes out the same when it is decided again, and every table says what the journal says. Reads the whole journal, holding up nobody. */
  verify(activity: string, realm?: Realm): Promise<Verified>
  /** Makes every table that is a fold of the journal and of the moves of awards anew, holding up the activity's lane. Gives the number of its rows. @throws when the journal does not hold. */
  rebuild(activity: string, realm?: Realm): Promise<number>
  seeds(activity: string, realm: Realm): Promise<SeedEpoch[]>
  /** Ends the open epoch, which reveals its seed, and commits to the next one. */
  turnSeed(activity: string, realm: Realm): Promise<void>
  /** Does so for each live activity that has ended since its epoch was opened. Gives their ids. */
  revealEnded(): Promise<string[]>
  /** Resolves when everything that was asked for is answered. New wishes are refused. */
  close(): Promise<void>
}

export interface PublicState {
  readonly plays: { readonly [play: string]: PublicPlay }
  readonly stage: Stage
  readonly offline: boolean
  /** Epoch ms that the views were made for. */
  readonly at: number
  readonly release: string
  readonly rulesHash: string
}

export interface InForce {
  readonly activity: string
  readonly release: string
  readonly rulesHash: string
  readonly offline: boolean
}

export interface EngineParts {
  readonly store: Store
  readonly clock: Clock
  readonly dice: Dice
  readonly kinds: { readonly [kind: string]: PlayKind }
  readonly log: Log
  /** 32 bytes that coupon codes are sealed under, the same for as long as the store lives. Asked for once, when first needed. */
  readonly codeKey: () => Promise<Uint8Array>
  readonly limits?: { readonly maxBatch?: number; readonly maxQueue?: number }
}

export function createEngine({ store, clock, dice, kinds, log, codeKey, limits = {} }: EngineParts): Engine {
  const rulebook = createRulebook()
  const door: Door = { kinds, checkInput: createInputCheck() }
  const lanes = new Map<string, Lane>()
  let isClosing = false
  let vaultMade: Promise<Vault> | null = null
  const means = () => ({ now: clock.now(), bytes: (n: number) => dice.bytes(n) })

  /** Never to be waited for inside a transaction: the key may have to be written first. */
  function openVault(): Promise<Vault> {
    vaultMade ??= codeKey().then((key) => createVault(key, dice))
    vaultMade.catch(() => (vaultMade = null))
    return vaultMade
  }

  function laneOf({ activity, realm }: Scope): Lane {
    const name = `${realm}/${activity}`
    const known = lanes.get(name)
    if (known) return known
    const lane = openLane({ activity, realm })
    lanes.set(name, lane)
    return lane
  }

  function openLane(scope: Scope): Lane {
    let isSeeded = false
    return createLane({
      async commit(take) {
        if (!isSeeded) await store.write(scope.activity, (trx) => openSeed(trx, scope, means()))
        isSeeded = true
        const vault = await openVault()
        return store.lane(scope.activity, (session) => runBatch({ session, scope, door, rulebook, vault, now: clock.now() }, take()))
      },
      isOutage(error) {
        const isOut = isOutage(error)
        if (isOut) log.error({ error, ...scope }, 'The store is out of reach. Visitors are asked to try again.')
        return isOut
      },
      now: () => clock.now(),
      maxBatch: limits.maxBatch ?? 256,
      maxQueue: limits.maxQueue ?? 4096,
    })
  }

  async function act(wish: Wish): Promise<Answer> {
    if (isClosing) return { refused: refuse('busy', { retryAt: clock.now() + 1000 }) }
    if (!isStorable([wish.key, wish.visitor, wish.release])) return { refused: refuse('bad-input') }
    return laneOf(wish).submit(wish)
  }

  /** What a look at an activity shows; null where there is nothing to play by. */
  async function look(
    { activity, realm }: Scope,
    wanted: { at: number | undefined; draft: RulesDocument | undefined },
  ): Promise<(Viewed & { force: InForceSeen }) | null> {
    const head = await loadHead(store.reader, { activity, realm })
    const now = wanted.at !== undefined && realm === 'rehearsal' ? wanted.at : clock.now()
    const at = Math.max(now, head?.lastAt ?? 0)
    const seen = await inForceSeen(store.reader, activity)
    if (wanted.draft && realm === 'rehearsal')
      return { rules: wanted.draft, kinds, at, force: seen ?? { release: 'draft', rulesHash: 'draft', offline: false } }
    return seen && { rules: await rulebook.rules(store.reader, activity, seen.rulesHash), kinds, at, force: seen }
  }

  return {
    act,
    async publicState(activity, realm, at, draft) {
      const scope = { activity, realm }
      const viewed = await look(scope, { at, draft })
      return viewed && { plays: await publicPlays(store.reader, scope, viewed), stage: activityStage(viewed), at: viewed.at, ...viewed.force }
    },
    async mine(activity, realm, visitor, at, draft) {
      const scope = { activity, realm }
      const viewed = await look(scope, { at, draft })
      return viewed ? minePlays(store.reader, scope, viewed, { visitor, vault: await openVault() }) : { plays: {}, awards: [] }
    },
    async inForce(activity) {
      const seen = await inForceSeen(store.reader, activity)
      return seen && { activity, ...seen }
    },
    async putInForce(trx, { activity, release, rulesHash, offline }) {
      const row = { release, rules_hash: rulesHash, offline: offline ? 1 : 0 }
      await trx
        .insertInto('in_force')
        .values({ activity, ...row })
        .onConflict((conflict) => conflict.column('activity').doUpdateSet(row))
        .execute()
      await openSeed(trx, { activity, realm: 'live' }, means())
    },
    journal: async (activity, realm, page) => (await tableRows(store.reader, { activity, realm }, page)).map(journalRow),
    awards: async (activity, realm, filter) => ownedAwards(store.reader, await openVault(), { activity, realm }, filter),
    moveAward: (trx, activity, move) => moveAward(trx, { activity, realm: 'live' }, { ...move, at: clock.now() }),
    async addCodes(activity, pool, codes) {
      const vault = await openVault()
      return store.lane(activity, (session) => addCodes(session, vault, { activity, pool, codes }))
    },
    codePools: (activity) => codePools(store.reader, activity),
    verify: (activity, realm = 'live') => store.snapshot((session) => verify(session, { activity, realm }, { kinds, rulebook })),
    rebuild: (activity, realm = 'live') => store.lane(activity, (session) => rebuild(session, { activity, realm })),
    seeds: (activity, realm) => seedEpochs(store.db, { activity, realm }),
    async turnSeed(activity, realm) {
      await store.write(activity, (trx) => turnSeed(trx, { activity, realm }, means()))
    },
    async revealEnded() {
      const endOf = async (activity: string, rulesHash: string) => Date.parse((await rulebook.rules(store.reader, activity, rulesHash)).schedule.endsAt)
      const revealed: string[] = []
      for (const { activity, endedAt } of await endedEpochs(store.reader, clock.now(), endOf)) {
        // Another node may have done so since.
        if (await store.write(activity, (trx) => turnSeed(trx, { activity, realm: 'live' }, means(), endedAt))) revealed.push(activity)
      }
      return revealed
    },
    async close() {
      isClosing = true
      await Promise.all([...lanes.values()].map((lane) => lane.idle()))
    },
  }
}

type InForceSeen = Omit<InForce, 'activity'>

async function inForceSeen(session: Session, activity: string): Promise<InForceSeen | null> {
  const [row] = await session.all<{ release: string; rules_hash: string; offline: number }>(
    'select release, rules_hash, offline from in_force where activity = ?',
    activity,
  )
  return row ? { release: row.release, rulesHash: row.rules_hash, offline: row.offline === 1 } : null
}
