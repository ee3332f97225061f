import type { Browser, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Json } from '../schemas/play'
import type { PlayRules, RulesDocument } from '../schemas/rules'
import { renderPage } from '../renderer/renderPage'
import { playKinds } from '../widgets/rules'
import { chromiumPath, launchBrowser } from './browser'
import { fiveWidgets, testNow } from './fiveWidgets'
import { startPhoneServer, type PhoneServer } from './phoneServer'
import { testRules, testWish } from './renderWorld'

const prize = (zh: string, icon: string) => ({ title: { 'zh-CN': zh, 'en': zh }, type: 'physical', icon, stock: 3 }) as const
const rules: RulesDocument = {
  ...testRules(),
  prizes: { phone: prize('新款手机', '📱'), mug: prize('马克杯', '☕') },
  plays: {
    draw: {
      ...playKinds['lottery']!.defaults,
      slots: [
        { id: 'phone', prize: 'phone', weightPpm: 100 },
        { id: 'mug', prize: 'mug', weightPpm: 200_000 },
      ],
    } as PlayRules,
    days: { ...playKinds['check-in']!.defaults, streaks: [{ days: 3, grant: { give: 'prize', prize: 'mug' }, once: true }] } as PlayRules,
    board: { ...playKinds['leaderboard']!.defaults, size: 5 } as PlayRules,
  },
}

let browser: Browser
let server: PhoneServer
let tab: Page

const textOf = (node: string): Promise<string> => tab.locator(`[data-n=${node}]`).innerText()

beforeAll(async () => {
  browser = await launchBrowser()
})
afterEach(async () => {
  await tab.context().close()
  await server.close()
})
afterAll(() => browser?.close())

async function visit(options: { javaScriptEnabled?: boolean }, answer: PhoneServer['answer']): Promise<void> {
  server = await startPhoneServer(renderPage(fiveWidgets(), testWish({ rules })), answer)
  tab = await (await browser.newContext({ viewport: { width: 375, height: 680 }, ...options })).newPage()
  await tab.goto(server.url)
}

const lost: PhoneServer['answer'] = () => ({ status: 503, body: { code: 'busy', title: 'Busy' } })

describe.skipIf(!chromiumPath())('what the rules alone say', () => {
  it('is on the page before any script runs', async () => {
    await visit({ javaScriptEnabled: false }, lost)
    expect(await textOf('n3')).toMatch(/新款手机[^]*马克杯[^]*加载中/)
    expect(await tab.locator('[data-n=n3] details').textContent()).toMatch(/新款手机 0\.01%马克杯 20%谢谢参与 79\.99%每天 1 次/)
    expect(await textOf('n4')).toMatch(/连续 3 天 · 马克杯/)
    expect(await tab.locator('[data-n=n5] li').count()).toBe(5)
  })

  it('stays when the server cannot be heard', async () => {
    await visit({}, lost)
    await tab.waitForSelector('[data-n=n3] >> text=网络不太顺畅')
    expect(await textOf('n3')).toMatch(/新款手机[^]*马克杯/)
    expect(await textOf('n4')).toMatch(/连续 3 天 · 马克杯/)
    expect(await textOf('n5')).not.toContain('虚位以待')
  })

  it('keeps every widget in its place when the server is heard', async () => {
    const context = { rules, id: '', play: rules.plays['draw']! }
    const shownOf = (play: string): Json =>
      playKinds[rules.plays[play]!.kind]!.publicView({ ...context, id: play, play: rules.plays[play]! }, nothingYet, testNow)
    const mineOf = (play: string): Json =>
      playKinds[rules.plays[play]!.kind]!.mineView(
        { ...context, id: play, play: rules.plays[play]! },
        { visitor: 'v1', at: testNow, dayKey: '2026-01-03' },
        nothingYet,
      )
    const ids = Object.keys(rules.plays)
    let speak = (): void => {}
    const silence = new Promise<void>((done) => (speak = done))
    await visit({}, async ({ path }) => {
      await silence
      if (path === 'state')
        return {
          body: {
            now: testNow,
            release: 'r1',
            stage: 'running',
            offline: false,
            plays: Object.fromEntries(ids.map((id) => [id, { kind: rules.plays[id]!.kind, stage: 'running', shown: shownOf(id) }])),
          },
        }
      if (path === 'me') return { body: { now: testNow, visitor: 'v1', name: 'Mia', plays: Object.fromEntries(ids.map((id) => [id, mineOf(id)])), awards: [] } }
      return { status: 202, body: {} }
    })
    const heights = (): Promise<number[]> => tab.$$eval('[data-n]', (nodes) => nodes.map((node) => node.getBoundingClientRect().height))
    const before = await heights()
    speak()
    await tab.waitForSelector('[data-n=n3] >> text=你还有 1 次机会')
    expect(await heights()).toEqual(before)
  })
})

/** State in which nobody has done anything. */
const nothingYet = {
  count: () => 0,
  fact: () => undefined,
  factsUnder: () => [],
  codesLeft: () => 0,
  top: () => [],
  place: () => null,
  size: () => 0,
  name: () => '',
  winners: () => [],
}
