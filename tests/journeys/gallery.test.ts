import type { Browser, Locator, Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { toldOf, violations } from '../axe'
import { chromiumPath } from '../browser'
import type { Product } from '../product'
import { inStudio, signedIn } from '../studio'

describe.skipIf(!chromiumPath())(
  'the gallery of templates',
  () => {
    let product: Product
    let browser: Browser
    inStudio((studio) => ({ product, browser } = studio))

    /** The dialog of a new activity. `before`: done to the tab ahead of its first request. */
    async function open(before: (tab: Page) => Promise<unknown> = async () => {}, options = {}): Promise<{ tab: Page; dialog: Locator; cards: Locator }> {
      const tab = await (await signedIn(browser, product, options)).newPage()
      await before(tab)
      await tab.goto(`${product.url}/studio/`)
      await tab
        .getByRole('button', { name: /^(新建活动|New activity)$/ })
        .first()
        .click()
      const dialog = tab.getByRole('dialog')
      const cards = dialog.getByRole('radiogroup', { name: /^(从哪里开始|Start from)$/ }).getByRole('radio')
      await cards.first().waitFor()
      return { tab, dialog, cards }
    }
    const titles = (cards: Locator): Promise<string[]> => cards.locator('b').allInnerTexts()

    it('is searched by words and by kind of play, says when nothing matches, and shows all again', async () => {
      const { tab, dialog, cards } = await open()
      await cards.nth(10).waitFor()
      const search = dialog.getByRole('searchbox', { name: '搜索模板' })
      await search.fill('打卡')
      await expect.poll(() => titles(cards)).toEqual(['平台新年活动', '21 天打卡挑战', '小组 PK 赛'])
      await dialog.getByRole('radio', { name: '战队', exact: true }).click()
      await expect.poll(() => titles(cards)).toEqual(['小组 PK 赛'])
      await search.fill('没有这样的')
      await dialog.getByText('没有符合的模板').waitFor()
      await dialog.getByRole('button', { name: '显示全部' }).click()
      await expect.poll(() => cards.count()).toBe(11)
      await tab.context().close()
    })

    it('begins at the name', async () => {
      const { tab, dialog } = await open()
      expect(await dialog.getByRole('textbox', { name: '名称' }).evaluate((field) => field === document.activeElement)).toBe(true)
      await tab.context().close()
    })

    it('is walked by arrow keys, Home and End, with one stop for Tab', async () => {
      const { tab, dialog, cards } = await open()
      await cards.nth(10).waitFor()
      await dialog.getByRole('searchbox').press('ArrowDown')
      const walk: string[] = []
      for (const key of ['ArrowRight', 'ArrowDown', 'ArrowUp', 'End', 'ArrowRight', 'ArrowLeft', 'Home']) {
        await tab.keyboard.press(key)
        const focused = tab.locator(':focus')
        expect(await focused.getAttribute('aria-checked')).toBe('true')
        walk.push(`${key} ${(await titles(cards)).indexOf(await focused.locator('b').innerText())}`)
      }
      const columns = Number(walk[1]!.split(' ')[1]) - 1
      expect(columns).toBeGreaterThan(2)
      expect(walk).toEqual(['ArrowRight 1', `ArrowDown ${1 + columns}`, 'ArrowUp 1', 'End 10', 'ArrowRight 0', 'ArrowLeft 10', 'Home 0'])
      expect(await cards.evaluateAll((all) => all.filter((one) => (one as HTMLElement).tabIndex === 0).length)).toBe(1)
      await tab.context().close()
    })

    it('says that templates, or their pictures, did not come, and asks again', async () => {
      let isDown = true
      const { tab, dialog, cards } = await open((page) =>
        page.route('**/api/templates', (route) => (isDown ? route.fulfill({ status: 500, body: '{}' }) : route.continue())),
      )
      await tab.route('**/api/templates/survey', (route) => (isDown ? route.abort() : route.continue()))
      await dialog.getByRole('alert').getByText('模板没有加载出来').waitFor()
      expect(await titles(cards)).toEqual(['空白页'])
      await tab.unroute('**/api/templates')
      await dialog.getByRole('alert').getByRole('button', { name: '重试' }).click()
      await dialog.getByRole('alert').getByText('1 个模板的预览没有加载出来').waitFor()
      isDown = false
      await dialog.getByRole('alert').getByRole('button', { name: '重试' }).click()
      await dialog.getByRole('alert').waitFor({ state: 'detached' })
      await tab.context().close()
    })

    it.each([
      ['light', 'zh-CN'],
      ['dark', 'en'],
    ] as const)('has nothing for axe to find in %s and %s', async (colorScheme, locale) => {
      const { tab, dialog, cards } = await open(undefined, { colorScheme, locale })
      await cards.nth(10).waitFor()
      const found = [(await violations(tab)).map(toldOf)]
      await dialog.getByRole('searchbox').fill('nothing like it')
      await cards.first().waitFor({ state: 'detached' })
      found.push((await violations(tab)).map(toldOf))
      expect(found).toEqual([[], []])
      await tab.context().close()
    })
  },
  120_000,
)
