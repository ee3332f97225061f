import { rootId, type Frame, type PageDocument, type PageNode } from '../../schemas/page'
import { childrenOf, isInside } from '../../schemas/tree'
import type { WidgetSpec } from '../../schemas/widget'
import type { Bilingual } from '../../schemas/words'

export type Specs = { readonly [type: string]: WidgetSpec }
export type Layout = 'flow' | 'free'

/** A spot among siblings: inside `parent`, right before the sibling `before`, or last where that is null. */
export interface Place {
  readonly parent: string
  readonly before: string | null
}

const defaultSize = { w: 160, h: 80 }

/** How a container lays out what it holds. The page itself flows. */
export function layoutOf(node: PageNode | undefined, specs: Specs): Layout {
  const layouts = node && specs[node.type]?.contains?.layouts
  if (!layouts?.length) return 'flow'
  const wanted = node?.props['layout']
  return layouts.find((layout) => layout === wanted) ?? layouts[0]!
}

/** Whether a node can hold others at all. */
export function isContainer(node: PageNode | undefined, specs: Specs): boolean {
  return node !== undefined && (node.id === rootId || specs[node.type]?.contains !== undefined)
}

/** Why a widget of `type` may not stand in `parent`; null when it may. */
export function whyNotInside(document: PageDocument, type: string, parent: string, specs: Specs): Bilingual | null {
  const holder = document.nodes[parent]
  if (!holder) return { zh: '这个容器已经不在了', en: 'That container is gone' }
  if (!isContainer(holder, specs)) return { zh: '它不能放入其他组件', en: 'It cannot hold other widgets' }
  if (holder.locked) return { zh: '这个容器已锁定', en: 'That container is locked' }
  if (specs[type]?.within === 'page' && parent !== rootId) return { zh: '这个组件只能直接放在页面上', en: 'This widget stands only directly on the page' }
  const accepts = specs[holder.type]?.contains?.accepts ?? 'any'
  if (accepts === 'any' || accepts.includes(type)) return null
  return refusedBy(specs[holder.type]!, specs[type])
}

function refusedBy(holder: WidgetSpec, guest: WidgetSpec | undefined): Bilingual {
  const name = guest?.title ?? { zh: '这个组件', en: 'this widget' }
  return { zh: `“${holder.title.zh}”里不能放“${name.zh}”`, en: `${holder.title.en} does not accept ${name.en}` }
}

/** Why the node `id` may not move into `parent`; null when it may. */
export function whyNotMove(document: PageDocument, id: string, parent: string, specs: Specs): Bilingual | null {
  const node = document.nodes[id]
  if (!node || id === rootId) return { zh: '页面本身不能移动', en: 'The page itself cannot move' }
  if (node.locked) return { zh: '这个组件已锁定', en: 'This widget is locked' }
  if (isInside(document.nodes, parent, id)) return { zh: '不能放进它自己里面', en: 'It cannot go inside itself' }
  return whyNotInside(document, node.type, parent, specs)
}

/** The orders on both sides of a place, leaving out the nodes that are on the move. */
export function ordersAround(document: PageDocument, place: Place, moving: readonly string[] = []): [string | null, string | null] {
  const siblings = childrenOf(document.nodes, place.parent)
  const found = siblings.findIndex(({ id }) => id === place.before)
  const at = found < 0 ? siblings.length : found
  const stays = ({ id }: PageNode): boolean => !moving.includes(id)
  const before = siblings.slice(0, at).filter(stays).at(-1)?.order ?? null
  // Two people can give two siblings the same order; a key fits only before or after both.
  const after =
    siblings
      .slice(at)
      .filter(stays)
      .find(({ order }) => before === null || order > before)?.order ?? null
  return [before, after]
}

/** The frame of a widget that enters a free container without one: its spec's size, below what is there already. */
export function defaultFrame(document: PageDocument, parent: string, spec: WidgetSpec | undefined): Frame {
  const { w, h } = spec?.size ?? defaultSize
  const bottoms = childrenOf(document.nodes, parent).map(({ frame }) => (frame ? frame.y + frame.h : 0))
  return { x: 16, y: Math.min(40_000, Math.max(0, ...bottoms) + 16), w, h }
}

/** A name for a new node that is not taken yet: short, and telling of its type. */
export function freshId(isTaken: (id: string) => boolean, type: string, random: () => number = Math.random): string {
  const stem = `${type.slice(0, 24)}-${Math.floor(random() * 36 ** 5)
    .toString(36)
    .padStart(5, '0')}`
  let id = stem
  for (let turn = 2; isTaken(id); turn++) id = `${stem}-${turn}`
  return id
}
