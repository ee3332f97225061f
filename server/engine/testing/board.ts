import type { Store } from '../../store/store'
import { updateBoards } from '../boards'
import type { Scope } from '../wish'

const chunk = 10_000

/** Fills a board with members `m0`, `m1`, … of scattered scores, many of them alike. */
export async function createBoard(store: Store, scope: Scope, board: string, members: number): Promise<void> {
  for (let from = 0; from < members; from += chunk) {
    const effects = Array.from({ length: Math.min(chunk, members - from) }, (_, i) => {
      const n = from + i
      return { effect: { do: 'rank', board, member: `m${n}`, to: (n * 7919) % 5003 } as const, seq: n + 1 }
    })
    await store.lane(scope.activity, (session) => updateBoards(session, scope, effects))
  }
}
