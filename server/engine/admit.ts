import { opensNext, playStageAt, stageAt } from '../../schemas/phases'
import { refuse, type Json, type PlayAction, type PlayContext, type PlayKind, type Refused } from '../../schemas/play'
import type { RulesDocument } from '../../schemas/rules'
import { treatsAlike } from './rulebook'
import type { Wish } from './wish'

/** The rules that a wish is decided by, and what its receipt says of them. */
export interface Terms {
  readonly rules: RulesDocument
  readonly version: string
  readonly release: string
  readonly offline: boolean
}

export interface Admitted {
  readonly kind: PlayKind
  readonly context: PlayContext
}

export interface Door {
  readonly kinds: { readonly [kind: string]: PlayKind }
  readonly checkInput: (action: PlayAction, input: Json) => Refused | null
}

/** Everything that may stop a wish before its kind is asked. `shown`: the rules of the release that the visitor saw; null when there is no such release. */
export function admit(door: Door, wish: Wish, terms: Terms | null, shown: RulesDocument | null | undefined, at: number): Admitted | Refused {
  if (!terms) return refuse('not-found')
  if (terms.offline) return refuse('offline')
  const play = own(terms.rules.plays, wish.play)
  const kind = play && own(door.kinds, play.kind)
  if (!play || !kind) return refuse('unknown-play')
  const action = own(kind.actions, wish.action)
  if (!action) return refuse('unknown-action')
  if (action.by !== wish.by) return refuse('forbidden')
  const refused = door.checkInput(action, wish.input) ?? closed(terms.rules, wish.play, at)
  if (refused) return refused
  if (shown !== undefined && !(shown && treatsAlike(shown, terms.rules, wish.play))) return refuse('release-superseded')
  return { kind, context: { rules: terms.rules, id: wish.play, play } }
}

function own<T>(records: { readonly [name: string]: T }, name: string): T | undefined {
  return Object.hasOwn(records, name) ? records[name] : undefined
}

function closed(rules: RulesDocument, play: string, at: number): Refused | null {
  if (playStageAt(rules, play, at) === 'running') return null
  const stage = stageAt(rules.schedule, at)
  const opens = opensNext(rules, play, at)
  const code = opens !== null && stage === 'before' ? 'not-started' : opens === null && stage === 'ended' ? 'ended' : 'not-open'
  return refuse(code, opens === null ? {} : { retryAt: opens })
}
