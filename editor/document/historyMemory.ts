import { isRecord } from '../../schemas/diff'
import { emptyHistory, type History } from './history'
import { keepUnder, readUnder } from './journal'

const mostKept = 100

/** The history of an activity's page as it was when it was last open in this browser. A step that others overtook since undoes nothing of theirs. */
export async function readHistory(activity: string): Promise<History> {
  const kept = await readUnder(keyOf(activity)).catch(() => null)
  return isHistory(kept) ? kept : emptyHistory
}

/** What is to be kept, by activity: quick edits are written together, and at once when the tab goes. */
const waiting = new Map<string, History>()
const settleMs = 400
let timer: ReturnType<typeof setTimeout> | undefined
globalThis.addEventListener?.('pagehide', write)

/** Keeps the latest steps for the next time. */
export function keepHistory(activity: string, history: History): void {
  waiting.set(activity, history)
  clearTimeout(timer)
  timer = setTimeout(write, settleMs)
}

function write(): void {
  for (const [activity, { done, undone }] of waiting)
    void keepUnder(keyOf(activity), { done: done.slice(-mostKept), undone: undone.slice(-mostKept) }).catch(() => {})
  waiting.clear()
}

function keyOf(activity: string): string {
  return `history of ${activity}`
}

function isHistory(value: unknown): value is History {
  return isRecord(value) && Array.isArray(value['done']) && Array.isArray(value['undone'])
}
