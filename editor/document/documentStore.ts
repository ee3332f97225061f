import { shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { applyDiff, diffDocuments, isSame, valueAt, type Diff } from '../../schemas/diff'
import type { PageDocument, PageNode } from '../../schemas/page'
import { childIndex, childrenOf } from '../../schemas/tree'
import type { Bilingual } from '../../schemas/words'
import { steady } from '../steady'
import { emptyHistory, remember, stepBack, stepForward, type History } from './history'
import { fieldsOf, touchedBy, type PageFields, type Touched } from './touched'

/** What a change is called, and whether it goes on with the one before. */
export interface Committing {
  readonly name: Bilingual
  /** Changes with one key that follow each other within a second are one undo step. */
  readonly merge?: string
}

/** A change that has happened. `by`: a person's edit, its undoing, or somebody else's edit taken in. */
export interface Change {
  readonly diff: Diff
  readonly touched: Touched
  readonly document: PageDocument
  readonly by: 'edit' | 'undo' | 'redo' | 'others'
}

export interface DocumentStore {
  /** The whole page as it stands. A value, not a reactive one: panels read `node`, `kids` and `fields`. */
  document(): PageDocument
  node(id: string): Readonly<ShallowRef<PageNode | undefined>>
  kids(parent: string): Readonly<ShallowRef<readonly string[]>>
  readonly fields: Readonly<ShallowRef<PageFields>>
  /** The only door for edits: applies a diff as one undo step. An empty diff changes nothing. */
  commit(diff: Diff, how: Committing): void
  /** Undoes the last step and gives its name; null when there is none. */
  undo(): Bilingual | null
  redo(): Bilingual | null
  readonly undoName: ComputedRef<Bilingual | null>
  readonly redoName: ComputedRef<Bilingual | null>
  /** What was done and undone here, and how to put it back after the page was opened anew. */
  readonly history: ShallowRef<History>
  /** Undoes or does again until so many steps are done. */
  goTo(done: number): void
  /** Takes in a document that others had a hand in; not an undo step. */
  adopt(document: PageDocument): void
  /** Calls back after each change, until the returned function is called. */
  onChange(listener: (change: Change) => void): () => void
}

/** A page being edited: one `shallowRef` a record, so that one edit draws one record anew. `now` is in epoch ms. */
export function createDocumentStore(initial: PageDocument, now: () => number = Date.now): DocumentStore {
  let document = initial
  const nodes = new Map<string, ShallowRef<PageNode | undefined>>()
  const kids = new Map<string, ShallowRef<readonly string[]>>()
  const fields = shallowRef(fieldsOf(initial))
  const history = shallowRef<History>(emptyHistory)
  const listeners = new Set<(change: Change) => void>()

  for (const [parent, children] of childIndex(initial.nodes)) kids.set(parent, shallowRef(children.map(({ id }) => id)))

  function node(id: string): ShallowRef<PageNode | undefined> {
    return ensure(nodes, id, () => shallowRef(document.nodes[id]))
  }

  function kidsOf(parent: string): ShallowRef<readonly string[]> {
    return ensure(kids, parent, () => shallowRef(childIds(document, parent)))
  }

  function put(diff: Diff, by: Change['by']): void {
    const before = document
    document = applyDiff(before, diff)
    const touched = touchedBy(diff, before, document)
    for (const id of touched.nodes) node(id).value = document.nodes[id]
    for (const parent of touched.parents) setList(kidsOf(parent), childIds(document, parent))
    if (touched.page) fields.value = fieldsOf(document)
    for (const listener of listeners) listener({ diff, touched, document, by })
  }

  function walk(step: typeof stepBack, by: 'undo' | 'redo'): Bilingual | null {
    const walked = step(history.value)
    if (!walked) return null
    history.value = walked.history
    const diff = stillThere(walked.diff, document)
    if (diff.length) put(diff, by)
    return walked.step.name
  }

  return {
    document: () => document,
    node,
    kids: kidsOf,
    fields,
    commit(diff, { name, merge }) {
      if (diff.length === 0) return
      history.value = remember(history.value, { diff, name, at: now(), ...(merge === undefined ? {} : { merge }) })
      put(diff, 'edit')
    },
    undo: () => walk(stepBack, 'undo'),
    redo: () => walk(stepForward, 'redo'),
    undoName: steady(() => history.value.done.at(-1)?.name ?? null),
    redoName: steady(() => history.value.undone.at(-1)?.name ?? null),
    history,
    goTo(done) {
      for (let left = history.value.done.length - done; left > 0; left--) walk(stepBack, 'undo')
      for (let left = done - history.value.done.length; left > 0; left--) if (!walk(stepForward, 'redo')) return
    },
    adopt(next) {
      const diff = diffDocuments(document, next)
      if (diff.length) put(diff, 'others')
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Of a step's edits, those whose places nobody else has changed since: what others did is never undone. */
function stillThere(diff: Diff, document: PageDocument): Diff {
  return diff.filter((edit) => isSame(valueAt(document, edit.at), edit.was))
}

function ensure<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

function childIds(document: PageDocument, parent: string): string[] {
  return childrenOf(document.nodes, parent).map(({ id }) => id)
}

/** Panels that list children are drawn anew only when the list reads differently. */
function setList(list: ShallowRef<readonly string[]>, ids: readonly string[]): void {
  if (list.value.length === ids.length && list.value.every((id, i) => id === ids[i])) return
  list.value = ids
}
