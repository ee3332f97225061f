import { decideAct, readsOfAct, type Kinds } from '../../schemas/decideAct'
import type { Effect, Json } from '../../schemas/play'
import type { Session } from '../store/session'
import type { Pending, Prepared } from './commands'
import type { Settled } from './lane'
import { createOverlay, type Overlay, type OwedAward } from './overlay'
import { keyName } from './receipts'
import { createStored, createWanted, load, want } from './stored'
import type { Scope } from './wish'

/** A command that its kind accepted and whose effects all held. */
export interface Accepted extends Pending {
  readonly result: Json
  readonly effects: readonly Effect[]
  readonly awards: readonly OwedAward[]
}

/** What a batch came to, wish by wish. `twin`: the same key was accepted earlier in this batch. */
export type Decided = Settled | { readonly accepted: Accepted } | { readonly twin: Accepted; readonly bodyHash: string }

export interface Decision {
  readonly decided: readonly Decided[]
  readonly overlay: Overlay
}

const maxRounds = 20

/**
 * Decides a batch in order. Kinds name beforehand what they read; what they touch besides is taken to be absent,
 * loaded, and where it was there, the whole batch is decided again: `decide` is pure, so that costs nothing but time.
 */
export async function decideBatch(session: Session, scope: Scope, { prepared, kinds }: { prepared: readonly Prepared[]; kinds: Kinds }): Promise<Decision> {
  const stored = createStored()
  await load(session, scope, readsOf(prepared, kinds), stored)
  for (let round = 0; round < maxRounds; round++) {
    const decision = decideOnce(prepared, kinds, createOverlay(stored))
    const isSurprised = await load(session, scope, decision.overlay.missing, stored)
    if (!isSurprised) return decision
  }
  throw new Error('A batch went on asking for more state. A kind of play reads keys that depend on what it reads.')
}

function isPending(prepared: Prepared): prepared is Pending {
  return 'command' in prepared
}

function readsOf(prepared: readonly Prepared[], kinds: Kinds) {
  const wanted = createWanted()
  for (const one of prepared) if (isPending(one)) for (const reads of readsOfAct(one, kinds)) want(wanted, reads)
  return wanted
}

function decideOnce(prepared: readonly Prepared[], kinds: Kinds, overlay: Overlay): Decision {
  const accepted = new Map<string, Accepted>()
  const decided = prepared.map((one): Decided => {
    if (!isPending(one)) return one
    const name = keyName(one.command)
    const twin = accepted.get(name)
    if (twin) return { twin, bodyHash: one.bodyHash }
    const outcome = decideOne(one, kinds, overlay)
    if ('accepted' in outcome) accepted.set(name, outcome.accepted)
    return outcome
  })
  return { decided, overlay }
}

function decideOne(pending: Pending, kinds: Kinds, overlay: Overlay): Settled | { readonly accepted: Accepted } {
  try {
    const outcome = decideAct(pending, kinds, overlay)
    return 'refusal' in outcome ? { refused: outcome } : { accepted: { ...pending, ...outcome } }
  } catch (bug) {
    return { bug }
  }
}
