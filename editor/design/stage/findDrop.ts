import { designWidth } from '../../../renderer/designWidth'
import { rootId, type Frame, type PageDocument } from '../../../schemas/page'
import { childrenOf, isInside } from '../../../schemas/tree'
import type { Bilingual } from '../../../schemas/words'
import { frameIn } from '../../document/commands/framed'
import { isContainer, layoutOf, whyNotInside, whyNotMove, type Specs } from '../../document/placing'
import type { Cargo, Drop, Grip } from '../dragging'
import { around, centreOf, holds, type Point, type Rect } from '../gestures/geometry'
import { distances, evenGaps, type EvenGaps } from '../gestures/gaps'
import { insertionAt, isAtEdge, type Sibling } from '../gestures/insertion'
import { fieldOf, type Field } from '../gestures/neighbours'
import { allSides, snap, stopsOf, type Sides, type Stops } from '../gestures/snap'
import { frameAt } from './plane'

/** What finding a drop must know of the page as it is drawn. */
export interface Drawn {
  readonly document: PageDocument
  readonly specs: Specs
  nodeAt(point: Point): string | null
  rectOf(id: string): Rect | null
  /** The boxes of many nodes in one look; those that are not drawn are left out. */
  rectsOf(ids: ReadonlySet<string>): ReadonlyMap<string, Rect>
  /** The boxes that many nodes would have as frames, to look as they do now. */
  contentsOf(ids: ReadonlySet<string>): ReadonlyMap<string, Rect>
  /** The box that the frames in a container count in. */
  planeOf(id: string): Rect | null
  /** Screen px of one px of the design. */
  readonly unit: number
  /** How near counts as touching, in px of the page; 0: things rest nowhere. */
  readonly reach: number
  /** What is dragged goes straight across or straight down. */
  readonly isStraight?: boolean
  /** Lines that things rest on, within a box. */
  linesIn?(box: Rect): readonly Rect[]
}

/** One piece of the cargo as it lay when the drag began. */
interface Piece {
  /** What is seen of it, and what a frame is to be put around: around it, where it is turned. */
  readonly box: Rect
  /** In px of the page, before it is turned. */
  readonly w: number
  readonly h: number
  /** Null: it is not placed freely. */
  readonly frame: Frame | null
  readonly parent: string | null
}

/** The cargo as it lay when the drag began; and of each container, looked at once, what stands in it and where things may rest. */
export interface DragMemory {
  readonly pieces: ReadonlyMap<string, Piece>
  readonly siblings: Map<string, readonly Sibling[]>
  readonly stops: Map<string, Stops>
  readonly fields: Map<string, Field>
  readonly holders: Holders
}

/** Which container is meant where. The browser looks through every node to say so, and says the same wherever the same boxes are under the pointer. */
interface Holders {
  /** Containers that are drawn, with their boxes; null: to be looked at. */
  boxes: ReadonlyMap<string, Rect> | null
  /** By the containers whose boxes are under the pointer. */
  readonly known: Map<string, string>
}

export function rememberDrag(cargo: Cargo, drawn: Drawn): DragMemory {
  const pieces = cargo.kind === 'new' ? [['new', loose(sizeOf(drawn, cargo.type, cargo.size))] as const] : piecesOf(cargo.ids, drawn)
  return { pieces: new Map(pieces), siblings: new Map(), stops: new Map(), fields: new Map(), holders: { boxes: null, known: new Map() } }
}

const loose = (box: Rect): Piece => ({ box, w: box.w, h: box.h, frame: null, parent: null })

function piecesOf(ids: readonly string[], drawn: Drawn): (readonly [string, Piece])[] {
  const boxes = drawn.contentsOf(new Set(ids))
  return ids.map((id) => [id, pieceOf(id, boxes.get(id), drawn)])
}

function pieceOf(id: string, seen: Rect | undefined, drawn: Drawn): Piece {
  const { document, planeOf, unit } = drawn
  const { parent = null, type = '' } = document.nodes[id] ?? {}
  const box = seen ?? sizeOf(drawn, type)
  const frame = frameIn(document, id)
  const holder = frame && parent !== null ? planeOf(parent) : null
  return frame && holder ? { box, w: (frame.w * holder.w) / designWidth, h: frame.h * unit, frame, parent } : { ...loose(box), parent }
}

/** What stands where must be looked at anew: something moved on the page. */
export function forgetPlaces({ siblings, stops, fields, holders }: DragMemory): void {
  holders.boxes = null
  holders.known.clear()
  siblings.clear()
  fields.clear()
  stops.clear()
}

function sizeOf({ specs, unit }: Drawn, type: string, size = specs[type]?.size): Rect {
  const { w, h } = size ?? { w: 160, h: 80 }
  return { x: 0, y: 0, w: w * unit, h: h * unit }
}

/** Where the cargo would land at a point of the page, and why not if it cannot. */
export function findDrop(cargo: Cargo, point: Point, grip: Grip, drawn: Drawn, memory: DragMemory): Drop {
  const parent = holderAt(point, drawn, memory)
  const box = drawn.rectOf(parent) ?? { x: 0, y: 0, w: 0, h: 0 }
  const reason = refusal(cargo, parent, drawn)
  const base = { surface: 'page', reason, box } as const
  if (reason) return { ...base, place: { parent, before: null } }
  if (layoutOf(drawn.document.nodes[parent], drawn.specs) === 'free')
    // What comes in lies on top; what is at home here keeps its place in order.
    return { ...base, place: { parent, before: null }, ...placedFreely(cargo, parent, drawn.planeOf(parent) ?? box, point, grip, drawn, memory) }
  const siblings = siblingsIn(cargo, parent, drawn, memory)
  const { before, line } = insertionAt(point, box, siblings)
  return { ...base, place: { parent, before }, line }
}

/** The container that the pointer means: the innermost one, unless it is at its edge. */
function holderAt(point: Point, drawn: Drawn, { holders }: DragMemory): string {
  const { document, specs, rectOf } = drawn
  const at = containerAt(point, drawn, holders)
  const box = rectOf(at)
  const outer = document.nodes[at]?.parent
  const isFlowing = outer !== undefined && outer !== null && !specs[document.nodes[at]!.type]?.overlay && layoutOf(document.nodes[outer], specs) === 'flow'
  return isFlowing && box && isAtEdge(point, box) ? outer : at
}

function containerAt(point: Point, { document, specs, nodeAt, rectsOf }: Drawn, holders: Holders): string {
  holders.boxes ??= rectsOf(new Set(Object.values(document.nodes).flatMap((node) => (isContainer(node, specs) ? node.id : []))))
  const under = [...holders.boxes].flatMap(([id, box]) => (holds(box, point) ? id : []))
  const key = under.join()
  const known = holders.known.get(key)
  if (known !== undefined) return known
  let at = nodeAt(point) ?? rootId
  if (!isContainer(document.nodes[at], specs)) at = document.nodes[at]?.parent ?? rootId
  // A turned container does not fill its box, so that each point of it is another question.
  if (!under.some((id) => document.nodes[id]?.frame?.rotate)) holders.known.set(key, at)
  return at
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

function placedFreely(
  cargo: Cargo,
  parent: string,
  box: Rect,
  point: Point,
  grip: Grip,
  drawn: Drawn,
  memory: DragMemory,
): Pick<Drop, 'frames' | 'ghosts' | 'guides' | 'gaps' | 'distances'> {
  const all = around([...memory.pieces.values()].map((piece) => piece.box)) ?? box
  // Without a grip the cargo hangs by its middle.
  const by = grip ? way({ x: point.x - grip.x, y: point.y - grip.y }, drawn) : { x: point.x - all.x - all.w / 2, y: point.y - all.y - all.h / 2 }
  const { stops, field } = restsIn(cargo, parent, box, drawn, memory)
  const moved = { ...all, x: all.x + by.x, y: all.y + by.y }
  const sides = grip && drawn.isStraight ? { x: by.x ? allSides.x : [], y: by.y ? allSides.y : [] } : allSides
  const snapped = drawn.reach > 0 ? rested(moved, field, stops, drawn.reach, sides) : { dx: 0, dy: 0, guides: [], gaps: [] }
  const ghosts = new Map(
    [...memory.pieces].map(([id, piece]) => [id, { ...piece.box, x: piece.box.x + by.x + snapped.dx, y: piece.box.y + by.y + snapped.dy }]),
  )
  const frames = [...ghosts].map(([id, ghost]) => [id, frameOf(ghost, { parent, box }, drawn, memory.pieces.get(id)!)] as const)
  const landed = { ...moved, x: moved.x + snapped.dx, y: moved.y + snapped.dy }
  return {
    frames: Object.fromEntries(frames),
    ghosts: [...ghosts.values()],
    guides: snapped.guides,
    gaps: snapped.gaps,
    distances: snapped.gaps.length ? [] : distances(landed, field, box),
  }
}

/** The longer of both directions, where only one is wanted. */
function way({ x, y }: Point, { isStraight }: Drawn): Point {
  if (!isStraight) return { x, y }
  return Math.abs(x) >= Math.abs(y) ? { x, y: 0 } : { x: 0, y }
}

/** Where things may rest in a container: worked out once a drag. */
function restsIn(cargo: Cargo, parent: string, box: Rect, drawn: Drawn, memory: DragMemory): { readonly stops: Stops; readonly field: Field } {
  const [known, knownField] = [memory.stops.get(parent), memory.fields.get(parent)]
  if (known && knownField) return { stops: known, field: knownField }
  const others = siblingsIn(cargo, parent, drawn, memory).map(({ rect }) => rect)
  const page = drawn.rectOf(rootId)
  const [stops, field] = [stopsOf([...others, box, ...(page ? [page] : []), ...(drawn.linesIn?.(box) ?? [])]), fieldOf(others)]
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

/** On lines first; along an axis without one, in equal gaps. On a line, gaps are shown where they happen to be equal. */
function rested(moved: Rect, field: Field, stops: Stops, reach: number, sides: Sides): Rested {
  const lined = snap(moved, stops, reach, sides)
  const isOnLine = (axis: 'x' | 'y'): boolean => lined.guides.some((guide) => guide.axis === axis)
  const at = { ...moved, x: moved.x + lined.dx, y: moved.y + lined.dy }
  const even = (axis: 'x' | 'y'): EvenGaps | null => (sides[axis].length ? evenGaps(at, field, axis, isOnLine(axis) ? 0.5 : reach) : null)
  const [across, down] = [even('x'), even('y')]
  const by = (axis: 'x' | 'y', gaps: EvenGaps | null): number => (isOnLine(axis) ? 0 : (gaps?.by ?? 0))
  return { dx: lined.dx + by('x', across), dy: lined.dy + by('y', down), guides: lined.guides, gaps: [...(across?.gaps ?? []), ...(down?.gaps ?? [])] }
}

/** What is seen on the screen as a frame in its container, on whole px. What is placed freely already keeps its size as it is seen, its angle and its layer. */
function frameOf(ghost: Rect, { parent, box }: { readonly parent: string; readonly box: Rect }, { unit }: Drawn, piece: Piece): Frame {
  const centre = centreOf(ghost)
  const { x, y, w, h } = frameAt({ x: centre.x - piece.w / 2, y: centre.y - piece.h / 2, w: piece.w, h: piece.h }, { box, unit })
  const at = { x: Math.round(x), y: Math.round(y) }
  if (piece.frame && piece.parent === parent) return { ...piece.frame, ...at }
  return { ...piece.frame, ...at, w: Math.max(1, Math.round(w)), h: Math.max(1, Math.round(h)) }
}
