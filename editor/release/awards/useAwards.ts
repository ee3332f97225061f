import { onScopeDispose, shallowReactive, type ShallowReactive } from 'vue'
import type { OwnedAward } from '../../../schemas/api/report'
import type { AwardState } from '../../../schemas/play'
import { wordsOf } from '../../api/apiProblem'
import { listAwards, visitorOfUser } from '../../api/awards'

export interface Awards {
  /** Newest first; null: not known yet. */
  rows: readonly OwnedAward[] | null
  /** There are earlier ones behind this place. */
  next: number | null
  /** Whose awards these are; absent: everybody's. */
  visitor: string | undefined
  /** The words of the last failure; empty when there was none. */
  trouble: string
  isLoading: boolean
}

export interface AwardsDesk {
  readonly awards: ShallowReactive<Awards>
  /** From the newest on: of everybody, or of one visitor or user. */
  show(who?: string): Promise<void>
  more(): Promise<void>
  /** An award is in another state now. */
  settle(id: string, state: AwardState): void
}

/** Visitors as the server names them; any other word is a user of the customer's. */
const visitorForm = /^[vm][0-9a-f]{32}$/

/** What visitors of an activity won, a page at a time. Late answers to old questions are dropped. */
export function useAwards(activity: string): AwardsDesk {
  const awards = shallowReactive<Awards>({ rows: null, next: null, visitor: undefined, trouble: '', isLoading: false })
  let turn = 0
  onScopeDispose(() => turn++)

  /** Takes what `question` answers, unless something else was asked meanwhile. */
  async function take(question: () => Promise<Partial<Awards>>): Promise<void> {
    const mine = ++turn
    awards.isLoading = true
    const answer = await question().catch((error: unknown) => ({ trouble: wordsOf(error) }))
    if (mine === turn) Object.assign(awards, { trouble: '', isLoading: false }, answer)
  }

  return {
    awards,
    show: (who) =>
      take(async () => {
        const visitor = !who || visitorForm.test(who) ? who || undefined : await visitorOfUser(activity, who)
        const { awards: rows, next } = await listAwards(activity, { visitor })
        return { rows, next, visitor }
      }),
    more: () =>
      take(async () => {
        const { awards: rows, next } = await listAwards(activity, { visitor: awards.visitor, before: awards.next ?? undefined })
        return { rows: [...(awards.rows ?? []), ...rows], next }
      }),
    settle(id, state) {
      awards.rows = awards.rows?.map((row) => (row.id === id ? { ...row, state } : row)) ?? null
    },
  }
}
