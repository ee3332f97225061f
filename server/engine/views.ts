import { dayKey } from '../../schemas/days'
import { playStageAt, stageAt, type Stage } from '../../schemas/phases'
import type { Award, Json, Onlooker, PlacedMember, PlayContext, PlayKind, Reads, ViewState, Winner } from '../../schemas/play'
import type { RulesDocument } from '../../schemas/rules'
import type { Session } from '../store/session'
import { awardsOf, winnersOf } from './awards'
import { memberOf, namesOf, placeOf, sizeOf, topOf, type Member } from './boards'
import { maskName } from './maskName'
import { createOverlay } from './overlay'
import { createStored, createWanted, load, want } from './stored'
import type { Vault } from './vault'
import type { Scope } from './wish'

export interface Viewed {
  readonly rules: RulesDocument
  readonly kinds: { readonly [kind: string]: PlayKind }
  /** Epoch ms. */
  readonly at: number
}

export interface Owning {
  readonly visitor: string
  readonly vault: Vault
}

export interface PublicPlay {
  readonly kind: string
  readonly stage: Stage
  readonly shown: Json
}

export interface Mine {
  readonly plays: { readonly [play: string]: Json }
  /** Newest first. */
  readonly awards: readonly Award[]
}

const maxOwnAwards = 200

export function activityStage({ rules, at }: Viewed): Stage {
  return stageAt(rules.schedule, at)
}

/** Each play as everybody may see it. Plays of unknown kinds are left out. */
export async function publicPlays(session: Session, scope: Scope, viewed: Viewed): Promise<{ [play: string]: PublicPlay }> {
  const plays = playsOf(viewed)
  const reads = plays.map(({ kind, context }) => kind.publicReads(context, viewed.at))
  return view(session, scope, { reads, visitor: null }, (state) =>
    Object.fromEntries(
      plays.map(({ kind, context }) => [
        context.id,
        { kind: kind.kind, stage: playStageAt(viewed.rules, context.id, viewed.at), shown: kind.publicView(context, state, viewed.at) },
      ]),
    ),
  )
}

/** What a visitor may know besides: each play as it stands for them, and what they have won. */
export async function minePlays(session: Session, scope: Scope, viewed: Viewed, { visitor, vault }: Owning): Promise<Mine> {
  const { timeZone, dayCutoffHour } = viewed.rules.schedule
  const who: Onlooker = { visitor, at: viewed.at, dayKey: dayKey(viewed.at, timeZone, dayCutoffHour) }
  const plays = playsOf(viewed)
  const reads = plays.map(({ kind, context }) => kind.mineReads(context, who))
  const mine = await view(session, scope, { reads, visitor }, (state) =>
    Object.fromEntries(plays.map(({ kind, context }) => [context.id, kind.mineView(context, who, state)])),
  )
  return { plays: mine, awards: await awardsOf(session, vault, scope, { visitor, limit: maxOwnAwards }) }
}

function playsOf({ rules, kinds }: Viewed): { kind: PlayKind; context: PlayContext }[] {
  return Object.entries(rules.plays).flatMap(([id, play]) => {
    const kind = Object.hasOwn(kinds, play.kind) ? kinds[play.kind] : undefined
    return kind ? [{ kind, context: { rules, id, play } }] : []
  })
}

interface Asked {
  readonly reads: readonly Reads[]
  /** Who asks; null: everybody. */
  readonly visitor: string | null
}

const maxRounds = 5

/** Shows state through `show`. What it asks for without having named it is loaded, and it is shown again. */
async function view<T>(session: Session, scope: Scope, { reads, visitor }: Asked, show: (state: ViewState) => T): Promise<T> {
  const wanted = createWanted()
  for (const one of reads) want(wanted, one)
  const stored = createStored()
  await load(session, scope, wanted, stored)
  const boards = await loadBoards(session, scope, reads, visitor)
  const places = createPlaces(session, scope, visitor)
  for (const { board, member } of reads.flatMap((one) => one.places ?? [])) places.of(board, member)
  await places.load()
  const winners = await loadWinners(session, scope, reads)
  const names = createNames(session, scope)
  for (let round = 1; ; round++) {
    const overlay = createOverlay(stored)
    const shown = show({ ...overlay.state, ...boards, place: places.of, name: names.of, winners: (play) => winners.get(play) ?? [] })
    const isSurprised = [await load(session, scope, overlay.missing, stored), await names.load(), await places.load()].includes(true)
    if (!isSurprised || round === maxRounds) return shown
  }
}

/** Places on boards; those that were asked for without being known are loaded. */
function createPlaces(session: Session, scope: Scope, visitor: string | null) {
  const known = new Map<string, PlacedMember | null>()
  const missing = new Map<string, { readonly board: string; readonly member: string }>()
  return {
    of(board: string, member: string): PlacedMember | null {
      const name = placeName(board, member)
      if (!known.has(name)) missing.set(name, { board, member })
      return known.get(name) ?? null
    },
    /** True when any of them was there. */
    async load(): Promise<boolean> {
      const asked = [...missing]
      missing.clear()
      for (const [name, { board, member }] of asked) {
        const found = await memberOf(session, scope, board, member)
        known.set(name, found && placed(found, await placeOf(session, scope, board, found), visitor))
      }
      return asked.some(([name]) => known.get(name) !== null)
    },
  }
}

/** Names of visitors, masked; those that were asked for without being known are loaded together. */
function createNames(session: Session, { activity }: Scope) {
  const known = new Map<string, string>()
  const missing = new Set<string>()
  return {
    of(visitor: string): string {
      if (!known.has(visitor)) missing.add(visitor)
      return known.get(visitor) ?? ''
    },
    /** True when there were any to load. */
    async load(): Promise<boolean> {
      const asked = [...missing]
      missing.clear()
      const stored = await namesOf(session, activity, asked)
      for (const visitor of asked) known.set(visitor, maskName(stored.get(visitor) ?? null, visitor))
      return asked.length > 0
    },
  }
}

/** One lookup a thing, however many plays ask for it. */
async function once<T>(names: Iterable<string>, look: (name: string) => Promise<T>): Promise<Map<string, T>> {
  const found = new Map<string, T>()
  for (const name of new Set(names)) found.set(name, await look(name))
  return found
}

async function loadBoards(session: Session, scope: Scope, reads: readonly Reads[], visitor: string | null): Promise<Pick<ViewState, 'top' | 'size'>> {
  const lengths = new Map<string, number>()
  for (const { board, n } of reads.flatMap(({ tops }) => tops ?? [])) lengths.set(board, Math.max(n, lengths.get(board) ?? 0))
  const asked = reads.flatMap(({ places }) => places ?? [])
  const tops = await once(lengths.keys(), (board) => topOf(session, scope, board, lengths.get(board)!))
  const sizes = await once([...lengths.keys(), ...asked.map(({ board }) => board)], (board) => sizeOf(session, scope, board))
  return {
    top: (board) => (tops.get(board) ?? []).map((member, i) => placed(member, i + 1, visitor)),
    size: (board) => sizes.get(board) ?? 0,
  }
}

function placeName(board: string, member: string): string {
  return `${board}\n${member}`
}

function placed({ member, name, score }: Member, place: number, visitor: string | null): PlacedMember {
  return { place, name: maskName(name, member), score, member, ...(member === visitor ? { me: true } : {}) }
}

async function loadWinners(session: Session, scope: Scope, reads: readonly Reads[]): Promise<Map<string, readonly Winner[]>> {
  const numbers = new Map<string, number>()
  for (const { play, n } of reads.flatMap(({ winners }) => winners ?? [])) numbers.set(play, Math.max(n, numbers.get(play) ?? 0))
  return once(numbers.keys(), (play) => winnersOf(session, scope, play, numbers.get(play)!))
}
