import type { Boot } from './boot'
import { scriptJson } from './scriptJson'

/**
 * What the body of a page's answer may weigh, compressed: the first window of a connection (14,600 B) without the headers
 * of that answer (860 B). What is beyond it costs everybody a round trip.
 */
const bodyLimit = 13_250

/**
 * What it may weigh on a page that surely is longer than a screen: there it is better that the content comes whole and
 * early, and that widgets further down come when they are near.
 */
const longLimit = 10_600
const longFrom = 24

/** About what a character weighs in brotli, among others of its kind, and what the head of a page does. Measured on the templates: 0.4 kB wrong at the most. */
const perChar = { script: 0.4, style: 0.28, markup: 0.13, beyondAscii: 0.8 }
const head = 450

/** What the script of a page of `nodes` nodes may weigh beside its style and its markup. */
export function roomFor(style: string, body: string, nodes: number): number {
  const limit = nodes < longFrom ? bodyLimit : longLimit
  const beyondAscii = (body.match(/[^ -~]+/g) ?? []).reduce((sum, { length }) => sum + length, 0)
  return limit - head - style.length * perChar.style - body.length * perChar.markup - beyondAscii * perChar.beyondAscii
}

interface Filling {
  /** What comes before the views. */
  readonly script: string
  readonly views: { readonly [type: string]: string }
  readonly room: number
}

/** The first of `types` whose views fit into a page's room, each with its words and its nodes' props. */
export function fittingTypes(types: readonly string[], boot: Boot, { script, views, room }: Filling): string[] {
  const ownChars = (type: string): number =>
    scriptJson([boot.texts[type], Object.values(boot.nodes).filter((node) => node.type === type)]).length + (views[type] ?? '').length
  const common = scriptJson({ ...boot, nodes: null, texts: null }).length + script.length
  let left = room / perChar.script - common
  const beyond = types.findIndex((type) => (left -= ownChars(type)) < 0)
  return beyond < 0 ? [...types] : types.slice(0, beyond)
}
