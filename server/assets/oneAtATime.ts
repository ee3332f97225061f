import { Refuse } from '../problem'

/** Runs tasks one after another; more than `most` waiting ones are refused as `busy`. */
export function oneAtATime(most: number): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return async (task) => {
    if (waiting >= most) throw new Refuse('busy', { headers: { 'Retry-After': '5' } })
    waiting++
    const mine = last.then(task).finally(() => waiting--)
    // The next task runs whether or not this one succeeds.
    last = mine.catch(() => {})
    return mine
  }
}
