import { shallowRef, type ShallowRef } from 'vue'
import { isSame } from '../../schemas/diff'
import { mergeDocuments, preferMine, type Conflict } from '../../schemas/merge'
import type { Draft, DraftPort } from './draftPort'

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'offline' | 'conflict' | 'refused'

/** What autosave needs of a document store, whatever the document. */
export interface Saveable<T> {
  document(): T
  adopt(document: T): void
}

/** Keeps what is not on the server yet, so that a closed tab or a lost network loses nothing. */
export interface Journal<T> {
  keep(entry: JournalEntry<T>): Promise<void>
  clear(): Promise<void>
}

export interface JournalEntry<T> {
  /** The draft that the edits were made on. */
  readonly base: Draft<T>
  readonly mine: T
  readonly at: number
}

export interface Autosave<T> {
  readonly state: Readonly<ShallowRef<SaveState>>
  /** The server's words while the state is `refused`. */
  readonly refusal: Readonly<ShallowRef<string>>
  /** Places that both sides changed; not empty exactly while the state is `conflict`. */
  readonly conflicts: Readonly<ShallowRef<readonly Conflict[]>>
  /** The revision that the server last confirmed. */
  readonly revision: Readonly<ShallowRef<string>>
  /** The document as the server has it. */
  saved(): T
  /** Tells that the document changed. */
  touch(): void
  /** Saves now and waits until all is on the server. True when it is. */
  flush(): Promise<boolean>
  /** Decides the conflicts: mine at the places that `isMine` picks, theirs at the others; then saves. */
  resolve(isMine: (conflict: Conflict) => boolean): Promise<boolean>
  /** Takes in a draft that somebody else saved. What is not saved here yet stays, on top of theirs; the same place changed by both is a conflict. */
  takeNews(theirs: Draft<T>): void
  /** How long edits may wait from now on, in ms. */
  pace(ms: number): void
  stop(): void
}

export interface AutosaveParts<T> {
  readonly store: Saveable<T>
  readonly draft: Draft<T>
  readonly port: DraftPort<T>
  readonly journal?: Journal<T>
  /** Makes a merged document sound again. */
  readonly mend?: (document: T) => T
  /** How long edits may wait, in ms. */
  readonly delayMs?: number
  readonly retryMs?: number
  readonly now?: () => number
}

/**
 * Saves a document by itself: a moment after the last edit, one request at a time. When somebody else saved first,
 * edits of different places are merged and saved again; edits of the same place wait for a person's decision.
 */
export function createAutosave<T>({
  store,
  draft,
  port,
  journal,
  mend = (it) => it,
  delayMs: firstDelayMs = 800,
  retryMs = 4000,
  now = Date.now,
}: AutosaveParts<T>): Autosave<T> {
  const state = shallowRef<SaveState>('saved')
  const refusal = shallowRef('')
  const conflicts = shallowRef<readonly Conflict[]>([])
  const revision = shallowRef(draft.revision)
  let base = draft
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<boolean> | null = null
  let isStopped = false
  let delayMs = firstDelayMs
  let rival: Draft<T> | null = null

  function schedule(ms: number): void {
    clearTimeout(timer)
    if (!isStopped) timer = setTimeout(() => void flush(), ms)
  }

  function rebase(next: Draft<T>): void {
    base = next
    revision.value = next.revision
  }

  async function save(): Promise<boolean> {
    for (;;) {
      const mine = store.document()
      if (mine === base.document || isSame(mine, base.document)) return settle()
      state.value = 'saving'
      const answer = await port.save(mine, base).catch(() => null)
      if (answer === null) return wait()
      if (answer.kind === 'refused') return refuse(answer.title)
      if (answer.kind === 'saved') rebase({ document: mine, revision: answer.revision })
      else if (!takeIn(answer)) return false
    }
  }

  function takeIn(theirs: Draft<T>): boolean {
    const found = mergeDocuments(base.document, store.document(), theirs.document)
    if (found.conflicts.length) return clash(theirs, found.conflicts)
    rebase({ document: theirs.document, revision: theirs.revision })
    store.adopt(mend(found.merged))
    return true
  }

  function clash(theirs: Draft<T>, found: readonly Conflict[]): false {
    rival = theirs
    conflicts.value = found
    state.value = 'conflict'
    return false
  }

  function settle(): true {
    state.value = 'saved'
    refusal.value = ''
    void journal?.clear()
    return true
  }

  function wait(): false {
    state.value = 'offline'
    schedule(retryMs)
    return false
  }

  function refuse(title: string): false {
    // What the server refuses stays refused until it is edited, so there is no retry.
    refusal.value = title
    state.value = 'refused'
    return false
  }

  function flush(): Promise<boolean> {
    clearTimeout(timer)
    if (conflicts.value.length) return Promise.resolve(false)
    running ??= save().finally(() => {
      running = null
    })
    return running
  }

  return {
    state,
    refusal,
    conflicts,
    revision,
    flush,
    saved: () => base.document,
    touch() {
      void journal?.keep({ base, mine: store.document(), at: now() })
      if (conflicts.value.length) return
      if (!running) state.value = state.value === 'offline' ? 'offline' : 'unsaved'
      schedule(delayMs)
    },
    async resolve(isMine) {
      if (!rival) return true
      // Edits made since the conflict was found count as mine too.
      const { merged, conflicts: found } = mergeDocuments(base.document, store.document(), rival.document)
      rebase({ document: rival.document, revision: rival.revision })
      rival = null
      conflicts.value = []
      store.adopt(mend(preferMine(merged, found.filter(isMine))))
      return flush()
    },
    takeNews(theirs) {
      if (running) return void running.then(() => this.takeNews(theirs))
      if (conflicts.value.length || Number(theirs.revision) <= Number(base.revision)) return
      if (takeIn(theirs) && !isSame(store.document(), base.document)) schedule(delayMs)
    },
    pace(ms) {
      delayMs = ms
    },
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
