import { brotliCompressSync } from 'node:zlib'
import { views as phoneViews } from 'virtual:festoon-phone'
import { describe, expect, it } from 'vitest'
import { compileSchema, createAjv } from '../../schemas/compile'
import { locales, type Bilingual } from '../../schemas/words'
import type { Scene, PlayScene } from '../../widgets/host'
import base from '../../widgets/base.css?inline'
import { samples } from '../../widgets/samples'
import { specs } from '../../widgets/specs'
import { minifyCss } from '../../renderer/pageStyles'
import { styleOf, viewOf, viewTypes } from '../../renderer/registry'
import { textsOf, translator } from '../../renderer/translate'
import { oldProps } from './oldProps'
import { drawCell, stateCells } from './stateSheet'

/** Bytes in brotli that one widget may cost: its compiled view, and what its sheet adds to the shared one that every page has. */
const limits = { view: 1500, style: 500 }
/**
 * The poster is a whole composed picture. The text has marks and lists; it never wakes, so that no visitor is sent its view.
 * The wheel is a picture, an act and the published odds in one.
 */
const heavier: { readonly [type: string]: typeof limits } = {
  'lottery-wheel': { view: 1545, style: 510 },
  'poster': { ...limits, style: 650 },
  'text': { view: 1800, style: 500 },
}

const ajv = createAjv()
const sizeOf = (text: string): number => (text ? brotliCompressSync(text).length : 0)

/** What stands in a schema for people to read. */
function textsIn(value: unknown): Bilingual[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]): Bilingual[] => {
    if ((key === 'title' || key === 'description') && typeof inner === 'object' && 'zh' in inner) return [inner as Bilingual]
    if (key === 'x-names') return inner as Bilingual[]
    return textsIn(inner)
  })
}

const chinese = /[\u4e00-\u9fff]/
const namesIn = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort()

function expectBilingual({ zh, en }: Bilingual): void {
  expect(zh.trim(), en).not.toBe('')
  expect(en.trim(), zh).not.toBe('')
  expect(en).not.toMatch(chinese)
  expect(namesIn(en)).toEqual(namesIn(zh))
}

it('every spec has a view, and every view a spec', () => {
  expect(viewTypes()).toEqual(Object.keys(specs).sort())
})

describe.each(Object.entries(specs))('the widget %s', (type, spec) => {
  const view = viewOf(type)!
  const admit = compileSchema(ajv, spec.props)

  it('is registered under its own name', () => {
    expect(spec.type).toBe(type)
  })
  it('has defaults that its schema admits', () => {
    expect(admit(spec.defaults)).toEqual([])
  })
  it('speaks both languages: title, settings and words', () => {
    for (const text of [spec.title, ...textsIn(spec.props), ...Object.values<Bilingual>(view.words)]) expectBilingual(text)
    const untitled = Object.entries((spec.props as { properties?: { [name: string]: { title?: unknown } } }).properties ?? {}).filter(([, prop]) => !prop.title)
    expect(untitled.map(([name]) => name)).toEqual([])
  })
  it('brings props of every older version to what its schema admits', () => {
    spec.migrations.forEach(({ name }, at) => {
      const old = oldProps[`${type}/${name}`]
      expect(old, `oldProps.ts has no example for ${type}/${name}`).toBeDefined()
      expect(admit(spec.migrations.slice(at).reduce((props, step) => step.up(props), old!))).toEqual([])
    })
  })

  function sceneWith(play: PlayScene | null, locale: (typeof locales)[number]): Scene {
    return {
      id: 'n',
      locale,
      t: translator(textsOf(view, locale)),
      play,
      won: null,
      trouble: null,
      asset: (reference) => reference,
      times: { now: null, startsAt: 0, endsAt: 86_400_000, offsets: [[0, 480]], phases: [] },
    }
  }

  it('is drawn from its required props alone, with a play, without one, and always alike', () => {
    const required = new Set((spec.props as { required?: readonly string[] }).required)
    const bare = Object.fromEntries(Object.entries(spec.defaults).filter(([name]) => required.has(name)))
    for (const locale of locales) {
      for (const play of [null, { status: 'loading', stage: 'before', shown: null, mine: null } as const]) {
        const draw = (): string => view.html(bare, view.state?.(bare) ?? {}, sceneWith(play, locale)).text
        expect(draw()).toBe(draw())
        expect(draw().replace(/<[^>]*>/g, ' ')).not.toMatch(/\b(undefined|null|NaN|false|true)\b|\[object|\{\w+\}/)
      }
    }
  })
  it('quotes every attribute, whatever its state', () => {
    for (const cell of stateCells.filter((each) => each.type === type)) {
      for (const locale of locales) {
        const quoted = drawCell(cell, locale).replace(/="[^"]*"/g, '=""')
        expect(quoted.match(/<[a-z][^>]*=(?!"")[^>]*>/g), cell.name).toBe(null)
      }
    }
  })
  it('keeps within its bytes of script and of style', () => {
    const { view: viewLimit, style: styleLimit } = heavier[type] ?? limits
    expect(sizeOf(phoneViews[type] ?? '')).toBeLessThanOrEqual(viewLimit)
    expect(sizeOf(minifyCss(base + styleOf(type))) - sizeOf(minifyCss(base))).toBeLessThanOrEqual(styleLimit)
  })
})

describe.each(Object.entries(samples))('the samples of %s', (type, all) => {
  it('have names of their own and titles in both languages', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
    for (const { title } of all) expectBilingual(title)
  })
  it('show every state that a widget with a play can be in', () => {
    const wanted = specs[type]!.shows ? ['before', 'ready', 'ended', 'offline', 'loading', 'failed'] : ['ready']
    expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining(wanted))
  })
})

it('every widget that shows a play has samples', () => {
  expect(
    Object.values(specs)
      .filter(({ shows, type }) => shows && !samples[type])
      .map(({ type }) => type),
  ).toEqual([])
})
