import { dayKey } from '../../schemas/days'
import type { Command } from '../../schemas/play'
import type { Session } from '../store/session'
import { admit, type Admitted, type Door, type Terms } from './admit'
import { randomOf } from './chain'
import type { Head } from './head'
import { answerAgain, bodyHashOf, keyName, loadGiven, type Given } from './receipts'
import type { Rulebook } from './rulebook'
import type { Vault } from './vault'
import type { Answer, Scope, Wish } from './wish'

/** A wish of a batch that its kind is to decide. */
export interface Pending extends Admitted {
  readonly command: Command
  readonly bodyHash: string
  readonly terms: Terms
}

/** For each wish of the batch: the answer that it has already, or what is to be decided. */
export type Prepared = Answer | Pending

export interface Preparing {
  readonly session: Session
  readonly scope: Scope
  readonly head: Head
  readonly door: Door
  readonly rulebook: Rulebook
  readonly vault: Vault
  readonly now: number
}

/** Turns wishes into commands: repeated keys get their first answer, what may not be is refused, time never goes back. */
export async function prepare(parts: Preparing, wishes: readonly Wish[]): Promise<Prepared[]> {
  const given = await loadGiven(parts.session, parts.vault, parts.scope, wishes)
  const inForce = await inForceTerms(parts)
  const clock = createClock(parts.head, parts.now)
  const prepared: Prepared[] = []
  for (const wish of wishes) prepared.push(await prepareOne(parts, wish, { given, inForce, clock }))
  return prepared
}

interface Around {
  readonly given: ReadonlyMap<string, Given>
  readonly inForce: Terms | null
  readonly clock: BatchClock
}

async function prepareOne(parts: Preparing, wish: Wish, { given, inForce, clock }: Around): Promise<Prepared> {
  const bodyHash = bodyHashOf(wish)
  const before = given.get(keyName(wish))
  if (before) return answerAgain(before, bodyHash)
  const terms = draftTerms(wish) ?? inForce
  const shown =
    wish.release === null || !terms || wish.release === terms.release ? undefined : await parts.rulebook.ofRelease(parts.session, wish.activity, wish.release)
  const at = clock.at(wish)
  const admitted = admit(parts.door, wish, terms, shown, at)
  if ('refusal' in admitted || !terms) return { refused: 'refusal' in admitted ? admitted : { refusal: 'not-found' } }
  const { activity, realm, play, action, visitor, key, input, release } = wish
  const command = { activity, realm, play, action, visitor, key, input, release, at, dayKey: clock.day(at, terms), random: randomOf(parts.head.seed, wish) }
  return { ...admitted, command, bodyHash, terms }
}

async function inForceTerms({ session, scope, head, rulebook }: Preparing): Promise<Terms | null> {
  if (!head.inForce) return null
  const { release, rulesHash, offline } = head.inForce
  return { rules: await rulebook.rules(session, scope.activity, rulesHash), version: rulesHash, release, offline }
}

function draftTerms({ realm, draft }: Wish): Terms | null {
  return realm === 'rehearsal' && draft ? { rules: draft.rules, version: draft.version, release: 'draft', offline: false } : null
}

interface BatchClock {
  at(wish: Wish): number
  day(at: number, terms: Terms): string
}

/** Neither the instant nor the day ever goes back in an activity, whatever the machine's clock does. */
function createClock(head: Head, now: number): BatchClock {
  let last = head.lastAt
  let lastDay = head.lastDay
  const days = new Map<string, string>()
  return {
    at: ({ realm, at }) => (last = Math.max(last, realm === 'rehearsal' && at !== undefined ? at : now)),
    day(at, { rules: { schedule } }) {
      const name = `${at} ${schedule.timeZone} ${schedule.dayCutoffHour}`
      let day = days.get(name)
      if (day === undefined) days.set(name, (day = dayKey(at, schedule.timeZone, schedule.dayCutoffHour)))
      return (lastDay = day > lastDay ? day : lastDay)
    },
  }
}
