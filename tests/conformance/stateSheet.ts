import type { PageNode, Theme } from '../../schemas/page'
import type { Locale } from '../../schemas/words'
import type { WidgetSpec } from '../../schemas/widget'
import type { Times } from '../../widgets/host'
import { html } from '../../widgets/html'
import type { Sample } from '../../widgets/sample'
import { samples } from '../../widgets/samples'
import { specs } from '../../widgets/specs'
import { assetAddress } from '../../renderer/assetAddress'
import { stagedBy } from '../../renderer/canvas/samplesOf'
import { drawNode, type Drawing } from '../../renderer/drawNode'
import { pageStyles } from '../../renderer/pageStyles'
import { viewOf } from '../../renderer/registry'
import { textsOf, translator } from '../../renderer/translate'

/** One widget in one state: a cell of a sheet. */
export interface StateCell {
  /** `lottery-wheel/won`. */
  readonly name: string
  readonly type: string
  readonly sample: Sample
  readonly props: PageNode['props']
}

const startsAt = Date.parse('2026-01-05T00:00:00+08:00')
const day = 86_400_000
const times: Times = { now: null, startsAt, endsAt: startsAt + 30 * day, offsets: [[0, 480]], phases: [] }

const still: Sample = { name: 'published', title: { zh: '发布时', en: 'As published' } }

/** Every widget in every state that it has samples of (those that have none as they are published), and ready in each of its looks. */
export const stateCells: readonly StateCell[] = Object.values(specs).flatMap((spec) => [...statesOf(spec), ...looksOf(spec)])

function statesOf({ type, defaults }: WidgetSpec): StateCell[] {
  return (samples[type] ?? [still]).map((sample) => ({ name: `${type}/${sample.name}`, type, sample, props: defaults }))
}

/** The values of its props that are one of a few, but for those that it has by default. */
function looksOf({ type, defaults, props }: WidgetSpec): StateCell[] {
  const sample = samples[type]?.find(({ name }) => name === 'ready') ?? still
  const choices = Object.entries((props as { readonly properties: { readonly [name: string]: { readonly enum?: readonly unknown[] } } }).properties)
  return choices.flatMap(([name, { enum: values = [] }]) =>
    values
      .filter((value) => value !== defaults[name])
      .map((value) => ({ name: `${type}/${name}-${String(value)}`, type, sample, props: { ...defaults, [name]: value } })),
  )
}

/** The cell's HTML, as page and canvas draw it. @throws when the view does */
export function drawCell({ type, sample, name, props }: StateCell, locale: Locale): string {
  const spec = specs[type]!
  const node: PageNode = { id: name.replace('/', '-'), type, v: spec.migrations.length, parent: 'root', order: 'a0', props }
  const drawing: Drawing = {
    viewOf,
    closed: new Set(),
    isFramed: () => false,
    sceneOf: (_node, view) => ({
      id: node.id,
      locale,
      t: translator(textsOf(view, locale)),
      asset: assetAddress,
      ...stagedBy(node, sample, { times, stills: {} }),
    }),
    stateOf: (_node, view) => ({ ...view.state?.(node.props), ...sample.state }),
    unknown: () => html``,
    failed(_node, error) {
      throw error
    },
  }
  return drawNode(node, drawing, spec.contains && { children: html``, height: undefined }).text
}

export type PresetName = Theme['preset']

/** A page with all `cells` below one another. */
export function stateSheet(cells: readonly StateCell[], preset: PresetName, locale: Locale): string {
  const style = pageStyles({ theme: { preset }, types: new Set(cells.map(({ type }) => type)), hasFrames: false, hasMotion: false, hasScript: true })
  const drawn = cells.map((cell) => `<article class="page" data-cell="${cell.name}">${drawCell(cell, locale)}</article>`)
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>States</title><style>${style}.ovl{position:static}</style></head><body><main>${drawn.join('')}</main></body></html>`
}
