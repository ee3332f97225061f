import { applyDiff, squashDiffs, type Diff } from '../../../schemas/diff'
import type { Frame, PageDocument, PageNode } from '../../../schemas/page'
import { childrenOf } from '../../../schemas/tree'
import { versionOf } from '../../../schemas/widget'
import { Impossible } from '../impossible'
import { designWidth } from '../../../renderer/designWidth'
import { freshId, layoutOf, type Specs } from '../placing'
import { boxAround, framedOf } from './framed'
import { moveNodes } from './moveNodes'
import { topmost } from './topmost'

/** The widget that groups are made of. */
export const groupType = 'section'

export interface Grouping {
  readonly ids: readonly string[]
  readonly specs: Specs
  readonly random?: () => number
}

export interface Grouped {
  readonly diff: Diff
  /** The group; null where nothing was grouped. */
  readonly id: string | null
}

/**
 * Puts nodes of one container into a group of their own, right where they stand. Freely placed ones keep their places on the screen.
 * @throws Impossible when they stand in different containers, or one is locked.
 */
export function groupNodes(document: PageDocument, { ids, specs, random }: Grouping): Grouped {
  const moving = topmost(document, ids)
  const parents = new Set(moving.map((id) => document.nodes[id]!.parent!))
  const [parent] = parents
  if (parent === undefined) return { diff: [], id: null }
  if (parents.size > 1) throw new Impossible({ zh: '只能把同一容器里的组件编为一组', en: 'Only widgets of one container can be grouped' })
  const spec = specs[groupType]
  if (!spec) return { diff: [], id: null }
  const id = freshId((taken) => taken in document.nodes, 'group', random)
  const isFree = layoutOf(document.nodes[parent], specs) === 'free'
  const framed = framedOf(document, moving)
  const around = isFree && framed.length ? boxAround(framed.map(([, frame]) => frame)) : null
  const group: PageNode = {
    id,
    type: groupType,
    v: versionOf(spec),
    parent,
    // It takes the place of the frontmost one for a moment; moving the others into it leaves that place free.
    order: document.nodes[moving.at(-1)!]!.order,
    props: { ...spec.defaults, look: 'plain', layout: around ? 'free' : 'flow', ...(around ? { height: Math.max(20, Math.ceil(around.h)) } : {}) },
    ...(around ? { frame: { x: around.x, y: around.y, w: Math.max(1, around.w), h: Math.max(1, around.h) } } : {}),
  }
  const made: Diff = [{ at: ['nodes', id], is: group }]
  const frames = around
    ? Object.fromEntries(
        framed.map(([one, frame]) => [
          one,
          { ...frame, x: ((frame.x - around.x) * designWidth) / around.w, y: frame.y - around.y, w: (frame.w * designWidth) / around.w },
        ]),
      )
    : {}
  const moved = moveNodes(applyDiff(document, made), { ids: moving, place: { parent: id, before: null }, specs, frames })
  return { diff: squashDiffs([made, moved]), id }
}

/**
 * Takes containers away and leaves what they held, in their stead and in the same place on the screen.
 * @throws Impossible when a node cannot stand where its container stood.
 */
export function ungroupNodes(document: PageDocument, { ids, specs }: Grouping): { readonly diff: Diff; readonly ids: readonly string[] } {
  const diffs: Diff[] = []
  const freed: string[] = []
  let grown = document
  for (const id of topmost(document, ids)) {
    const { parent, frame } = document.nodes[id]!
    const inside = childrenOf(document.nodes, id)
    if (inside.length === 0 || parent === null) continue
    const moved = moveNodes(grown, { ids: inside.map((one) => one.id), place: { parent, before: id }, specs, frames: outerFrames(inside, frame ?? null) })
    const diff = squashDiffs([moved, [{ at: ['nodes', id], was: document.nodes[id] }]])
    grown = applyDiff(grown, diff)
    diffs.push(diff)
    freed.push(...inside.map((one) => one.id))
  }
  return { diff: squashDiffs(diffs), ids: freed }
}

function outerFrames(inside: readonly PageNode[], outer: Frame | null): { readonly [id: string]: Frame } {
  if (!outer) return {}
  return Object.fromEntries(
    inside.flatMap(({ id, frame }) =>
      frame ? [[id, { ...frame, x: outer.x + (frame.x * outer.w) / designWidth, y: frame.y + outer.y, w: (frame.w * outer.w) / designWidth }]] : [],
    ),
  )
}
