import type { Browser, BrowserContext, Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../browser'
import { owner, startProduct, type Product } from '../product'

/** The main job of the product, by mouse and keyboard alone: compose, set the rules, publish, play, change, roll back. */
describe('from a blank page to a rolled-back release', () => {
  let product: Product
  let browser: Browser
  let studio: Page
  let firstPage: string

  beforeAll(async () => {
    product = await startProduct()
    browser = await launchBrowser()
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
    studio = await context.newPage()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })

  it('a designer signs in and begins from a blank page', async () => {
    await studio.goto(`${product.url}/studio/`)
    await studio.getByRole('textbox', { name: '邮箱' }).fill(owner.email)
    await studio.locator('input[type="password"]').fill(owner.password)
    await studio.keyboard.press('Enter')
    await studio.getByRole('button', { name: '新建活动' }).first().click()
    const dialog = studio.getByRole('dialog')
    await dialog.getByRole('radio', { name: '空白页' }).click()
    await dialog.getByRole('textbox', { name: '名称' }).fill('迎新抽奖')
    await dialog.getByRole('textbox', { name: '访问地址' }).fill('welcome')
    await dialog.getByRole('button', { name: '创建' }).click()
    await studio.waitForURL(/\/design/)
    await frame().locator('[data-n="root"]').waitFor()
    await studio.getByRole('dialog', { name: '欢迎' }).getByRole('button', { name: '跳过' }).click()
  })

  it('drags a poster, a countdown, a wheel, a check-in and a leaderboard onto the page', async () => {
    for (const type of ['poster', 'countdown', 'lottery-wheel', 'check-in-calendar', 'leaderboard']) {
      await dragOntoPage(type)
      await frame().locator(`.w-${type}`).waitFor()
    }
    expect((await typesOnCanvas()).sort()).toEqual(['check-in-calendar', 'countdown', 'leaderboard', 'lottery-wheel', 'poster'])
    await saved()
  })

  it('takes the last step back and makes it again by keyboard', async () => {
    await studio.keyboard.press('Control+z')
    await frame().locator('.w-leaderboard').waitFor({ state: 'detached' })
    await studio.keyboard.press('Control+Shift+z')
    await frame().locator('.w-leaderboard').waitFor()
    await saved()
  })

  it('an operator sets a prize, its stock and its odds', async () => {
    await studio.getByRole('link', { name: '规则' }).click()
    const sections = studio.getByRole('navigation', { name: '规则目录' })
    await sections.getByText('奖品').click()
    await studio.getByRole('button', { name: '添加奖品' }).first().click()
    await fill('名称 (中文)', '保温杯')
    await fill('库存', '12000')
    const stock = studio.getByRole('textbox', { name: '库存', exact: true })
    expect(await stock.inputValue()).toBe('12,000')
    await stock.focus()
    expect(await stock.inputValue()).toBe('12000')
    await fill('库存', '5')
    // Money is written in one unit throughout.
    await fill('面值（元）', '69')
    await fill('成本（元）', '30.5')
    await saved()
    await sections.getByText('幸运抽奖').click()
    await studio.getByRole('button', { name: '添加奖项' }).click()
    await fill('谢谢参与 概率', '0')
    await fill('保温杯 概率', '100')
    await studio.getByText('合计 100%').waitFor()
    await studio
      .getByRole('row', { name: /^显示名称、图标与附送/ })
      .first()
      .getByRole('button', { name: '删除' })
      .click()
    await saved()
  })

  it('publishes, with nothing left to solve', async () => {
    await studio.getByRole('link', { name: '发布' }).click()
    await publish('第一次发布', 1)
    firstPage = await pageBytes()
    expect(firstPage).toContain('新年福利季')
  })

  it('a visitor on a phone draws, checks in and sees the rank', async () => {
    const phone = await visitor()
    const page = await phone.newPage()
    await page.goto(`${product.url}/a/welcome`)
    await page.locator('.w-lottery-wheel [data-click="spin"]').tap()
    await expect.poll(() => page.locator('.w-lottery-wheel [role="status"]').first().innerText(), { timeout: 20_000 }).toContain('保温杯')
    await page.keyboard.press('Escape')
    await page.locator('.w-check-in-calendar .btn').first().tap()
    await expect.poll(() => page.locator('.w-check-in-calendar').innerText()).toContain('已连续 1 天')
    await expect.poll(() => page.locator('.w-leaderboard').innerText()).toContain('我')
    await phone.close()
  })

  it('changes the title, publishes again and rolls back: the same bytes, and no draw or stock moved', async () => {
    await studio.getByRole('link', { name: '设计' }).click()
    await frame().locator('.w-poster').click()
    const title = studio.getByRole('textbox', { name: '主题 (中文)' })
    await title.fill('迎春福利季')
    await title.blur()
    await saved()
    await studio.getByRole('link', { name: '发布' }).click()
    await publish('改标题', 2)
    expect(await pageBytes()).toContain('迎春福利季')
    const before = await ledger()

    await studio.getByRole('button', { name: '回滚到这一版' }).last().click()
    const dialog = studio.getByRole('dialog')
    await dialog.getByRole('textbox', { name: '原因' }).fill('标题写错了')
    await dialog.getByRole('button', { name: '回滚', exact: true }).click()
    await studio.getByText('已回滚').first().waitFor()
    expect(await pageBytes()).toBe(firstPage)
    expect(await ledger()).toEqual(before)
    expect(before.draws).toBe(1)
  })

  const frame = () => studio.frameLocator('iframe')

  async function dragOntoPage(type: string): Promise<void> {
    const tile = studio.locator(`[data-palette="${type}"]`)
    await tile.scrollIntoViewIfNeeded()
    const from = await boxOf(tile)
    const stage = await boxOf(studio.locator('iframe'))
    const foot = Math.min(stage.y + stage.height - 12, 880)
    await studio.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await studio.mouse.down()
    await studio.mouse.move(stage.x + stage.width / 2, foot - 60, { steps: 6 })
    await studio.mouse.move(stage.x + stage.width / 2, foot, { steps: 6 })
    await studio.mouse.up()
  }

  async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
    const box = await locator.boundingBox()
    if (!box) throw new Error('It is not on the screen.')
    return box
  }

  function typesOnCanvas(): Promise<string[]> {
    return frame()
      .locator('[data-n="root"] [data-n]')
      .evaluateAll((elements) =>
        elements.map((element) =>
          element.className
            .split(' ')
            .find((name: string) => name.startsWith('w-'))!
            .slice(2),
        ),
      )
  }

  async function saved(): Promise<void> {
    await studio.waitForTimeout(300)
    await studio.getByText('已保存').first().waitFor()
  }

  async function fill(label: string, value: string): Promise<void> {
    const field = studio.getByRole('textbox', { name: label, exact: true })
    await field.fill(value)
    await field.press('Tab')
  }

  async function publish(note: string, number: number): Promise<void> {
    await studio.getByRole('textbox', { name: '发布说明' }).fill(note)
    await studio.getByRole('button', { name: '发布', exact: true }).click()
    await studio.getByText(`第 ${number} 版`).first().waitFor()
    await studio.getByText(note).first().waitFor()
  }

  async function pageBytes(): Promise<string> {
    const answer = await fetch(`${product.url}/a/welcome`, { headers: { 'Accept-Language': 'zh-CN' } })
    return answer.text()
  }

  async function ledger(): Promise<{ draws: number; journal: string }> {
    const { activities } = await product.api<{ activities: { id: string }[] }>('GET', '/api/activities')
    const answer = await fetch(`${product.url}/api/activities/${activities[0]!.id}/journal`, {
      headers: { Authorization: 'Bearer token-for-tests-0123456789abcdef' },
    })
    const journal = await answer.text()
    return { journal, draws: journal.split('\n').filter((line) => line.includes('"draw"')).length }
  }

  function visitor(): Promise<BrowserContext> {
    return browser.newContext({ viewport: { width: 375, height: 812 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'zh-CN' })
  }
}, 180_000)
