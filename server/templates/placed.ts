import type { Action, Frame } from '../../schemas/page'
import type { Sketch, SketchFields } from '../../schemas/sketch'
import type { Words } from '../../schemas/words'
import { widget } from './widget'

type Props = NonNullable<SketchFields['props']>
type More = Omit<SketchFields, 'props' | 'frame'>

/**
 * Where something stands in a `freeBand`: px at the design's width of 375. Places shrink with the screen and letters do
 * not, so what holds letters is a sixth larger than they need.
 */
export type Place = readonly [x: number, y: number, w: number, h: number, rotate?: number]

function frameOf([x, y, w, h, rotate]: Place, z?: number): Frame {
  return { x, y, w, h, ...(rotate === undefined ? {} : { rotate }), ...(z === undefined ? {} : { z }) }
}

const still = { top: 0, right: 0, bottom: 0, left: 0 }

/** A part of the page as wide as the screen and `height` px high, in which everything has its place. */
export function freeBand(id: string, height: number, props: Props, ...children: readonly Sketch[]): Sketch {
  return widget('section', id, { layout: 'free', height, ...props }, {}, ...children)
}

/** The free band that a page opens with: it begins at the very top. */
export function hero(height: number, props: Props, ...children: readonly Sketch[]): Sketch {
  return freeBand('hero', height, { margin: { top: -12, bottom: 12 }, ...props }, ...children)
}

/** A part of the page as wide as the screen, on a ground of its own, in which things follow each other. */
export function band(id: string, props: Props, ...children: readonly Sketch[]): Sketch {
  return widget('section', id, { layout: 'flow', ...props }, {}, ...children)
}

/** Words in a free band. They stand above its shapes. */
export function line(id: string, place: Place, text: Words, props: Props = {}, more: More = {}): Sketch {
  return widget('text', id, { text, margin: still, ...props }, { ...more, frame: frameOf(place, 1) })
}

/** A patch of colour in a free band. */
export function shape(id: string, place: Place, props: Props, more: More = {}): Sketch {
  return widget('section', id, { layout: 'flow', ...props }, { ...more, frame: frameOf(place) })
}

/** A button in a free band. */
export function tap(id: string, place: Place, text: Words, actions: readonly Action[], props: Props = {}, more: More = {}): Sketch {
  return widget('button', id, { text, ...props }, { ...more, frame: frameOf(place, 1), on: { tap: actions } })
}

/** Left to right, or in another direction (degrees as CSS counts them). */
export function blend(angle: number, ...colours: readonly string[]): { kind: 'linear'; angle: number; stops: { colour: string; at: number }[] } {
  return { kind: 'linear', angle, stops: stopsOf(colours) }
}

/** From the middle outwards. */
export function glow(...colours: readonly string[]): { kind: 'radial'; stops: { colour: string; at: number }[] } {
  return { kind: 'radial', stops: stopsOf(colours) }
}

function stopsOf(colours: readonly string[]): { colour: string; at: number }[] {
  return colours.map((colour, i) => ({ colour, at: Math.round((100 * i) / (colours.length - 1)) }))
}

const white = 'var(--color-surface)'
const dark = 'var(--color-text)'

/** A fact on a card: a picture, what it is, and a line about it. */
export interface Fact {
  readonly icon: string
  readonly title: Words
  readonly text: Words
}

/** Two facts side by side. */
export function pair(id: string, left: Fact, right: Fact): Sketch {
  return freeBand(id, 150, { margin: { bottom: 12 } }, ...factAt(`${id}-left`, 12, left), ...factAt(`${id}-right`, 192, right))
}

function factAt(id: string, x: number, { icon, title, text }: Fact): readonly Sketch[] {
  const middle = { align: 'center', colour: dark }
  return [
    line(`${id}-title`, [x + 6, 58, 159, 28], title, { ...middle, size: 16, level: 'heading' }),
    line(`${id}-text`, [x + 8, 88, 155, 58], text, { ...middle, size: 13, lineHeight: 1.5 }),
    line(`${id}-icon`, [x, 12, 171, 46], icon, { align: 'center', size: 28, lineHeight: 1.3 }),
    shape(`${id}-card`, [x, 0, 171, 150], { background: white, radius: 16, shadow: 'card' }),
  ]
}
