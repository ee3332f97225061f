import type { Journal, JournalEntry } from './autosave'
import { tab } from './tab'

const database = 'festoon'
const table = 'drafts'
const settleMs = 250

/** An entry that some tab left behind, and how to forget it. */
export interface Leftover<T> {
  readonly entry: JournalEntry<T>
  forget(): Promise<void>
}

/** What this tab has not sent yet, kept in the browser. Quick edits are written together. Where the browser keeps nothing, it does nothing. */
export function browserJournal<T>(activity: string): Journal<T> {
  const key = `${activity}/${tab}`
  let timer: ReturnType<typeof setTimeout> | undefined
  holdTab()
  return {
    async keep(entry) {
      clearTimeout(timer)
      timer = setTimeout(() => void run('readwrite', (store) => store.put(entry, key)).catch(() => {}), settleMs)
    },
    async clear() {
      clearTimeout(timer)
      await run('readwrite', (store) => store.delete(key)).catch(() => {})
    },
  }
}

/** Edits of an activity that tabs which are closed by now never got to the server, newest first. */
export async function leftovers<T>(activity: string): Promise<readonly Leftover<T>[]> {
  try {
    const open = await openTabs()
    const keys = (await run('readonly', (store) => store.getAllKeys())).map(String)
    const left = keys.filter((key) => key.startsWith(`${activity}/`) && !open.has(key.slice(activity.length + 1)))
    const found = await Promise.all(
      left.map(async (key) => ({
        // Only `keep` above writes to this table.
        entry: (await run('readonly', (store) => store.get(key))) as JournalEntry<T>,
        forget: async () => void (await run('readwrite', (store) => store.delete(key))),
      })),
    )
    return found.sort((a, b) => b.entry.at - a.entry.at)
  } catch {
    return []
  }
}

/** Keeps anything plain under a name of its own. @throws where the browser keeps nothing */
export async function keepUnder(key: string, value: unknown): Promise<void> {
  await run('readwrite', (store) => store.put(value, key))
}

/** What was kept under a name; undefined: nothing. */
export function readUnder(key: string): Promise<unknown> {
  return run('readonly', (store) => store.get(key))
}

let isHeld = false

/** As long as this tab lives it holds a lock of its name, by which others know that its entry is not left behind. */
function holdTab(): void {
  if (isHeld) return
  isHeld = true
  void globalThis.navigator?.locks?.request(lockOf(tab), () => new Promise(() => {}))
}

function lockOf(name: string): string {
  return `festoon-draft/${name}`
}

async function openTabs(): Promise<Set<string>> {
  const held = (await globalThis.navigator?.locks?.query())?.held ?? []
  return new Set([tab, ...held.flatMap(({ name }) => (name?.startsWith(lockOf('')) ? [name.slice(lockOf('').length)] : []))])
}

async function run<T>(mode: IDBTransactionMode, what: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await settled(openDatabase())
  try {
    return await settled(what(db.transaction(table, mode).objectStore(table)))
  } finally {
    db.close()
  }
}

function openDatabase(): IDBOpenDBRequest {
  const opening = indexedDB.open(database, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(table)
  return opening
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })
}
