import type { Browser, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { renderPage } from '../renderer/renderPage'
import type { Mine } from '../schemas/api/visitor'
import type { PageNode } from '../schemas/page'
import type { When } from '../schemas/when'
import { chromiumPath, launchBrowser } from './browser'
import { standard, wellAnswer } from './fiveWidgets'
import { startPhoneServer, type PhoneServer } from './phoneServer'
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

const text = (id: string, when?: When, more: Partial<PageNode> = {}): PageNode =>
  node('text', id, { text: `我是 ${id}` }, { ...(when ? { when } : {}), ...more })
const rules = { ...testRules(), plays: { draw: { kind: 'lottery', title: 'Draw' } } }
const htmlOf = (...nodes: PageNode[]): string => renderPage(page(...nodes), testWish({ rules })).html

interface Saying {
  readonly seen?: Mine['seen']
  /** The server answers when this is done. */
  readonly after?: Promise<unknown>
  readonly query?: string
}

/** Opens a page as a visitor of whom the server says this. `shown` are the nodes in sight. */
async function visit(
  nodes: readonly PageNode[],
  { seen, after, query = '' }: Saying = {},
): Promise<{ tab: Page; server: PhoneServer; shown: () => Promise<string[]> }> {
  const server = await startPhoneServer(renderPage(page(...nodes), testWish({ rules })), async (asked) => {
    await after
    const answer = wellAnswer(asked)
    return asked.path === 'me' && answer !== 'lost' ? { body: { ...(answer.body as object), seen } } : answer
  })
  const context = await browser.newContext({ viewport: { width: 375, height: 680 }, hasTouch: true, isMobile: true })
  const tab = await context.newPage()
  open.push(
    () => context.close(),
    () => server.close(),
  )
  await tab.goto(server.url + query)
  const shown = (): Promise<string[]> =>
    tab.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-n]')]
        .filter((one) => one.getClientRects().length && getComputedStyle(one).visibility === 'visible')
        .map((one) => one.dataset['n']!),
    )
  return { tab, server, shown }
}

const member: When = { segment: ['members'] }
const others: When = { not: { segment: ['members'] } }
const seen = (...segments: string[]): Mine['seen'] => ({ segments, channel: '', visitor: 'new' })

describe('a page whose nodes have conditions', () => {
  it('is the same for everybody, and shows none of them before anything is known', () => {
    const html = htmlOf(text('n1'), text('n2', member), text('n3', { channel: ['app'] }))
    expect(html.match(/data-n="n\d" data-if>/g)).toHaveLength(2)
    expect(html).toContain('[data-if=""],[data-if=closed]{display:none!important}')
  })

  it('leaves out what the phases decide, and keeps the rest of such a condition for the visitor', () => {
    expect(htmlOf(text('n1', { phase: ['peak'], ...member }))).not.toContain('我是 n1')
    expect(htmlOf(text('n1', { not: { phase: ['peak'] } }))).not.toContain('data-if')
    expect(htmlOf(text('n1', { not: { phase: ['peak'] }, ...member }))).toContain('"when":{"n1":{"segment":["members"]}}')
  })

  it('pays for them only where they are', () => {
    expect(htmlOf(text('n1'), standard('lottery-wheel', 'n2', { play: 'draw' }))).not.toMatch(/data-if|\.alt\b|"when"/)
  })
})

describe.skipIf(!chromiumPath())('on a phone', () => {
  it('a member sees one node and a stranger the other, in one place, and nothing moves', async () => {
    for (const [segments, wanted] of [
      [['members'], 'n1'],
      [[], 'n2'],
    ] as const) {
      let answer = (): void => {}
      const after = new Promise<void>((done) => (answer = done))
      const tall = node('text', 'n2', { text: '另一段\n更高\n的文字' }, { when: others })
      const { tab, shown } = await visit([text('n1', member), tall, text('n3')], { seen: seen(...segments), after })
      const below = (): Promise<number> => tab.evaluate(() => document.querySelector('[data-n=n3]')!.getBoundingClientRect().top)
      const before = await below()
      expect(await shown()).toEqual(['root', 'n3'])
      answer()
      await expect.poll(shown).toEqual(['root', wanted, 'n3'])
      expect(await below()).toBe(before)
    }
  })

  it('who cannot be asked about counts as a stranger', async () => {
    const { server, shown } = await visit([text('n1', member), text('n2', others), text('n3')])
    server.answer = () => 'lost'
    await expect.poll(shown, { timeout: 8000 }).toContain('n2')
    expect(await shown()).not.toContain('n1')
  })

  it('what waits for a draw comes after it, and what was for before goes', async () => {
    const done: When = { play: [{ play: 'draw', is: ['done-today'] }] }
    let hasDrawn = false
    const nodes = [
      standard('lottery-wheel', 'n1', { play: 'draw', props: { ...standard('lottery-wheel', 'x').props, spinMs: 1000 } }),
      text('n2', done),
      text('n3', { not: done }),
    ]
    const { tab, server, shown } = await visit(nodes, { seen: seen() })
    server.answer = async (asked) => {
      const answer = wellAnswer(asked)
      if (asked.path === 'plays/draw/draw') hasDrawn = true
      if (asked.path !== 'me' || answer === 'lost') return answer
      const body = answer.body as Mine
      const mine = { ...(body.plays['draw'] as object), drawnToday: hasDrawn ? 1 : 0 }
      return { body: { ...body, plays: { ...body.plays, draw: mine }, seen: seen() } }
    }
    await tab.reload()
    await expect.poll(shown).toEqual(['root', 'n1', 'n3'])
    await tab.click('[data-n=n1] [data-click=spin]')
    await expect.poll(shown, { timeout: 8000 }).toEqual(['root', 'n1', 'n2'])
  })

  it('a variable turns nodes over at a tap, without asking the server', async () => {
    const tab1: When = { variable: [{ name: 'tab', is: ['a'] }] }
    const button = (id: string, value: string): PageNode => node('button', id, { text: value }, { on: { tap: [{ do: 'set', name: 'tab', value }] } })
    const { tab, server, shown } = await visit([button('n1', 'a'), button('n2', 'b'), text('n3', tab1), text('n4', { not: tab1 })])
    expect(await shown()).toEqual(['root', 'n1', 'n2', 'n4'])
    await tab.click('[data-n=n1] button')
    expect(await shown()).toEqual(['root', 'n1', 'n2', 'n3'])
    await tab.reload()
    expect(await shown()).toEqual(['root', 'n1', 'n2', 'n3'])
    await tab.click('[data-n=n2] button')
    expect(await shown()).toEqual(['root', 'n1', 'n2', 'n4'])
    expect(server.count('me')).toBe(0)
  })

  it('the channel of the address decides at once, and is kept while the tab is open', async () => {
    const { tab, server, shown } = await visit([text('n1', { channel: ['app'] }), text('n2', { not: { channel: ['app'] } })], {
      query: '?channel=app',
      after: new Promise(() => {}),
    })
    expect(await shown()).toEqual(['root', 'n1'])
    await tab.goto(server.url)
    expect(await shown()).toEqual(['root', 'n1'])
  })

  it('a popup that comes to be for this visitor stays closed, and is not seen to leave', async () => {
    let answer = (): void => {}
    const after = new Promise<void>((done) => (answer = done))
    const { tab } = await visit([node('overlay', 'n2', { title: '规则' }, { when: member })], { seen: seen('members'), after })
    await tab.evaluate(() => {
      const popup = document.querySelector('[data-n=n2]')!
      new MutationObserver(() => popup.getClientRects().length && document.body.setAttribute('data-flashed', '')).observe(popup, { attributes: true })
    })
    answer()
    await tab.waitForFunction(() => !document.querySelector('[data-if]'))
    await tab.waitForTimeout(50)
    expect(await tab.evaluate(() => [document.body.hasAttribute('data-flashed'), document.querySelector<HTMLElement>('[data-n=n2]')!.hidden])).toEqual([
      false,
      true,
    ])
  })

  it('a popup that is not for this visitor does not open, and locks nothing', async () => {
    const nodes = [
      node('button', 'n1', { text: '规则' }, { on: { tap: [{ do: 'open', target: 'n2' }] } }),
      node('overlay', 'n2', { title: '规则' }, { when: member }),
    ]
    const stranger = await visit(nodes, { seen: seen() })
    await expect.poll(() => stranger.server.count('me')).toBe(1)
    await stranger.tab.click('[data-n=n1] button')
    expect([await stranger.shown(), await stranger.tab.evaluate(() => document.documentElement.className)]).toEqual([['root', 'n1'], ''])
    const mia = await visit(nodes, { seen: seen('members') })
    await mia.tab.waitForFunction(() => !document.querySelector('[data-if]'))
    expect(await mia.shown()).toEqual(['root', 'n1'])
    await mia.tab.click('[data-n=n1] button')
    expect(await mia.shown()).toContain('n2')
  })

  it('what is hidden is not read out, cannot be focused and is not counted as seen', async () => {
    const hidden = (id: string, when: When): PageNode => node('button', id, { text: `按钮 ${id}` }, { when })
    const { tab, server } = await visit([hidden('n1', member), hidden('n2', others), hidden('n3', { channel: ['app'] })], { seen: seen() })
    await expect.poll(() => tab.evaluate(() => document.querySelector('[data-n=n2]')!.hasAttribute('data-if'))).toBe(false)
    expect((await tab.locator('body').ariaSnapshot()).match(/按钮 n\d/g)).toEqual(['按钮 n2'])
    await tab.keyboard.press('Tab')
    expect(await tab.evaluate(() => document.activeElement!.closest('[data-n]')!.getAttribute('data-n'))).toBe('n2')
    await tab.waitForTimeout(2500)
    await tab.evaluate(() => dispatchEvent(new Event('pagehide')))
    await expect.poll(() => server.count('events')).toBe(1)
    const { events } = JSON.parse(server.asked.find(({ path }) => path === 'events')!.body) as { events: { name: string; node?: string }[] }
    expect(events.filter(({ name, node: id }) => name === 'exposure' && id !== 'root').map(({ node: id }) => id)).toEqual(['n2'])
  })
})
