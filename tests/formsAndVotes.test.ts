import type { Browser, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { renderPage } from '../renderer/renderPage'
import type { Json } from '../schemas/play'
import { chromiumPath, launchBrowser } from './browser'
import { standard } from './fiveWidgets'
import { playing, rules, secret } from './formAndVote'
import { startPhoneServer, type PhoneServer } from './phoneServer'
import { node, page, testWish } from './renderWorld'

let browser: Browser
const open: (() => Promise<unknown>)[] = []
beforeAll(async () => {
  browser = await launchBrowser()
})
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})
afterAll(() => browser?.close())

async function visit(prepare: (server: PhoneServer) => void = () => {}): Promise<{ tab: Page; server: PhoneServer; errors: string[] }> {
  const document = page(standard('form', 'f', { play: 'form' }), standard('vote', 'v', { play: 'vote' }), standard('vote-ranking', 'r', { play: 'vote' }))
  const server = await startPhoneServer(renderPage(document, testWish({ rules })), playing())
  prepare(server)
  const context = await browser.newContext({ viewport: { width: 375, height: 680 }, hasTouch: true, isMobile: true })
  const tab = await context.newPage()
  tab.setDefaultTimeout(8000)
  const errors: string[] = []
  tab.on('pageerror', (error) => errors.push(String(error)))
  open.push(
    () => context.close(),
    () => server.close(),
  )
  await tab.goto(server.url)
  return { tab, server, errors }
}

async function fill(tab: Page): Promise<void> {
  await tab.getByLabel('姓名').fill('小林')
  await tab.getByLabel('手机号').fill('138 0000 0000')
  await tab.getByLabel('主题 a').check()
  await tab.getByLabel('主题 c').check()
  await tab.getByLabel('4', { exact: true }).check()
  await tab.getByLabel('我同意').check()
}
const send = (tab: Page): Promise<void> => tab.locator('[data-n=f] [type=submit]').tap()
const sent = (server: PhoneServer) => server.asked.filter(({ path }) => path === 'plays/form/submit')

describe.skipIf(!chromiumPath())('a form on a phone', () => {
  it('says at each field what is wrong, leads to the first of them, and keeps what was typed', async () => {
    const { tab, errors } = await visit()
    await tab.getByLabel('姓名').fill('小林')
    await tab.getByLabel('手机号').fill('12')
    await tab.getByLabel('主题 b').check()
    await send(tab)
    await tab.waitForSelector('.fm-bad >> text=请填写正确的手机号')
    expect(await tab.locator('.fm-bad em').allTextContents()).toEqual(['请填写正确的手机号', '请选择', '需要同意才能提交'])
    await tab.waitForFunction(() => document.activeElement?.getAttribute('type') === 'tel')
    expect(await tab.getByLabel('手机号').getAttribute('aria-invalid')).toBe('true')
    expect([await tab.getByLabel('姓名').inputValue(), await tab.getByLabel('手机号').inputValue(), await tab.getByLabel('主题 b').isChecked()]).toEqual([
      '小林',
      '12',
      true,
    ])
    expect(errors).toEqual([])
  })

  it('is sent once for a double tap, and shows what only those who sent it are given', async () => {
    const { tab, server } = await visit()
    expect(await tab.content()).not.toContain(secret)
    await fill(tab)
    await tab.evaluate(() => {
      const button = document.querySelector<HTMLElement>('[data-n=f] [type=submit]')!
      button.click()
      button.click()
    })
    await tab.waitForSelector('.fm-done >> text=积分 +20')
    expect(await tab.locator('.fm-done a').getAttribute('href')).toBe(secret)
    expect(await tab.evaluate(() => document.activeElement?.className)).toBe('fm-done')
    expect(sent(server).map(({ body }) => (JSON.parse(body) as { input: Json }).input)).toEqual([
      { answers: { name: ['小林'], phone: ['138 0000 0000'], topics: ['a', 'c'], stars: ['4'], ok: ['yes'] } },
    ])
    await tab.reload()
    await tab.waitForSelector(`.fm-done a[href="${secret}"]`)
    expect(await tab.locator('form').count()).toBe(0)
  })

  it('is not taken away with what was typed when a phase passes: the new page is offered', async () => {
    const [before, after] = [
      { startsAt: '2026-01-01T00:00:00+08:00', endsAt: '2026-01-02T12:00:10+08:00' },
      { startsAt: '2026-01-02T12:00:10+08:00', endsAt: '2026-01-09T00:00:00+08:00' },
    ]
    const phased = {
      ...rules,
      schedule: {
        ...rules.schedule,
        phases: [
          { id: 'one', kind: 'start' as const, title: '1', ...before },
          { id: 'two', kind: 'peak' as const, title: '2', ...after },
        ],
      },
    }
    const { tab, server } = await visit((phone) => {
      const document = page(standard('form', 'f', { play: 'form' }), node('text', 't', { text: '第一阶段' }, { when: { phase: ['one'] } }))
      phone.page = renderPage(document, testWish({ rules: phased, phase: ['one'] }))
    })
    await tab.getByLabel('姓名').fill('小林')
    const answer = server.answer
    server.answer = async (asked) => {
      const said = (await answer(asked)) as { body: { now?: number } }
      if (said.body.now) said.body.now += 20_000
      return said
    }
    await tab.evaluate(() => dispatchEvent(new Event('online')))
    await tab.waitForSelector('.toast button')
    expect(await tab.getByLabel('姓名').inputValue()).toBe('小林')
  })

  it('is sent with the Enter key, and again under the same key where the answer was lost', async () => {
    let lost = 1
    const { tab, server } = await visit((phone) => {
      const answer = phone.answer
      phone.answer = (asked) => (asked.path === 'plays/form/submit' && lost-- > 0 ? 'lost' : answer(asked))
    })
    await fill(tab)
    await tab.getByLabel('姓名').press('Enter')
    await tab.waitForSelector('.fm-done')
    expect(sent(server)).toHaveLength(2)
    expect(new Set(sent(server).map(({ key }) => key)).size).toBe(1)
  })
})

describe.skipIf(!chromiumPath())('a vote on a phone', () => {
  it('counts, tells what is left, and says why no more can be given', async () => {
    const { tab, server, errors } = await visit()
    const button = (candidate: string) => tab.locator(`[data-n=v] [data-key=${candidate}] button`)
    await tab.waitForSelector('[data-n=v] >> text=还可投 2 票')
    await button('b').tap()
    await tab.waitForSelector('[data-n=v] >> text=还可投 1 票')
    expect(await button('b').textContent()).toContain('已投 1')
    await tab.waitForSelector('[data-n=r] >> text=共 1 票')
    expect(await tab.locator('[data-n=r] li').first().textContent()).toContain('选手 b')
    await button('b').tap()
    await tab.waitForSelector('[data-n=v] [role=alert] >> text=今天已经投过它了')
    await button('a').tap()
    await tab.waitForSelector('[data-n=v] >> text=票已投完')
    expect(server.count('plays/vote/vote')).toBe(3)
    expect(await button('a').evaluate((element) => element === document.activeElement)).toBe(true)
    expect(errors).toEqual([])
  })
})
