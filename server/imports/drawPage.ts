import { rootId, type Action, type Frame, type PageDocument, type PageNode } from '../../schemas/page'
import { maxNodes } from '../../schemas/limits'
import type { RulesDocument } from '../../schemas/rules'
import { ordersBetween } from '../../schemas/order'
import { pageFormat } from '../../schemas/page'
import { versionOf, type WidgetSpec } from '../../schemas/widget'
import type { Locale } from '../../schemas/words'
import { safeLink } from '../../widgets/html'
import { specs } from '../../widgets/specs'
import { designWidth } from '../../renderer/designWidth'
import { formRules } from './formRules'
import { frameOf, scaleOf, type Ground } from './frame'
import { gatherForms } from './gatherForms'
import type { ForeignPage, Part, Tap } from './part'
import { pictureOf } from './picture'
import type { Question } from './question'
import { addressIn, colourOf, lengthOf } from './reading'
import type { ReasonCode } from './reasons'
import { widgetOf, type Made } from './widgetOf'

export const fates = ['kept', 'changed', 'placeholder', 'dropped'] as const
export type Fate = (typeof fates)[number]

/** What became of one part of the page. */
export interface Line {
  /** Its type there. */
  readonly was: string
  readonly name?: string
  readonly fate: Fate
  /** The widget that it is here. */
  readonly now?: string
  readonly node?: string
  readonly reasons: readonly ReasonCode[]
}

export interface DrawnPage {
  readonly title: string
  readonly document: PageDocument
  /** The plays that it brings along, by id: its forms. */
  readonly plays: RulesDocument['plays']
  /** One a part, in the order of the page; first the page itself. */
  readonly lines: readonly Line[]
}

/** A foreign page as a page document of ours, and what became of each part of it. */
export function drawPage(page: ForeignPage, locale: Locale): DrawnPage {
  const drawing = new Drawing(scaleOf(page.width), page.rem ?? 16)
  const ground = { width: page.width, height: page.height ?? page.width * 2, rem: page.rem ?? 16 }
  drawing.place(gatherForms(page.parts), { parent: rootId, ground, isFree: page.isFree, depth: 0 })
  const background = pictureOf(addressIn(page.style['backgroundImage']))
  const colour = colourOf(page.style['backgroundColor'] ?? page.style['background'])
  const height = page.isFree ? Math.round(Math.max(200, Math.min(20_000, Math.max((page.height ?? 0) * drawing.scale, drawing.bottomOf(rootId))))) : null
  const props = { layout: page.isFree ? 'free' : 'flow', ...(height === null ? {} : { height }), ...pageImage(background.src) }
  const root: PageNode = { id: rootId, type: 'page', v: versionOf(specs['page']!), parent: null, order: 'a0', props }
  const lost = [...page.lost, ...background.lost]
  return {
    title: page.title,
    document: {
      format: pageFormat,
      title: page.title,
      locale,
      theme: { preset: 'fresh', ...(colour ? { tokens: { 'color.page': colour, 'color.backdrop': colour } } : {}) },
      ...(page.share?.title || page.share?.description ? { share: { ...page.share } } : {}),
      nodes: { [rootId]: root, ...drawing.withTaps() },
    },
    plays: drawing.plays,
    lines: [{ was: 'page', fate: lost.length ? 'changed' : 'kept', now: 'page', node: rootId, reasons: lost }, ...drawing.lines],
  }
}

function pageImage(src: string): { image?: string } {
  return src && (src.startsWith('data:') || src.length <= 300) ? { image: src } : {}
}

interface Place {
  readonly parent: string
  readonly ground: Ground
  readonly isFree: boolean
  readonly depth: number
}

const deepest = 24
const longestSource = 8000

/** One page being drawn: its nodes so far, and who is who. */
class Drawing {
  readonly lines: Line[] = []
  readonly plays: { [id: string]: RulesDocument['plays'][string] } = {}
  private count = 0
  private readonly nodes: { [id: string]: PageNode } = {}
  private readonly bottoms: { [parent: string]: number } = {}
  /** Ids there → ids here. */
  private readonly known = new Map<string, string>()
  private readonly taps = new Map<string, readonly Tap[]>()
  private readonly lineOf = new Map<string, number>()
  private readonly children = new Map<string, string[]>()

  constructor(
    readonly scale: number,
    private readonly rem: number,
  ) {}

  place(parts: readonly Part[], place: Place): void {
    for (const part of parts) this.placeOne(part, place)
  }

  bottomOf(parent: string): number {
    return this.bottoms[parent] ?? 0
  }

  private placeOne(part: Part, place: Place): void {
    if (part.kind === 'space') return this.drop(part, ...(part.lost.length ? [] : (['spacing'] as const)))
    if (this.count >= maxNodes - 1) return this.drop(part, 'too-many')
    if (this.isMereWrapper(part, place)) return this.dissolve(part, place)
    const made = widgetOf(part, this.scale, this.rem)
    if (made === null) return this.drop(part, 'empty')
    this.put(part, made, place)
  }

  private put(part: Part, made: Made, place: Place): void {
    const spec = specs[made.type]
    const isPopup = spec?.overlay === true
    const parent = isPopup ? rootId : place.parent
    const id = this.freshId(made.type)
    const holds = spec?.contains !== undefined
    const frame = place.isFree && !isPopup ? frameOf(part.style, place.ground, { scale: this.scale, otherwise: sizeOf(spec, place, this.scale) }) : null
    const inside = this.insideOf(part, made, { frame, place })
    const reasons = [...part.lost, ...made.lost, ...(part.isHidden ? (['hidden'] as const) : [])]
    this.nodes[id] = this.record(part, { ...made, props: holds ? { ...made.props, ...inside.props } : made.props }, { id, parent, frame })
    if (part.gathered) this.lines.push(...part.gathered.map((one) => lineInForm(one, id)))
    else this.report(part, { id, now: made.type, reasons, isPlaceholder: spec === undefined })
    if (frame) this.bottoms[parent] = Math.max(this.bottomOf(parent), frame.y + frame.h)
    if (holds) this.place(part.children, { parent: id, ground: inside.ground, isFree: inside.isFree, depth: place.depth + 1 })
    if (holds && inside.isFree && !part.style['height']) this.grow(id)
  }

  /** A container's own layout, and the ground that its content stands on. */
  private insideOf(part: Part, { type }: Made, { frame, place }: { frame: Frame | null; place: Place }) {
    const isFree = part.isFree === true
    const width = frame ? frame.w / this.scale : (lengthOf(part.style['width'], { rem: this.rem, whole: place.ground.width }) ?? place.ground.width)
    const height = lengthOf(part.style['height'], { rem: this.rem, whole: place.ground.height }) ?? (frame ? frame.h / this.scale : 240)
    const bounds = type === 'overlay' ? [80, 2000] : [20, 4000]
    const tall = Math.round(Math.min(bounds[1]!, Math.max(bounds[0]!, height * this.scale)))
    return { isFree, ground: { width, height, rem: this.rem }, props: { layout: isFree ? 'free' : 'flow', ...(isFree ? { height: tall } : {}) } }
  }

  private grow(id: string): void {
    const node = this.nodes[id]!
    const height = Math.round(Math.min(2000, Math.max(Number(node.props['height'] ?? 0), this.bottomOf(id))))
    this.nodes[id] = { ...node, props: { ...node.props, height } }
  }

  private record(part: Part, made: Made, { id, parent, frame }: { id: string; parent: string; frame: Frame | null }): PageNode {
    if (part.id) this.known.set(part.id, id)
    if (part.taps?.length) this.taps.set(id, part.taps)
    this.childrenOf(parent).push(id)
    const spec = specs[made.type]
    return {
      id,
      type: made.type,
      v: spec ? versionOf(spec) : 0,
      parent,
      order: '',
      ...(part.name ? { name: part.name.slice(0, 200) } : {}),
      props: spec ? made.props : placeholderProps(part),
      ...(spec?.shows ? { play: part.kind === 'form' ? this.formPlay(part.asks!) : spec.shows } : {}),
      ...(frame ? { frame } : {}),
      ...(part.isHidden ? { hidden: true } : {}),
    }
  }

  /** A play of its own for each form. */
  private formPlay(questions: readonly Question[]): string {
    const count = Object.keys(this.plays).length
    const id = count ? `form-${count + 1}` : 'form'
    this.plays[id] = formRules(questions)
    return id
  }

  private childrenOf(parent: string): string[] {
    const known = this.children.get(parent)
    if (known) return known
    const fresh: string[] = []
    this.children.set(parent, fresh)
    return fresh
  }

  /** A box that only arranges: nothing would be seen of it here. */
  private isMereWrapper({ kind, style, isFree, children, taps, id, isHidden }: Part, place: Place): boolean {
    if ((kind !== 'box' && !(kind === null && children.length)) || isHidden || taps?.length) return false
    if (place.depth >= deepest) return true
    const isSeen = colourOf(style['backgroundColor'] ?? style['background']) !== null || addressIn(style['backgroundImage']) !== ''
    const isNamed = id !== undefined && id !== '' && children.length > 1
    return !isSeen && !isFree && !place.isFree && !(isNamed && place.depth === 0 && children.length > 1)
  }

  private dissolve(part: Part, place: Place): void {
    this.lines.push(lineOf(part, 'dropped', [...part.lost, part.children.length ? 'dissolved' : 'empty']))
    this.place(part.children, { ...place, depth: place.depth + 1 })
  }

  private drop(part: Part, ...reasons: readonly ReasonCode[]): void {
    this.lines.push(lineOf(part, 'dropped', [...part.lost, ...reasons]))
  }

  private report(part: Part, { id, now, reasons, isPlaceholder }: { id: string; now: string; reasons: readonly ReasonCode[]; isPlaceholder: boolean }): void {
    const fate = isPlaceholder ? 'placeholder' : reasons.length ? 'changed' : 'kept'
    this.lineOf.set(id, this.lines.length)
    this.lines.push({ ...lineOf(part, fate, reasons), now, node: id })
  }

  private freshId(type: string): string {
    this.count++
    return `${type.slice(0, 48)}-${this.count}`
  }

  /** All nodes, in order, with what a tap on them does: only now is every target known. */
  withTaps(): { readonly [id: string]: PageNode } {
    for (const ids of this.children.values()) {
      const orders = ordersBetween(null, null, ids.length)
      ids.forEach((id, i) => (this.nodes[id] = { ...this.nodes[id]!, order: orders[i]! }))
    }
    for (const [id, taps] of this.taps) this.nodes[id] = { ...this.nodes[id]!, ...this.actionsOf(id, taps) }
    return this.nodes
  }

  private actionsOf(id: string, taps: readonly Tap[]): { on?: { tap: readonly Action[] } } {
    const tap = taps.slice(0, 16).flatMap((one): readonly Action[] => {
      if (one.do === 'share') return [{ do: 'share' }]
      if (one.do === 'go') return safeLink(one.url) === '#' || one.url.length > 2048 ? this.lose(id, 'bad-link') : [{ do: 'go', url: one.url }]
      const target = this.known.get(one.target)
      return target === undefined ? this.lose(id, 'event') : [{ do: one.do, target }]
    })
    return tap.length ? { on: { tap } } : {}
  }

  private lose(id: string, reason: ReasonCode): readonly [] {
    const at = this.lineOf.get(id)!
    const line = this.lines[at]!
    this.lines[at] = { ...line, fate: line.fate === 'kept' ? 'changed' : line.fate, reasons: [...line.reasons, reason] }
    return []
  }
}

/** What became of a part that a form was gathered from. */
function lineInForm(part: Part, node: string): Line {
  if (part.kind === 'box') return lineOf(part, 'dropped', ['dissolved'])
  return { ...lineOf(part, 'changed', [...part.lost, part.kind === 'button' ? 'submit' : 'question']), now: 'form', node }
}

function lineOf({ was, name }: Part, fate: Fate, why: readonly ReasonCode[]): Line {
  return { was: was.slice(0, 80), ...(name ? { name: name.slice(0, 80) } : {}), fate, reasons: [...new Set(why)] }
}

/** The size of something whose style says none: as it is dropped from the palette, and no wider than its place. */
function sizeOf(spec: WidgetSpec | undefined, { ground }: Place, scale: number): { w: number; h: number } {
  const { w, h } = spec?.size ?? { w: 160, h: 80 }
  return { w: Math.min(w, ground.width * scale, designWidth), h }
}

/** What a placeholder keeps: the part as it was, unless that is too long to carry along. */
function placeholderProps({ was, raw }: Part): { readonly [name: string]: unknown } {
  const source = JSON.stringify(raw) ?? ''
  return source.length <= longestSource ? { importedFrom: was, source: raw } : { importedFrom: was }
}
