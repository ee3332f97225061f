import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { renderPage, type RenderWish } from '../renderer/renderPage'
import type { Action, PageDocument, PageNode } from '../schemas/page'
import { parseColour } from '../schemas/colour'
import { tokensOf } from '../widgets/themes'
import { chromiumPath, launchBrowser } from './browser'
import { fiveWidgets, standard, testNow, wellAnswer } from './fiveWidgets'
import { startPhoneServer, type Answer, type PhoneServer } from './phoneServer'
import { node, page, testRules, testWish } from './renderWorld'

let browser: Browser
const open: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  browser = await launchBrowser()
})
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})
afterAll(() => browser?.close())

interface Phone {
  readonly tab: Page
  readonly server: PhoneServer
  readonly errors: string[]
}

/** Opens a page as a visitor would. `prepare` may change what the server says before the first request. */
async function visit(
  document: PageDocument,
  prepare: (server: PhoneServer) => void = () => {},
  wish: Partial<RenderWish> = {},
  system: BrowserContextOptions = {},
): Promise<Phone> {
  const server = await startPhoneServer(renderPage(document, testWish(wish)), wellAnswer)
  prepare(server)
  const context = await browser.newContext({ viewport: { width: 375, height: 680 }, hasTouch: true, isMobile: true, ...system })
  const tab = await context.newPage()
  const errors: string[] = []
  tab.on('pageerror', (error) => errors.push(String(error)))
  tab.on('console', (line) => line.type() === 'error' && errors.push(line.text()))
  open.push(
    () => context.close(),
    () => server.close(),
  )
  await tab.goto(server.url)
  return { tab, server, errors }
}

const wheel = '[data-n=n3]'
const spin = `${wheel} [data-click=spin]`
const refusal: Answer = { status: 409, body: { code: 'no-chance-left', title: 'No', detail: '今天的机会用完了。' } }

describe.skipIf(!chromiumPath())('a page on a phone', () => {
  it('wakes with one question about everybody and one about the visitor, without errors', async () => {
    const { tab, server, errors } = await visit(fiveWidgets())
    await tab.waitForSelector(`${wheel} >> text=3`)
    expect([server.count('state'), server.count('me'), errors]).toEqual([1, 1, []])
  })

  it('tells the slices of a wheel by their colours', async () => {
    const { tab } = await visit(fiveWidgets())
    expect(await tab.locator(`${wheel} .wl-disc`).evaluate((disc) => getComputedStyle(disc).backgroundImage)).toContain('conic-gradient')
  })

  it('writes on each slice of a wheel in the colour that is meant for its ground, at night too', async () => {
    const { tab } = await visit({ ...fiveWidgets(), theme: { preset: 'night' } })
    const tokens = tokensOf({ preset: 'night' })
    await tab.waitForSelector(`${wheel} >> text=📱`)
    const written = await tab.locator(`${wheel} li`).evaluateAll((labels) => labels.slice(0, 4).map((label) => getComputedStyle(label).color))
    const meant = ['color.text', 'color.onAccent', 'color.text', 'color.onAccent'].map((token) => parseColour(tokens[token]!))
    expect(written.map(parseColour)).toEqual(meant)
  })

  it('keeps the elements that were published', async () => {
    const { tab } = await visit(fiveWidgets(), (server) => {
      server.answer = async (asked) => {
        await new Promise((done) => setTimeout(done, 300))
        return wellAnswer(asked)
      }
    })
    await tab.evaluate((selector) => Object.assign(window, { hub: document.querySelector(selector) }), spin)
    await tab.waitForSelector(`${wheel} >> text=📱`)
    expect(await tab.evaluate((selector) => document.querySelector(selector) === (window as unknown as { hub: Element }).hub, spin)).toBe(true)
  })

  it('brings a wheel that is tapped at the edge of the screen into sight', async () => {
    const { tab } = await visit(fiveWidgets())
    await tab.waitForSelector(`${wheel} >> text=📱`)
    const box = async (): Promise<{ top: number; bottom: number }> => tab.locator(wheel).evaluate((one) => one.getBoundingClientRect())
    const hub = await tab.locator(spin).evaluate((one) => one.getBoundingClientRect().top + scrollY)
    await tab.evaluate((top) => scrollTo(0, top - innerHeight + 30), hub)
    expect((await box()).bottom).toBeGreaterThan(680)
    await tab.touchscreen.tap(187, 680 - 15)
    await expect.poll(async () => (await box()).bottom).toBeLessThanOrEqual(681)
    expect((await box()).top).toBeGreaterThanOrEqual(0)
  })

  it('sends one request for a double tap', async () => {
    const { tab, server } = await visit(fiveWidgets())
    await tab.waitForSelector(`${wheel} >> text=📱`)
    await tab.evaluate((selector) => {
      const hub = document.querySelector<HTMLElement>(selector)!
      hub.click()
      hub.click()
    }, spin)
    await tab.waitForSelector(`${wheel} .wl-card`)
    expect(server.count('plays/draw/draw')).toBe(1)
  })

  it('repeats a lost answer with the same key', async () => {
    let lost = 2
    const { tab, server } = await visit(fiveWidgets(), (one) => {
      one.answer = (asked) => (asked.path === 'plays/draw/draw' && lost-- > 0 ? 'lost' : wellAnswer(asked))
    })
    await tab.waitForSelector(`${wheel} >> text=📱`)
    await tab.click(spin)
    await tab.waitForSelector(`${wheel} .wl-card`)
    const draws = server.asked.filter(({ path }) => path === 'plays/draw/draw')
    // The browser itself may repeat a request whose connection broke: the key covers that too.
    expect(draws.length).toBeGreaterThanOrEqual(3)
    expect(new Set(draws.map(({ key }) => key)).size).toBe(1)
    expect(draws[0]!.key).toMatch(/^[0-9a-f]{32}$/)
  })

  it('does not wait for ever for an answer, and asks again with the same key', async () => {
    let silent = 1
    const { tab, server } = await visit(fiveWidgets(), (one) => {
      one.answer = (asked) => (asked.path === 'plays/draw/draw' && silent-- > 0 ? new Promise(() => {}) : wellAnswer(asked))
    })
    await tab.waitForSelector(`${wheel} >> text=📱`)
    await tab.clock.install()
    await tab.click(spin)
    await expect.poll(() => server.count('plays/draw')).toBe(1)
    await tab.clock.runFor(15_000)
    await expect.poll(() => server.count('plays/draw')).toBe(2)
    expect(new Set(server.asked.filter(({ path }) => path === 'plays/draw/draw').map(({ key }) => key)).size).toBe(1)
  })

  it('keeps the key of an unanswered act over a reload, and drops it with the answer', async () => {
    const { tab, server } = await visit(fiveWidgets(), (one) => {
      one.answer = (asked) => (asked.path === 'plays/draw/draw' ? 'lost' : wellAnswer(asked))
    })
    await tab.waitForSelector(`${wheel} >> text=📱`)
    await tab.click(spin)
    await expect.poll(() => server.count('plays/draw')).toBeGreaterThan(0)
    const before = server.asked.find(({ path }) => path === 'plays/draw/draw')!.key
    await tab.reload()
    // Not before: the page that goes may still be trying.
    server.answer = wellAnswer
    await tab.waitForSelector(`${wheel} >> text=📱`)
    await tab.click(spin)
    await tab.waitForSelector(`${wheel} .wl-card`)
    expect(server.asked.filter(({ path }) => path === 'plays/draw/draw').at(-1)!.key).toBe(before)
    expect(await tab.evaluate(() => sessionStorage.length)).toBe(0)
  })

  it('asks what an act changed when the widget has shown it, not before', async () => {
    const { tab, server } = await visit(fiveWidgets())
    await tab.waitForSelector(`${wheel} >> text=📱`)
    await expect.poll(() => server.count('me')).toBe(1)
    const isShownWhenAsked = await tab.evaluateHandle((card) => {
      const [ask, shown] = [window.fetch, [] as boolean[]]
      window.fetch = (input, init) => {
        if (String(input).endsWith('/me')) shown.push(!!document.querySelector(card))
        return ask(input, init)
      }
      return shown
    }, `${wheel} .wl-card`)
    await tab.click(spin)
    await expect.poll(() => server.count('me')).toBe(2)
    expect([server.count('plays/draw/draw'), await isShownWhenAsked.jsonValue()]).toEqual([1, [true]])
  })

  it('closes what a wheel gave on Escape, before the overlay that it lies in', async () => {
    const inside = standard('lottery-wheel', 'w', { parent: 'o', play: 'draw', props: { ...standard('lottery-wheel', 'w').props, spinMs: 1000 } })
    const { tab } = await visit(
      page(node('button', 'b', { text: 'x' }, { on: { tap: [{ do: 'open', target: 'o' }] } }), node('overlay', 'o', { title: 'x' }), inside),
    )
    await tab.click('[data-n=b] button')
    await tab.waitForSelector('[data-n=w] >> text=📱')
    await tab.click('[data-n=w] [data-click=spin]')
    await tab.waitForSelector('[data-n=w] .wl-card')
    const seen = async (): Promise<boolean[]> => [await tab.isVisible('[data-n=w] .wl-card'), await tab.isVisible('.ovl-box')]
    await tab.keyboard.press('Escape')
    expect(await seen()).toEqual([false, true])
    await tab.keyboard.press('Escape')
    await expect.poll(seen).toEqual([false, false])
  })

  it('does not move while it wakes and fills', async () => {
    const { tab } = await visit(fiveWidgets(), (server) => {
      server.answer = async (asked) => {
        await new Promise((done) => setTimeout(done, 200))
        return wellAnswer(asked)
      }
    })
    await tab.waitForSelector(`${wheel} >> text=📱`)
    await tab.waitForTimeout(300)
    const shift = await tab.evaluate(
      () =>
        new Promise<number>((done) => {
          new PerformanceObserver((list) => done(list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0))).observe({
            type: 'layout-shift',
            buffered: true,
          })
          setTimeout(() => done(0), 300)
        }),
    )
    expect(shift).toBeLessThan(0.01)
  })

  it('shows a refusal in the server’s words and goes on', async () => {
    const { tab, errors } = await visit(fiveWidgets(), (server) => {
      server.answer = (asked) => (asked.path === 'plays/draw/draw' ? refusal : wellAnswer(asked))
    })
    await tab.waitForSelector(`${wheel} >> text=📱`)
    await tab.click(spin)
    await tab.waitForSelector(`${wheel} [role=alert] >> text=今天的机会用完了。`)
    expect(errors.filter((error) => !error.includes('409'))).toEqual([])
  })

  it('offers a reload when the server has moved on', async () => {
    const { tab } = await visit(fiveWidgets(), (server) => {
      server.answer = (asked) =>
        asked.path === 'plays/draw/draw' ? { status: 409, body: { code: 'release-superseded', title: '活动刚刚更新了' } } : wellAnswer(asked)
    })
    await tab.waitForSelector(`${wheel} >> text=📱`)
    await tab.click(spin)
    await Promise.all([tab.waitForEvent('load'), tab.click('.toast button')])
  })

  it('comes back by itself when the server does', { timeout: 20_000 }, async () => {
    const { tab, server } = await visit(fiveWidgets(), (dead) => {
      dead.answer = () => 'lost'
    })
    await tab.waitForSelector(`${wheel} [data-click=retry]`)
    server.answer = wellAnswer
    await tab.waitForSelector(`${wheel} >> text=3`, { timeout: 10_000 })
    const asked = server.count('state')
    // Nothing is asked on and on once it is well.
    await tab.waitForTimeout(7000)
    expect(server.count('state')).toBe(asked)
  })
  it('is readable with a dead API, says so, and comes back by its retry', async () => {
    const { tab, server } = await visit(fiveWidgets(), (one) => {
      one.answer = () => ({ status: 500, body: { code: 'internal', title: 'x' } })
    })
    expect(await tab.textContent('[data-n=n1]')).toContain('新年福利季')
    await tab.waitForSelector(`${wheel} [data-click=retry]`)
    server.answer = wellAnswer
    await tab.click(`${wheel} [data-click=retry]`)
    await tab.waitForSelector(`${wheel} >> text=📱`)
  })

  it('keeps its content without a network', async () => {
    const { tab } = await visit(fiveWidgets(), (server) => {
      server.answer = () => 'lost'
    })
    await tab.waitForSelector(`${wheel} [data-click=retry]`)
    expect(await tab.textContent('[data-n=n1]')).toContain('新年福利季')
  })

  it('fences one widget that cannot be drawn', async () => {
    const { tab } = await visit(fiveWidgets(), (server) => {
      server.answer = (asked) => {
        const said = wellAnswer(asked) as { body: { plays?: { [play: string]: { shown: unknown } } } }
        if (asked.path === 'state') said.body.plays!['draw']!.shown = { slots: 7 }
        return said
      }
    })
    await tab.waitForSelector(`${wheel} [data-key=fence]`)
    expect(await tab.isVisible(spin)).toBe(true)
    await tab.click('[data-n=n4] [data-click=go]')
    await tab.waitForSelector('[data-n=n4] .ci-got')
  })

  it('survives a carrier that strips comments and adds blanks', async () => {
    const { tab, errors } = await visit(fiveWidgets(), (server) => {
      server.onTheWay = (html) => {
        const [head, script] = html.split('<script>')
        return `${head!.replace(/<!--.*?-->/g, '').replace(/></g, '>\n  <')}<script>${script}`
      }
    })
    await tab.waitForSelector(`${wheel} >> text=📱`)
    await tab.click(spin)
    await tab.waitForSelector(`${wheel} .wl-card`)
    await tab.click(`${wheel} [data-click=take]`)
    await tab.click('[data-n=n4] [data-click=go]')
    await tab.waitForSelector('[data-n=n4] .ci-got')
    expect(errors).toEqual([])
  })

  it('tells what was seen once, when it is left', async () => {
    const { tab, server } = await visit(fiveWidgets())
    await tab.waitForSelector(`${wheel} >> text=📱`)
    // What is in sight for a second was seen; a busy machine tells late that it came into sight.
    await tab.waitForTimeout(2500)
    await tab.goto('about:blank')
    await expect.poll(() => server.count('events')).toBe(1)
    const { events } = JSON.parse(server.asked.find(({ path }) => path === 'events')!.body) as { events: { name: string; node?: string; release: string }[] }
    expect(events[0]).toMatchObject({ name: 'page_view', release: 'r1' })
    expect(events.filter(({ name }) => name === 'exposure').map(({ node: id }) => id)).toContain('n1')
    expect(events.some(({ node: id }) => id === 'n5')).toBe(false)
  })
})

describe.skipIf(!chromiumPath())('an overlay', () => {
  const withOverlay = page(
    node('button', 'b', { text: '规则' }, { on: { tap: [{ do: 'open', target: 'o' }] } }),
    node('overlay', 'o', { title: '规则' }),
    node('text', 't', { text: '第一条' }, { parent: 'o' }),
  )
  it('opens on a tap, takes the focus, and gives it back on Escape', async () => {
    const { tab } = await visit(withOverlay)
    expect(await tab.isVisible('[data-n=o]')).toBe(false)
    await tab.focus('[data-n=b] button')
    await tab.keyboard.press('Enter')
    expect(await tab.isVisible('[data-n=t]')).toBe(true)
    for (const _ of [1, 2, 3]) {
      await tab.keyboard.press('Tab')
      expect(await tab.evaluate(() => document.activeElement!.closest('[data-n]')!.getAttribute('data-n'))).toBe('o')
    }
    await tab.keyboard.press('Escape')
    expect(await tab.isVisible('[data-n=o]')).toBe(false)
    expect(await tab.evaluate(() => document.activeElement!.textContent)).toBe('规则')
  })
  it('is closed by its own button, and asks the server nothing', async () => {
    const { tab, server } = await visit(withOverlay)
    await tab.click('[data-n=b] button')
    await tab.click('.ovl-close')
    await expect.poll(() => tab.isVisible('.ovl-box')).toBe(false)
    expect(server.count('state') + server.count('me')).toBe(0)
  })

  const onAndroid = { userAgent: 'Mozilla/5.0 (Linux; Android 11; M2007J3SC) AppleWebKit/537.36 Chrome/107.0 Mobile Safari/537.36 MicroMessenger/8.0' }
  const back = (tab: Page) => tab.evaluate(() => history.back())
  /** Opens the page from another one, to which leaving it leads. */
  async function arrive(system: BrowserContextOptions, document = withOverlay): Promise<{ tab: Page; home: string }> {
    const { tab, server } = await visit(document, undefined, undefined, system)
    await tab.goto('about:blank')
    await tab.goto(server.url)
    return { tab, home: server.url }
  }

  it('is closed by Android’s back key, which then leads on as ever', async () => {
    const { tab, home } = await arrive(onAndroid)
    for (const _ of [1, 2]) {
      await tab.tap('[data-n=b] button')
      await back(tab)
      await expect.poll(() => tab.isVisible('.ovl-box')).toBe(false)
      expect(tab.url()).toBe(home)
    }
    await tab.tap('[data-n=b] button')
    await tab.tap('.ovl-close')
    await expect.poll(() => tab.isVisible('.ovl-box')).toBe(false)
    await back(tab)
    await expect.poll(() => tab.url()).toBe('about:blank')
  })

  it('is closed one at a time by the back key where one lies on another', async () => {
    const two = page(
      ...Object.values(withOverlay.nodes).filter(({ id }) => id !== 'root'),
      node('button', 'c', { text: '更多' }, { parent: 'o', on: { tap: [{ do: 'open', target: 'p' }] } }),
      node('overlay', 'p', { title: '更多' }),
    )
    const { tab } = await arrive(onAndroid, two)
    await tab.tap('[data-n=b] button')
    await tab.tap('[data-n=c] button')
    const seen = () => Promise.all(['o', 'p'].map((id) => tab.isVisible(`[data-n=${id}] .ovl-box`)))
    await expect.poll(seen).toEqual([true, true])
    await back(tab)
    await expect.poll(seen).toEqual([true, false])
    await back(tab)
    await expect.poll(seen).toEqual([false, false])
  })

  it('leaves history alone elsewhere', async () => {
    const { tab } = await arrive({})
    const steps = await tab.evaluate(() => history.length)
    await tab.tap('[data-n=b] button')
    expect(await tab.evaluate(() => history.length)).toBe(steps)
  })
})

describe.skipIf(!chromiumPath())('a tap', () => {
  const tapping = (id: string, ...tap: readonly Action[]) => node('button', id, { text: id }, { on: { tap } })

  it('shows what is hidden and hides it again, and an overlay as its opener does', async () => {
    const { tab, errors } = await visit(
      page(
        tapping('b', { do: 'toggle', target: 't' }),
        tapping('c', { do: 'toggle', target: 't', to: 'shown' }),
        tapping('d', { do: 'toggle', target: 'o' }),
        node('overlay', 'o', { title: 'x' }),
        node('text', 't', { text: 'x' }, { hidden: true }),
      ),
    )
    const tap = async (id: string): Promise<boolean[]> => {
      await tab.click(`[data-n=${id}] button`)
      return [await tab.isVisible('[data-n=t]'), await tab.isVisible('.ovl-box')]
    }
    expect([await tap('b'), await tap('b'), await tap('c'), await tap('c'), await tap('d')]).toEqual([
      [true, false],
      [false, false],
      [true, false],
      [true, false],
      [true, true],
    ])
    await tab.keyboard.press('Escape')
    await expect.poll(() => tab.isVisible('.ovl-box')).toBe(false)
    expect(errors).toEqual([])
  })
  it('sets variables that last for the visit, a reload included', async () => {
    const { tab } = await visit(page(tapping('b', { do: 'set', name: 'team', value: 'red' }, { do: 'set', name: 'n', value: 2 })))
    await tab.click('[data-n=b] button')
    await tab.reload()
    expect(await tab.evaluate(() => Object.values(sessionStorage))).toEqual(['{"team":"red","n":2}'])
  })
})

describe.skipIf(!chromiumPath())('an entrance', () => {
  it('leaves a turned node at its angle all the way', async () => {
    const frame = { x: 100, y: 100, w: 80, h: 40, rotate: 30 }
    const { tab } = await visit(
      page(node('section', 's', { layout: 'free' }), node('text', 't', { text: 'x' }, { parent: 's', frame, motion: { enter: 'rise' } })),
    )
    const angles = await tab.evaluate(() => {
      const [entrance] = document.querySelector('[data-n=t]')!.getAnimations()
      entrance!.pause()
      return [0, 100, 250, 499].map((at) => {
        entrance!.currentTime = at
        const { a, b } = new DOMMatrix(getComputedStyle(document.querySelector('[data-n=t]')!).transform)
        return Math.round((Math.atan2(b, a) * 180) / Math.PI)
      })
    })
    expect(angles).toEqual([30, 30, 30, 30])
  })
})

describe.skipIf(!chromiumPath())('an exit', () => {
  const tapping = (id: string, ...tap: readonly Action[]) => node('button', id, { text: id }, { on: { tap } })
  const leaver = (motion: PageNode['motion'], more: Partial<PageNode> = {}) => node('text', 't', { text: 'x' }, { motion, ...more })
  const look = (tab: Page, id = 't') =>
    tab.evaluate((of) => {
      const element = document.querySelector<HTMLElement>(`[data-n=${of}]`)!
      const { display, animationName, animationDuration } = getComputedStyle(element)
      return { hidden: element.hidden, display, animationName, animationDuration }
    }, id)

  it('is seen after the node was hidden, for as long as it says, whatever its entrance takes', async () => {
    const { tab, errors } = await visit(
      page(tapping('b', { do: 'toggle', target: 't' }), leaver({ enter: 'rise', durationMs: 900, exit: 'sink', exitMs: 600 })),
    )
    await tab.click('[data-n=b] button')
    expect(await look(tab)).toEqual({ hidden: true, display: 'block', animationName: 'x-sink', animationDuration: '0.6s' })
    await expect.poll(async () => (await look(tab)).display).toBe('none')
    await tab.click('[data-n=b] button')
    expect(await look(tab)).toMatchObject({ hidden: false, display: 'block', animationName: 'm-rise', animationDuration: '0.9s' })
    expect(errors).toEqual([])
  })
  it('is called off when the node is shown again meanwhile', async () => {
    const { tab } = await visit(page(tapping('b', { do: 'toggle', target: 't' }), leaver({ exit: 'fade', exitMs: 2000 })))
    for (let i = 0; i < 2; i++) await tab.click('[data-n=b] button')
    expect(await look(tab)).toMatchObject({ hidden: false, animationName: 'none' })
  })
  it('does not move for people who asked for less motion', async () => {
    const { tab } = await visit(page(tapping('b', { do: 'toggle', target: 't' }), leaver({ exit: 'fade', exitMs: 2000 })))
    await tab.emulateMedia({ reducedMotion: 'reduce' })
    await tab.click('[data-n=b] button')
    expect(await look(tab)).toMatchObject({ hidden: true, display: 'none' })
  })
  it('of a popup moves its box, and gives the page back at once', async () => {
    const { tab } = await visit(
      page(tapping('b', { do: 'open', target: 'o' }), node('overlay', 'o', { title: 'x' }, { motion: { exit: 'lift', exitMs: 900 } })),
    )
    await tab.click('[data-n=b] button')
    await tab.click('.ovl-close')
    const box = await tab.evaluate(() => {
      const element = document.querySelector('.ovl-box')!
      return [getComputedStyle(element).animationName, document.documentElement.className, document.activeElement!.textContent]
    })
    expect(box).toEqual(['x-lift', '', 'b'])
    await expect.poll(() => tab.isVisible('.ovl-box')).toBe(false)
  })
  it('comes before the page of the next phase', async () => {
    const [startsAt, endsAt] = [new Date(testNow - 60_000).toISOString(), new Date(testNow + 60_000).toISOString()]
    const rules = testRules([
      { id: 'old', kind: 'custom', title: 'old', startsAt: new Date(testNow - 120_000).toISOString(), endsAt: startsAt },
      { id: 'now', kind: 'custom', title: 'now', startsAt, endsAt },
    ])
    const document = page(
      standard('countdown', 'c'),
      leaver({ exit: 'fade', exitMs: 1200 }, { when: { phase: ['old'] } }),
      node('text', 'u', { text: 'u' }, { when: { phase: ['now'] } }),
    )
    const { tab, server, errors } = await visit(document, () => {}, { rules, phase: 'old' })
    server.page = renderPage(document, testWish({ rules, phase: 'now' }))
    await expect.poll(async () => (await look(tab)).animationName).toBe('x-fade')
    await tab.waitForSelector('[data-n=u]')
    expect(errors).toEqual([])
  })
  it('on scrolling is for what was in sight, and is followed by an entrance', async () => {
    const tall = (id: string) => node('text', id, { text: '\n'.repeat(60), lineHeight: 2 })
    const { tab, errors } = await visit(
      page(
        leaver({ enter: 'rise', exit: 'fade', exitOnScroll: true }),
        tall('u'),
        node('text', 'v', { text: 'v' }, { motion: { exit: 'fade', exitOnScroll: true } }),
      ),
    )
    const classes = () => tab.evaluate(() => ['t', 'v'].map((id) => document.querySelector(`[data-n=${id}]`)!.classList.contains('leaving')))
    // Sights are told with the second frame at the latest: what was never in sight does not leave.
    await tab.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    await tab.evaluate(() => scrollTo(0, 300))
    await expect.poll(classes, { timeout: 5000 }).toEqual([true, false])
    await tab.evaluate(() => scrollTo(0, 0))
    await expect.poll(classes).toEqual([false, false])
    expect(errors).toEqual([])
  })
})

describe.skipIf(!chromiumPath())('a page whose script is too large for its HTML', () => {
  const types = ['lottery-wheel', 'check-in-calendar', 'leaderboard', 'poster', 'countdown', 'points-balance', 'lottery-prizes', 'lottery-winners']
  const plays: { [type: string]: string } = { 'lottery-wheel': 'draw', 'check-in-calendar': 'days', 'leaderboard': 'board' }
  const large = page(
    ...types.map((type, i) => standard(type, `n${i}`, { play: plays[type] })),
    node('text', 'n8', { text: '。'.repeat(4000) }),
    standard('check-in-calendar', 'n9', { play: 'days' }),
  )

  it('brings the views below when they come near', async () => {
    const { tab, server, errors } = await visit(large)
    expect(server.page.files.length).toBeGreaterThan(0)
    expect(server.page.html).toContain('"src":"/a/spring/f/')
    await tab.waitForSelector('[data-n=n0] >> text=📱')
    await tab.evaluate(() => scrollTo(0, 1e6))
    await tab.waitForSelector('[data-n=n2] >> text=1')
    expect(errors).toEqual([])
  })

  it('brings all that comes later in one file, once', async () => {
    const { tab, server } = await visit(large)
    const asked: string[] = []
    tab.on('request', (request) => request.url().includes('/f/') && asked.push(request.url()))
    await tab.evaluate(() => scrollTo(0, 1e6))
    await tab.waitForSelector('[data-n=n2] >> text=1')
    await tab.waitForSelector('[data-n=n9] >> text=已连续 1 天')
    const later = /"later":"([^"]*)"/.exec(server.page.html)![1]
    expect(asked.filter((url) => url.endsWith(later!))).toHaveLength(asked.length)
    expect(asked.length).toBeLessThan(2)
  })

  it('answers a tap whose part comes later, and says when that could not be had', async () => {
    const opening = node('button', 'n00', { text: 'open' }, { on: { tap: [{ do: 'open', target: 'o' }] } })
    const taps = page(opening, ...Object.values(large.nodes).filter(({ id }) => id !== 'root'), standard('overlay', 'o'))
    const { files } = renderPage(taps, testWish())
    const { tab, server, errors } = await visit(taps, (served) => {
      served.page = { ...served.page, files: [] }
      served.answer = (asked) => (asked.path.startsWith('f/') ? { status: 503, body: {} } : wellAnswer(asked))
    })
    expect(server.page.html).not.toContain('scrollIntoView')
    await tab.evaluate(() => document.querySelector<HTMLElement>('[data-n=n00] button')!.click())
    await tab.waitForSelector('.toast >> text=网络不太顺畅')
    server.page = { ...server.page, files }
    await tab.click('[data-n=n00] button')
    await tab.waitForSelector('[data-n=o] [role=dialog]', { state: 'visible' })
    await tab.keyboard.press('Escape')
    await tab.waitForSelector('[data-n=o] [role=dialog]', { state: 'hidden' })
    expect(errors.filter((error) => !error.includes('503') && !error.includes('Failed to fetch'))).toEqual([])
  })
})

/** The colour of one point of a saved poster: red, green, blue, alpha. */
function savedColour(tab: Page, x: number, y: number): Promise<number[]> {
  return tab.evaluate(
    async ([left, top]) => {
      const saved = document.querySelector<HTMLImageElement>('.pst-done img')!
      await saved.decode()
      const canvas = Object.assign(document.createElement('canvas'), { width: 750, height: 1200 })
      const c = canvas.getContext('2d')!
      c.drawImage(saved, 0, 0, 750, 1200)
      return [...c.getImageData(left, top, 1, 1).data]
    },
    [x, y] as const,
  )
}

describe.skipIf(!chromiumPath())('a widget that rests until it is tapped', () => {
  it('sends its script with the first tap, and answers that tap', async () => {
    const { tab, errors } = await visit(fiveWidgets())
    const fetched: string[] = []
    tab.on('request', (request) => request.url().includes('/f/') && fetched.push(request.url()))
    await tab.waitForSelector(`${wheel} >> text=📱`)
    expect(fetched).toEqual([])
    await tab.click('[data-n=n1] [data-click=save]')
    await tab.waitForSelector('[data-n=n1] .pst-done img')
    await tab.keyboard.press('Escape')
    await tab.waitForSelector('[data-n=n1] .pst-done', { state: 'detached' })
    expect([fetched.length, errors.filter((error) => !error.includes('404') && !error.includes('qr'))]).toEqual([1, []])
  })
  it.each([
    [0, 'red'],
    [100, 'blue'],
  ])('saves its picture cut around the focal point, as the page shows it: at %i of 100 across it is %s', async (x, colour) => {
    const half = (at: number, fill: string): string => `<rect x="${at}" width="800" height="800" fill="${fill}"/>`
    const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="800">${half(0, 'red')}${half(800, 'blue')}</svg>`
    const props = { title: 'T', image: `data:image/svg+xml;base64,${btoa(picture)}`, focus: { x, y: 50 }, canSave: true }
    const { tab } = await visit(page(standard('poster', 'n1', { props })))
    await tab.click('[data-n=n1] [data-click=save]')
    await tab.waitForSelector('[data-n=n1] .pst-done img')
    // At the edge that would be of the other colour if the picture were cut around its middle.
    const [red, , blue] = await savedColour(tab, x === 0 ? 740 : 10, 700)
    expect(red! > blue! ? 'red' : 'blue').toBe(colour)
  })
  it('saves its steps below its benefits', async () => {
    const { tab } = await visit(
      page(standard('poster', 'n1', { props: { title: 'T', benefits: [{ icon: '🎁', text: 'A' }], steps: ['B', 'C'], canSave: true } })),
    )
    await tab.click('[data-n=n1] [data-click=save]')
    await tab.waitForSelector('[data-n=n1] .pst-done img')
    const surface = [255, 248, 236, 255]
    expect([await savedColour(tab, 90, 450), await savedColour(tab, 90, 560)]).toEqual([surface, surface])
    expect(await savedColour(tab, 90, 670)).not.toEqual(surface)
  })
})

describe.skipIf(!chromiumPath())('a page whose phase passes', () => {
  const phases = [
    { id: 'warm', kind: 'preheat' as const, title: 'w', startsAt: '2026-01-01T00:00:00+08:00', endsAt: '2026-01-03T12:00:10+08:00' },
    { id: 'peak', kind: 'peak' as const, title: 'p', startsAt: '2026-01-03T12:00:10+08:00', endsAt: '2026-01-09T00:00:00+08:00' },
  ]
  const rules = testRules(phases)
  const document = page(
    standard('lottery-wheel', 'n3', { play: 'draw', props: { ...standard('lottery-wheel', 'w').props, spinMs: 1000 } }),
    node('text', 'a', { text: '预热' }, { when: { phase: ['warm'] } }),
    node('text', 'b', { text: '高潮' }, { when: { phase: ['peak'] } }),
  )
  /** Both of the server's questions are answered as of `later` ms after noon. */
  function clock(server: PhoneServer, later: number): void {
    server.answer = (asked) => {
      const said = wellAnswer(asked) as { body: { now?: number } }
      if (said.body.now) said.body.now = testNow + later
      return said
    }
  }
  const warm = { phase: ['warm'], rules }
  const peak = () => renderPage(document, testWish({ phase: ['peak'], rules }))

  it('turns into the page of the next one when it is asked for anew', async () => {
    const { tab, server } = await visit(document, () => {}, warm)
    await tab.waitForSelector('[data-n=a]')
    server.page = peak()
    clock(server, 20_000)
    await Promise.all([tab.waitForEvent('load'), tab.evaluate(() => dispatchEvent(new Event('online')))])
    await tab.waitForSelector('[data-n=b]')
    await expect.poll(() => tab.evaluate(() => sessionStorage.length)).toBe(0)
  })
  it('turns by itself when the phase ends', async () => {
    const { tab, server } = await visit(document, (one) => clock(one, 8000), warm)
    server.page = peak()
    await tab.waitForSelector(`${wheel} >> text=📱`)
    clock(server, 13_000)
    await tab.waitForSelector('[data-n=b]', { timeout: 8000 })
  })
  it('only offers to while something is being done, and once a cache has answered', async () => {
    const { tab, server } = await visit(document, () => {}, warm)
    await tab.waitForSelector(`${wheel} >> text=📱`)
    await tab.click(spin)
    await tab.waitForSelector(`${wheel} .wl-card`)
    clock(server, 20_000)
    await tab.evaluate(() => dispatchEvent(new Event('online')))
    await tab.waitForSelector('.toast button')
    await Promise.all([tab.waitForEvent('load'), tab.click('.toast button')])
    await tab.waitForEvent('load')
    await tab.waitForSelector('.toast button')
  })
})
