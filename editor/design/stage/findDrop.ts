import { rootId, type Frame, type PageDocument } from '../../../schemas/page'
import { childrenOf, isInside } from '../../../schemas/tree'
import type { Bilingual } from '../../../schemas/words'
import { isContainer, layoutOf, whyNotInside, whyNotMove, type Specs } from '../../document/placing'
import type { Cargo, Drop, Grip } from '../dragging'
import type { Point, Rect } from '../gestures/geometry'
import { around } from '../gestures/geometry'
import { distances, evenGaps, fieldOf, type EvenGaps, type Field } from '../gestures/gaps'
import { insertionAt, isAtEdge, type Sibling } from '../gestures/insertion'
import { snap, stopsOf, type Stops } from '../gestures/snap'
import { frameAt } from './plane'

/** What finding a drop must know of the page as it is drawn. */
export interface Drawn {
  readonly document: PageDocument
  readonly specs: Specs
  nodeAt(point: Point): string | null
  rectOf(id: string): Rect | null
  /** The boxes of many nodes in one look; those that are not drawn are left out. */
  rectsOf(ids: ReadonlySet<string>): ReadonlyMap<string, Rect>
  /** Screen px of one px of the design. */
  readonly unit: number
  /** How near counts as touching, in px of the page; 0: things rest nowhere. */
  readonly reach: number
  /** Lines that things rest on, within a box. */
  linesIn?(box: Rect): readonly Rect[]
}

/** The boxes of the cargo as they lay when the drag began; and of each container, looked at once, what stands in it and where things may rest. */
export interface DragMemory {
  readonly boxes: ReadonlyMap<string, Rect>
  readonly siblings: Map<string, readonly Sibling[]>
  readonly stops: Map<string, Stops>
  readonly fields: Map<string, Field>
}

export function rememberDrag(cargo: Cargo, { rectOf, document, specs, unit }: Drawn): DragMemory {
  if (cargo.kind === 'new') return { boxes: new Map([['new', sizeOf(specs, cargo.type, unit)]]), siblings: new Map(), stops: new Map(), fields: new Map() }
  const boxes = cargo.ids.flatMap((id) => {
    const box = rectOf(id) ?? sizeOf(specs, document.nodes[id]?.type ?? '', unit)
    return [[id, box] as const]
  })
  return { boxes: new Map(boxes), siblings: new Map(), stops: new Map(), fields: new Map() }
}

/** What stands where must be looked at anew: something moved on the page. */
export function forgetPlaces({ siblings, stops, fields }: DragMemory): void {
  siblings.clear()
  fields.clear()
  stops.clear()
}

function sizeOf(specs: Specs, type: string, unit: number): Rect {
  const { w, h } = specs[type]?.size ?? { w: 160, h: 80 }
  return { x: 0, y: 0, w: w * unit, h: h * unit }
}

/** Where the cargo would land at a point of the page, and why not if it cannot. */
export function findDrop(cargo: Cargo, point: Point, grip: Grip, drawn: Drawn, memory: DragMemory): Drop {
  const parent = holderAt(point, drawn)
  const box = drawn.rectOf(parent) ?? { x: 0, y: 0, w: 0, h: 0 }
  const reason = refusal(cargo, parent, drawn)
  const base = { surface: 'page', reason, box } as const
  if (reason) return { ...base, place: { parent, before: null } }
  if (layoutOf(drawn.document.nodes[parent], drawn.specs) === 'free')
    return { ...base, place: placeOnTop(cargo, parent, drawn), ...placedFreely(cargo, parent, box, point, grip, drawn, memory) }
  const siblings = siblingsIn(cargo, parent, drawn, memory)
  const { before, line } = insertionAt(point, box, siblings)
  return { ...base, place: { parent, before }, line }
}

/** The container that the pointer means: the innermost one, unless it is at its edge. */
function holderAt(point: Point, { document, specs, nodeAt, rectOf }: Drawn): string {
  let at = nodeAt(point) ?? rootId
  if (!isContainer(document.nodes[at], specs)) at = document.nodes[at]?.parent ?? rootId
  const box = rectOf(at)
  const outer = document.nodes[at]?.parent
  const isFlowing = outer !== undefined && outer !== null && !specs[document.nodes[at]!.type]?.overlay && layoutOf(document.nodes[outer], specs) === 'flow'
  return isFlowing && box && isAtEdge(point, box) ? outer : at
}

function refusal(cargo: Cargo, parent: string, { document, specs }: Drawn): Bilingual | null {
  if (cargo.kind === 'new') return whyNotInside(document, cargo.type, parent, specs)
  return cargo.ids.map((id) => whyNotMove(document, id, parent, specs)).find((reason) => reason !== null) ?? null
}

function isMoving(cargo: Cargo, id: string, document: PageDocument): boolean {
  return cargo.kind === 'nodes' && !cargo.copies && cargo.ids.some((moving) => isInside(document.nodes, id, moving))
}

function siblingsIn(cargo: Cargo, parent: string, { document, rectsOf }: Drawn, { siblings }: DragMemory): readonly Sibling[] {
  const known = siblings.get(parent)
  if (known) return known
  const staying = childrenOf(document.nodes, parent).filter(({ id }) => !isMoving(cargo, id, document))
  const rects = rectsOf(new Set(staying.map(({ id }) => id)))
  const found = staying.flatMap(({ id }) => {
    const rect = rects.get(id)
    return rect ? [{ id, rect }] : []
  })
  siblings.set(parent, found)
  return found
}

/** Placed freely, what stays in its container keeps its layer; what comes in lies on top. */
function placeOnTop(cargo: Cargo, parent: string, { document }: Drawn): Drop['place'] {
  const siblings = childrenOf(document.nodes, parent)
  const only = cargo.kind === 'nodes' && cargo.ids.length === 1 ? siblings.findIndex(({ id }) => id === cargo.ids[0]) : -1
  return { parent, before: only < 0 ? null : (siblings[only + 1]?.id ?? null) }
}

function placedFreely(
  cargo: Cargo,
  parent: string,
  box: Rect,
  point: Point,
  grip: Grip,
  drawn: Drawn,
  memory: DragMemory,
): Pick<Drop, 'frames' | 'ghosts' | 'guides' | 'gaps' | 'distances'> {
  const all = around([...memory.boxes.values()]) ?? box
  // Without a grip the cargo hangs by its middle.
  const by = grip ? { x: point.x - grip.x, y: point.y - grip.y } : { x: point.x - all.x - all.w / 2, y: point.y - all.y - all.h / 2 }
  const { stops, field } = restsIn(cargo, parent, box, drawn, memory)
  const moved = { ...all, x: all.x + by.x, y: all.y + by.y }
  const snapped = drawn.reach > 0 ? rested(moved, field, stops, drawn.reach) : { dx: 0, dy: 0, guides: [], gaps: [] }
  const ghosts = new Map([...memory.boxes].map(([id, rect]) => [id, { ...rect, x: rect.x + by.x + snapped.dx, y: rect.y + by.y + snapped.dy }]))
  const frames = [...ghosts].map(([id, ghost]) => [id, frameOf(ghost, box, drawn, drawn.document.nodes[id]?.frame)] as const)
  const landed = { ...moved, x: moved.x + snapped.dx, y: moved.y + snapped.dy }
  return {
    frames: Object.fromEntries(frames),
    ghosts: [...ghosts.values()],
    guides: snapped.guides,
    gaps: snapped.gaps,
    distances: snapped.gaps.length ? [] : distances(landed, field, box),
  }
}

/** Where things may rest in a container: worked out once a drag. */
function restsIn(cargo: Cargo, parent: string, box: Rect, drawn: Drawn, memory: DragMemory): { readonly stops: Stops; readonly field: Field } {
  const [known, knownField] = [memory.stops.get(parent), memory.fields.get(parent)]
  if (known && knownField) return { stops: known, field: knownField }
  const others = siblingsIn(cargo, parent, drawn, memory).map(({ rect }) => rect)
  const [stops, field] = [stopsOf([...others, box, ...(drawn.linesIn?.(box) ?? [])]), fieldOf(others)]
  memory.stops.set(parent, stops)
  memory.fields.set(parent, field)
  return { stops, field }
}

interface Rested {
  readonly dx: number
  readonly dy: number
  readonly guides: Drop['guides'] & {}
  readonly gaps: Drop['gaps'] & {}
}

/** On lines first; along an axis without one, in equal gaps. */
function rested(moved: Rect, field: Field, stops: Stops, reach: number): Rested {
  const lined = snap(moved, stops, reach)
  const onLine = (axis: 'x' | 'y'): boolean => lined.guides.some((guide) => guide.axis === axis)
  const at = { ...moved, x: moved.x + lined.dx, y: moved.y + lined.dy }
  const even = (axis: 'x' | 'y'): EvenGaps | null => (onLine(axis) ? null : evenGaps(at, field, axis, reach))
  const [across, down] = [even('x'), even('y')]
  return { dx: lined.dx + (across?.by ?? 0), dy: lined.dy + (down?.by ?? 0), guides: lined.guides, gaps: [...(across?.gaps ?? []), ...(down?.gaps ?? [])] }
}

/** A box on the screen as a frame in its container. What has a frame already keeps its size, rotation and layer. */
function frameOf(ghost: Rect, box: Rect, { unit }: Drawn, known: Frame | null | undefined): Frame {
  const { x, y, w, h } = frameAt(ghost, { box, unit })
  const at = { x: Math.round(x), y: Math.round(y) }
  return known ? { ...known, ...at } : { ...at, w: Math.max(1, Math.round(w)), h: Math.max(1, Math.round(h)) }
}
