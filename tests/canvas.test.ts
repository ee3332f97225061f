import { build, type Rolldown } from 'vite'
import fc from 'fast-check'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CanvasOrder, Look } from '../renderer/canvas/canvasMessages'
import { renderPage } from '../renderer/renderPage'
import { ordersBetween } from '../schemas/order'
import type { Frame, PageDocument, PageNode } from '../schemas/page'
import { samples } from '../widgets/samples'
import { specs } from '../widgets/specs'
import { chromiumPath, launchBrowser } from './browser'
import { standard } from './fiveWidgets'
import { node, page, testRules, testWish } from './renderWorld'

const seed = 20_261_126
let browser: Browser
let script: string
let tab: Page

const files: { readonly [path: string]: readonly [type: string, body: () => string] } = {
  '/': [
    'text/html',
    () =>
      '<!doctype html><script>news=[];onmessage=({data})=>news.push(data)</script><iframe src="/canvas.html" style="width:375px;height:600px;border:0"></iframe>',
  ],
  '/canvas.html': ['text/html', () => '<!doctype html><body><script type="module" src="/canvas.js"></script></body>'],
  '/canvas.js': ['text/javascript', () => script],
}

beforeAll(async () => {
  const made = (await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, rolldownOptions: { input: 'renderer/canvas/canvas.ts' } },
  })) as Rolldown.RolldownOutput
  script = made.output[0].code
  browser = await launchBrowser()
  tab = await browser.newPage({ viewport: { width: 375, height: 680 } })
  await tab.route('http://studio.test/**', (route) => {
    const [contentType, body] = files[new URL(route.request().url()).pathname] ?? ['text/plain', () => '']
    return route.fulfill({ contentType, body: body() })
  })
  await tab.goto('http://studio.test/')
  await tab.waitForFunction(() => (window as unknown as { news: { kind: string }[] }).news.some(({ kind }) => kind === 'ready'))
})
afterAll(() => browser?.close())

const { schedule } = testRules()

/** A page on the canvas, looked at afresh. The canvas is in a frame of its editor's page, as in the product. */
async function openCanvas(document: PageDocument, look: Look = {}): Promise<void> {
  await order({ kind: 'play', on: false })
  await order({ kind: 'load', page: document, schedule, look: { samples: {}, open: null, phase: null, ...look } })
}

async function order(given: CanvasOrder): Promise<void> {
  await tab.frames()[1]!.evaluate((one) => window.festoonCanvas.receive(one as CanvasOrder), given as unknown)
}

/** What a change costs in nodes drawn. */
async function rendersOf(given: CanvasOrder): Promise<number> {
  return tab.frames()[1]!.evaluate((one) => {
    const before = window.festoonCanvas.renders
    window.festoonCanvas.receive(one as CanvasOrder)
    return window.festoonCanvas.renders - before
  }, given as unknown)
}

const inside = () => tab.frames()[1]!.evaluate(() => document.querySelector('body > div')!.innerHTML)
const frame = () => tab.frames()[1]!

/** What a page holds, without scripts and hints to load. Attributes stand by name: an element that takes the place of another keeps the order it had. */
function markupOf(text: string): string {
  const { body } = new DOMParser().parseFromString(text, 'text/html')
  body.querySelectorAll('script').forEach((element) => element.remove())
  body.querySelectorAll('img').forEach((image) => ['loading', 'fetchpriority'].forEach((name) => image.removeAttribute(name)))
  for (const element of body.querySelectorAll('*')) {
    const attributes = [...element.attributes].sort((a, b) => (a.name < b.name ? -1 : 1))
    attributes.forEach(({ name }) => element.removeAttribute(name))
    attributes.forEach(({ name, value }) => element.setAttribute(name, value))
  }
  return body.innerHTML
}

describe.skipIf(!chromiumPath())('the canvas', () => {
  it.each(Object.keys(specs).filter((type) => type !== 'page'))('draws %s as it is published', async (type) => {
    const holds = specs[type]!.contains !== undefined
    const document = page(standard(type, 'a', specs[type]!.shows ? { play: 'p' } : {}), ...(holds ? [standard('text', 'b', { parent: 'a' })] : []))
    await openCanvas(document, { samples: { '*': 'published' } })
    const { html } = renderPage(document, testWish({ assets: () => '' }))
    expect(await tab.evaluate(markupOf, await inside())).toBe(await tab.evaluate(markupOf, html))
  })

  it.each(Object.entries(samples).flatMap(([type, all]) => all.map(({ name }) => [type, name] as const)))('draws %s in its state %s', async (type, name) => {
    await openCanvas(page(standard(type, 'a', { play: 'p' })), { samples: { [type]: name } })
    expect(await inside()).not.toContain('data-note')
    expect((await frame().textContent('[data-n=a]'))!.trim()).not.toBe('')
  })

  it('draws one node for a change of a leaf', async () => {
    await openCanvas(page(standard('text', 'a'), standard('text', 'b'), standard('section', 's'), standard('text', 'c', { parent: 's' })))
    expect(await rendersOf({ kind: 'change', nodes: [['c', standard('text', 'c', { parent: 's', props: { text: 'new' } })]] })).toBe(1)
    expect(await frame().textContent('[data-n=c]')).toBe('new')
  })

  it('leaves what stands in a container as it is when its order changes', async () => {
    await openCanvas(page(standard('text', 'a'), standard('text', 'b')))
    await frame().evaluate(() => Object.assign(window, { kept: document.querySelector('[data-n=a]') }))
    await order({
      kind: 'change',
      nodes: [
        ['a', standard('text', 'a', { order: 'b0' })],
        ['c', standard('text', 'c', { order: 'aa0' })],
        ['b', null],
      ],
    })
    expect(await frame().evaluate(() => Array.from(document.querySelectorAll('main > [data-n]')).map((element) => element.getAttribute('data-n')))).toEqual([
      'c',
      'a',
    ])
    expect(await frame().evaluate(() => document.querySelector('[data-n=a]') === (window as unknown as { kept: Element }).kept)).toBe(true)
  })

  it('moves a container with all it holds', async () => {
    await openCanvas(
      page(standard('section', 's'), standard('section', 't'), standard('section', 'u', { parent: 's' }), standard('text', 'x', { parent: 'u' })),
    )
    await order({ kind: 'change', nodes: [['u', standard('section', 'u', { parent: 't' })]] })
    expect(await frame().evaluate(() => document.querySelector('[data-n=x]')!.closest('[data-n=t]') !== null)).toBe(true)
    expect(await frame().evaluate(() => document.querySelectorAll('[data-n=x], [data-n=u]').length)).toBe(2)
    expect(await frame().evaluate(() => document.querySelector('[data-n=s] [data-note=empty]') !== null)).toBe(true)
  })

  it('shows a play’s own prizes where a state leaves room for them, and sample ones where it speaks of what was won', async () => {
    const prize = { title: '品牌耳机', tier: null, icon: '🎧', image: null, wins: true, isSoldOut: false, left: null, stock: null, capPerVisitor: null }
    const still = {
      slots: [{ ...prize, id: 'own', oddsPpm: 1_000_000 }],
      outOfStock: 'no-win',
      isSoldOut: false,
      perDay: 1,
      inAll: null,
      winCapPerVisitor: null,
      units: {},
      winners: null,
    }
    const wheel = page(standard('lottery-wheel', 'w', { play: 'p' }))
    const lookedAt = async (state: string, stills: { readonly [play: string]: typeof still }): Promise<string> => {
      await openCanvas(wheel, { samples: { '*': state }, stills })
      return inside()
    }
    for (const state of ['ready', 'done-today', 'ended']) expect(await lookedAt(state, { p: still })).toContain('品牌耳机')
    expect(await lookedAt('won', { p: still })).not.toContain('品牌耳机')
    expect(await lookedAt('ready', { other: still })).not.toContain('品牌耳机')
  })

  it('dims hidden nodes, and labels what it cannot draw', async () => {
    await openCanvas(
      page(standard('text', 'a', { hidden: true }), node('no-such', 'b'), standard('section', 'c'), node('poster', 'd', { title: 'x', steps: null })),
    )
    expect(await frame().getAttribute('[data-n=a]', 'class')).toBe('w-text is-hidden')
    expect(await frame().textContent('[data-n=b] [data-note=unknown]')).toContain('no-such')
    expect(await frame().isVisible('[data-n=c] [data-note=empty]')).toBe(true)
    expect(await frame().isVisible('[data-n=d] [data-note=failed]')).toBe(true)
  })

  it('asks for nothing in a patch of colour that is placed freely', async () => {
    const shape = (id: string, props: object) =>
      standard('section', id, { parent: 's', frame: { x: 0, y: 0, w: 40, h: 40 }, props: { layout: 'flow', look: 'plain', ...props } })
    await openCanvas(page(standard('section', 's', { props: { layout: 'free', look: 'plain' } }), shape('a', { background: '#ffd166' }), shape('b', {})))
    expect(
      await frame().evaluate(() => [...document.querySelectorAll('[data-note=empty]')].map((note) => note.closest<HTMLElement>('[data-n]')!.dataset['n'])),
    ).toEqual(['b'])
  })

  it(`shows after any changes what it shows of the page they lead to (seed ${seed})`, async () => {
    const free = standard('section', 's', { order: 'a0', props: { ...specs['section']!.defaults, layout: 'free', height: 300 } })
    const flow = standard('section', 'f', { order: 'a1', props: { ...specs['section']!.defaults, layout: 'flow' } })
    const types = ['text', 'image', 'button', 'countdown', 'section', 'hologram'] as const
    const ids = types.map((_, i) => `n${i}`)
    const first = types.map((type, i) =>
      node(type, ids[i]!, specs[type]?.defaults ?? {}, {
        parent: 's',
        frame: { x: i * 30, y: i * 20, w: 60, h: 30 },
        ...(i % 2 ? { motion: { enter: 'fade' } } : {}),
      }),
    )
    const px = fc.integer({ min: -40, max: 400 })
    const edit = fc.oneof(
      fc.record({ x: px, y: px }).map((to) => (one: PageNode) => ({ ...one, frame: { ...one.frame!, ...to } })),
      fc.record({ w: px, rotate: fc.constantFrom(0, 30) }).map((to) => (one: PageNode) => ({ ...one, frame: { ...one.frame!, ...to } })),
      fc.constantFrom('s', 'f').map((parent) => (one: PageNode) => ({ ...one, parent })),
      fc.boolean().map((hidden) => (one: PageNode) => ({ ...one, hidden })),
    )
    const steps = fc.array(fc.array(fc.tuple(fc.constantFrom(...ids), edit), { minLength: 1, maxLength: 4 }), { minLength: 3, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        let nodes = new Map(first.map((one) => [one.id, one]))
        await openCanvas(page(free, flow, ...first))
        for (const edits of all) {
          const before = nodes
          nodes = edits.reduce((known, [id, change]) => new Map(known).set(id, change(known.get(id)!)), nodes)
          await order({ kind: 'change', nodes: [...nodes].filter(([id, one]) => before.get(id) !== one) })
        }
        const shown = await inside()
        await openCanvas(page(free, flow, ...nodes.values()))
        expect(shown).toBe(await inside())
      }),
      { seed, numRuns: 40 },
    )
  })

  it('draws nothing of a node that is only placed elsewhere', async () => {
    const free = standard('section', 's', { props: { layout: 'free', look: 'plain', height: 300 } })
    const at = (x: number): PageNode => standard('text', 't', { parent: 's', frame: { x, y: 10, w: 80, h: 30 } })
    await openCanvas(page(free, at(0)))
    expect(await rendersOf({ kind: 'change', nodes: [['t', at(75)]] })).toBe(0)
    expect(await frame().evaluate(() => document.querySelector<HTMLElement>('[data-n=t]')!.style.left)).toBe('20%')
  })

  describe('with many nodes placed freely', () => {
    const orders = ordersBetween(null, null, 200)
    const at = (i: number): Frame => ({ x: (i % 20) * 10, y: Math.floor(i / 20) * 30, w: 40, h: 25 })
    const placed = (i: number, more: Partial<PageNode> = {}): PageNode => standard('text', `t${i}`, { parent: 's', order: orders[i]!, frame: at(i), ...more })
    const ground = standard('section', 's', { order: 'a0', props: { ...specs['section']!.defaults, layout: 'free', height: 400 } })
    const texts = orders.map((_, i) => placed(i))
    const drawn = () => frame().evaluate(() => [...document.querySelectorAll<HTMLElement>('[data-n=s] [data-n]')].map((one) => one.dataset['n']))
    const inBands = () => frame().evaluate(() => document.querySelectorAll('.cv-band [data-n]').length)
    /** What is on top where a node stands. */
    const onTop = (id: string) =>
      frame().evaluate((one) => {
        const { x, y } = document.querySelector(`[data-n=${one}]`)!.getBoundingClientRect()
        return document.elementFromPoint(x + 12, y + 5)!.closest<HTMLElement>('[data-n]')!.dataset['n']
      }, id)

    it('has each where it is without the bands that they stand in', async () => {
      const rects = () =>
        frame().evaluate(() => [...document.querySelectorAll('[data-n=s] [data-n]')].map((one) => one.getBoundingClientRect().toJSON() as unknown))
      await openCanvas(page(ground, ...texts))
      expect(await inBands()).toBe(200)
      const before = await rects()
      await frame().evaluate(() => document.querySelectorAll('.cv-band').forEach((band) => band.replaceWith(...band.childNodes)))
      expect(await rects()).toEqual(before)
    })

    it('has each where it is placed, also in front of a picture, and so has the published page', async () => {
      const seen = page({ ...ground, props: { ...ground.props, image: `asset:${'a'.repeat(64)}` } }, ...texts)
      const places = (): (readonly [number, number])[] => {
        const place = (one: Element): readonly [number, number] => [one.getBoundingClientRect().x, one.getBoundingClientRect().y]
        const [left, top] = place(document.querySelector('[data-n=s] .sec-back')!)
        return [...document.querySelectorAll('[data-n=s] [data-n]')].map(place).map(([x, y]) => [Math.round(x - left), Math.round(y - top)])
      }
      const wanted = orders.map((_, i) => [at(i).x, at(i).y])
      await openCanvas(seen)
      expect(await frame().evaluate(places)).toEqual(wanted)
      const published = await browser.newPage({ viewport: { width: 375, height: 680 } })
      await published.setContent(renderPage(seen, testWish()).html)
      expect(await published.evaluate(places)).toEqual(wanted)
      await published.close()
    })

    it('piles them up as they are published, the raised one above all', async () => {
      await openCanvas(page(ground, ...texts))
      expect([await onTop('t46'), await onTop('t47')]).toEqual(['t47', 't48'])
      await order({ kind: 'change', nodes: [['t46', placed(46, { frame: { ...at(46), z: 1 } })]] })
      expect([await onTop('t46'), await onTop('t47')]).toEqual(['t46', 't46'])
      await order({ kind: 'change', nodes: [['t46', placed(46)]] })
      expect([await onTop('t46'), await inBands()]).toEqual(['t47', 200])
    })

    it('keeps their order whatever comes between them, and draws one for an edit', async () => {
      await openCanvas(page(ground, ...texts))
      expect(await rendersOf({ kind: 'change', nodes: [['t60', placed(60, { props: { text: 'new' } })]] })).toBe(1)
      await order({ kind: 'change', nodes: [['u', standard('section', 'u', { parent: 's', order: `${orders[10]}V`, frame: at(10) })]] })
      await order({
        kind: 'change',
        nodes: [
          ['t5', placed(5, { order: `${orders[150]}V` })],
          ['t7', null],
        ],
      })
      const wanted = orders.map((_, i) => `t${i}`).filter((id) => id !== 't5' && id !== 't7')
      wanted.splice(wanted.indexOf('t10') + 1, 0, 'u')
      wanted.splice(wanted.indexOf('t150') + 1, 0, 't5')
      expect(await drawn()).toEqual(wanted)
    })
  })

  it('is inert until it is played, and never acts for real', async () => {
    const tap = { on: { tap: [{ do: 'open' as const, target: 'o' }] } }
    await openCanvas(page(standard('button', 'a', tap), standard('overlay', 'o'), standard('lottery-wheel', 'w', { play: 'p' })))
    await frame().click('[data-n=a] button')
    expect(await frame().isVisible('.ovl-box')).toBe(false)
    await order({ kind: 'play', on: true })
    await frame().click('[data-n=w] [data-click=spin]')
    await frame().waitForSelector('[data-n=w] [role=alert] >> text=预览')
    await frame().click('[data-n=a] button')
    expect(await frame().isVisible('.ovl-box')).toBe(true)
  })

  it('opens an overlay for editing, and shows one phase', async () => {
    await openCanvas(page(standard('overlay', 'o'), standard('text', 'a', { when: { phase: ['peak'] } })))
    await order({ kind: 'look', open: 'o', phase: 'start' })
    expect([await frame().isVisible('.ovl-box'), await frame().locator('[data-n=a]').count()]).toEqual([true, 0])
    await order({ kind: 'look', phase: 'peak' })
    expect(await frame().isVisible('[data-n=a]')).toBe(true)
  })

  it('takes orders by message from its own editor, and tells its height', async () => {
    await openCanvas(page())
    await tab.evaluate((document) => frames[0]!.postMessage({ kind: 'load', page: document }, location.origin), page(standard('text', 'm')))
    await frame().waitForSelector('[data-n=m]')
    expect(await tab.evaluate(() => (window as unknown as { news: { kind: string; height?: number }[] }).news.at(-1))).toMatchObject({ kind: 'size' })
  })
})
