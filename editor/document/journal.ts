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

/**
 * What this tab has not sent yet, kept in the browser. Quick edits are written together, and at once when the tab goes.
 * Where the browser keeps nothing, it does nothing.
 */
export function browserJournal<T>(activity: string): Journal<T> {
  const key = `${activity}/${tab}`
  let waiting: JournalEntry<T> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  holdTab()
  const write = (): void => {
    clearTimeout(timer)
    if (waiting) void keepUnder(key, waiting).catch(() => {})
    waiting = null
  }
  globalThis.addEventListener?.('pagehide', write)
  return {
    async keep(entry) {
      clearTimeout(timer)
      waiting = entry
      timer = setTimeout(write, settleMs)
    },
    async clear() {
      clearTimeout(timer)
      waiting = null
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
  const transaction = (await openDatabase()).transaction(table, mode)
  const answer = settled(what(transaction.objectStore(table)))
  // Said outright, so that it holds for what is written while the tab goes.
  transaction.commit()
  return answer
}

let opening: Promise<IDBDatabase> | null = null

/** The one connection of this tab, which stays open: a tab that goes has no time to open one. */
function openDatabase(): Promise<IDBDatabase> {
  opening ??= connect().catch((error: unknown) => {
    opening = null
    throw error
  })
  return opening
}

async function connect(): Promise<IDBDatabase> {
  const wish = indexedDB.open(database, 1)
  wish.onupgradeneeded = () => wish.result.createObjectStore(table)
  const db = await settled(wish)
  const forget = (): void => void (opening = null)
  db.addEventListener('close', forget)
  // Another tab of a later version may want it in another shape.
  db.addEventListener('versionchange', () => {
    db.close()
    forget()
  })
  return db
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })
}
