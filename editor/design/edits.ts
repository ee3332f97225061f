import { applyDiff, squashDiffs, type Diff } from '../../schemas/diff'
import { rootId, type Frame, type PageDocument, type PageNode } from '../../schemas/page'
import { childrenOf } from '../../schemas/tree'
import type { Bilingual } from '../../schemas/words'
import { specs } from '../../widgets/specs'
import { writeClip } from '../document/clipText'
import { copyNodes } from '../document/commands/copyNodes'
import { duplicateNodes } from '../document/commands/duplicateNodes'
import { frameIn } from '../document/commands/framed'
import { insertNode } from '../document/commands/insertNode'
import { moveNodes } from '../document/commands/moveNodes'
import { pasteNodes } from '../document/commands/pasteNodes'
import { removeNodes } from '../document/commands/removeNodes'
import { setFrames } from '../document/commands/setFrames'
import { shiftNode } from '../document/commands/shiftNode'
import { topmost } from '../document/commands/topmost'
import type { DocumentStore } from '../document/documentStore'
import { Impossible } from '../document/impossible'
import { freshId, isContainer, whyNotInside, type Place } from '../document/placing'
import { told } from '../i18n/t'
import type { RulesDraft } from '../rules/rulesDraft'
import { copyText } from '../ui/copyText'
import { toast } from '../ui/toast'
import type { Cargo, Drop } from './dragging'
import { playFor } from './playFor'
import type { DesignSession } from './session'
import { stepName } from './stepName'
import { stepNames } from './stepNames'

export interface Edits {
  /** Runs a command on the page as it is and commits what it says. A refusal is told to the reader. */
  run(name: Bilingual, command: (document: PageDocument) => Diff, merge?: string): boolean
  /** A new widget, bound to a play of its kind; one is made where there is none. */
  insert(type: string, place?: Place, frame?: Frame, props?: PageNode['props']): Promise<void>
  land(cargo: Cargo, drop: Drop): void
  remove(): void
  copy(): void
  cut(): void
  paste(): void
  /** Into the container that the originals stand in, exactly where they stand. */
  pasteInPlace(): void
  duplicate(): void
  /** Moves what is selected by px in free containers. */
  nudge(dx: number, dy: number): void
  /** Moves the selected node among its siblings. */
  shift(by: -1 | 1): void
}

interface Parts {
  readonly store: DocumentStore
  readonly session: DesignSession
  readonly rules: RulesDraft
}

/** What people do to a page, in words and as undo steps. */
export function createEdits({ store, session, rules }: Parts): Edits {
  const chosen = (): string[] => topmost(store.document(), session.selected.value)

  function run(name: Bilingual, command: (document: PageDocument) => Diff, merge?: string): boolean {
    try {
      const before = store.document()
      const diff = command(before)
      store.commit(diff, { name: stepName(name, diff, before), ...(merge === undefined ? {} : { merge }) })
      return true
    } catch (error) {
      if (!(error instanceof Impossible)) throw error
      toast(told(error.reason), 'bad')
      return false
    }
  }

  async function insert(
    type: string,
    place: Place = placeAfter(store.document(), session.only.value, type),
    frame?: Frame,
    props?: PageNode['props'],
  ): Promise<void> {
    const spec = specs[type]
    if (!spec) return
    const reason = whyNotInside(store.document(), type, place.parent, specs)
    if (reason) return toast(told(reason), 'bad')
    const play = await playFor(spec, rules)
    const id = freshId((taken) => taken in store.document().nodes, type)
    const done = run(stepNames.insert, (document) =>
      insertNode(document, { id, spec, place, specs, ...(frame ? { frame } : {}), ...(play ? { play } : {}), ...(props ? { props } : {}) }),
    )
    if (done) session.select([id])
  }

  function pasteAt(place: Place, shift?: number): void {
    const clip = session.clip.value
    if (!clip) return
    run(stepNames.paste, (document) => {
      const pasted = pasteNodes(document, { clip, place, specs, ...(shift === undefined ? {} : { shift }) })
      session.select(pasted.ids)
      return pasted.diff
    })
  }

  /** Copies where the originals were dragged to, which stay. */
  function copyTo(ids: readonly string[], place: Place, frames: Drop['frames'] = {}): void {
    run(stepNames.copyTo, (document) => {
      const tops = topmost(document, ids)
      const pasted = pasteNodes(document, { clip: copyNodes(document, { ids }), place, specs, shift: 0 })
      session.select(pasted.ids)
      const placed = tops.flatMap((id, i) => (frames[id] ? [[pasted.ids[i]!, frames[id]] as const] : []))
      return squashDiffs([pasted.diff, setFrames(applyDiff(document, pasted.diff), { frames: Object.fromEntries(placed) })])
    })
  }

  function take(): void {
    const clip = copyNodes(store.document(), { ids: chosen() })
    session.clip.value = clip
    void copyText(writeClip(clip)).then((isShared) => isShared && (session.sharedClip.value = clip))
  }

  function remove(): void {
    const ids = chosen()
    if (ids.length === 0) return
    const next = neighbourOf(store.document(), ids)
    if (run(stepNames.remove, (document) => removeNodes(document, { ids }))) session.select(next ? [next] : [])
  }

  return {
    run,
    insert,
    remove,
    land(cargo, { place, frames }) {
      if (cargo.kind === 'new') void insert(cargo.type, place, frames?.['new'])
      else if (cargo.copies) copyTo(cargo.ids, place, frames)
      else if (frames && isHome(store.document(), cargo.ids, place)) run(stepNames.move, (document) => setFrames(document, { frames }))
      else run(stepNames.move, (document) => moveNodes(document, { ids: cargo.ids, place, specs, ...(frames ? { frames } : {}) }))
    },
    copy() {
      if (chosen().length) take()
    },
    cut() {
      if (chosen().length === 0) return
      take()
      remove()
    },
    paste() {
      const top = session.clip.value?.nodes[0]
      if (top) pasteAt(placeAfter(store.document(), session.only.value, top.type))
    },
    pasteInPlace() {
      const top = session.clip.value?.nodes[0]
      const parent = top?.parent && top.parent in store.document().nodes ? top.parent : null
      if (top) pasteAt(parent ? { parent, before: null } : placeAfter(store.document(), session.only.value, top.type), 0)
    },
    duplicate() {
      run(stepNames.duplicate, (document) => {
        const copies = duplicateNodes(document, { ids: chosen(), specs })
        if (copies.ids.length) session.select(copies.ids)
        return copies.diff
      })
    },
    nudge(dx, dy) {
      const framed = chosen().flatMap((id) => {
        const frame = frameIn(store.document(), id)
        return frame ? [[id, { ...frame, x: frame.x + dx, y: frame.y + dy }] as const] : []
      })
      run(stepNames.move, (document) => setFrames(document, { frames: Object.fromEntries(framed) }), `nudge/${framed.map(([id]) => id).join()}`)
    },
    shift(by) {
      const id = session.only.value
      if (id) run(stepNames.reorder, (document) => shiftNode(document, { id, by, specs }))
    },
  }
}

/** What stays in its container keeps its layer and its place in order. */
function isHome({ nodes }: PageDocument, ids: readonly string[], { parent }: Place): boolean {
  return ids.every((id) => nodes[id]?.parent === parent)
}

/** Where something new goes: into a selected container, right after a selected widget, else at the end of the page. */
export function placeAfter(document: PageDocument, selected: string | null, type: string): Place {
  for (
    let node = selected === null ? undefined : document.nodes[selected], below: PageNode | null = null;
    node;
    below = node, node = document.nodes[node.parent ?? '']
  ) {
    if (isContainer(node, specs) && !whyNotInside(document, type, node.id, specs)) return { parent: node.id, before: below ? nextOf(document, below) : null }
  }
  return { parent: rootId, before: null }
}

function nextOf(document: PageDocument, { id, parent }: PageNode): string | null {
  const siblings = childrenOf(document.nodes, parent!)
  return siblings[siblings.findIndex((sibling) => sibling.id === id) + 1]?.id ?? null
}

/** What is selected after some nodes are gone: the next sibling, else the one before, else the container. */
function neighbourOf(document: PageDocument, ids: readonly string[]): string | null {
  const first = document.nodes[ids[0]!]!
  const siblings = childrenOf(document.nodes, first.parent!).map(({ id }) => id)
  const at = siblings.indexOf(first.id)
  const left = [...siblings.slice(at), ...siblings.slice(0, at).reverse()].find((id) => !ids.includes(id))
  return left ?? (first.parent === rootId ? null : first.parent)
}
