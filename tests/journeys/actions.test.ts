import type { Browser, BrowserContextOptions } from 'playwright'
import { describe, expect, it } from 'vitest'
import { findings } from '../axe'
import { chromiumPath } from '../browser'
import { standard } from '../fiveWidgets'
import type { Product } from '../product'
import { createActivity, inStudio, openDesk, signedIn, type Desk } from '../studio'

describe.skipIf(!chromiumPath())(
  'actions in the inspector',
  () => {
    let product: Product
    let browser: Browser
    inStudio((studio) => ({ product, browser } = studio))

    async function open(options: BrowserContextOptions = {}): Promise<Desk> {
      const context = await signedIn(browser, product, options)
      const nodes = [
        standard('button', 'b', { order: 'a1', on: { tap: [{ do: 'open', target: 'o' }, { do: 'share' }] } }),
        standard('overlay', 'o', { order: 'a2', name: '活动规则' }),
      ]
      return openDesk(context, product, await createActivity(product, nodes), '?node=b')
    }
    const tapOf = async (desk: Desk): Promise<string> => ((await desk.draft()).nodes['b']?.on?.['tap'] ?? []).map(({ do: what }) => what).join(' ')
    const becomes = (desk: Desk, tap: string): Promise<void> => expect.poll(() => tapOf(desk)).toBe(tap)

    it('read as sentences, are added with a number that is checked, moved by keys and by mouse, and removed', async () => {
      const desk = await open()
      const lines = desk.tab.locator('.inspector .actions .say')
      await expect.poll(() => lines.allInnerTexts()).toEqual(['点击时 → 打开“活动规则”', '然后 分享页面'])

      await desk.tab.getByRole('button', { name: '添加动作' }).press('Enter')
      await desk.tab.getByRole('menuitem', { name: '拨打电话' }).press('Enter')
      const number = desk.tab.getByRole('textbox', { name: '电话号码' })
      await number.fill('12')
      await desk.tab.locator('.action-form [role=alert]').waitFor()
      await number.fill('400-800-1234')
      await desk.tab.locator('.action-form [role=alert]').waitFor({ state: 'detached' })
      await expect.poll(() => lines.last().innerText()).toBe('然后 拨打 400-800-1234')
      expect(await findings(desk.tab, '.inspector')).toEqual([])

      await lines.last().press('Alt+ArrowUp')
      await becomes(desk, 'open call share')
      expect(await lines.nth(1).evaluate((element) => element === document.activeElement)).toBe(true)
      await desk.tab.locator('.inspector .actions .grip').nth(2).dragTo(lines.first())
      await becomes(desk, 'share open call')
      await desk.tab.getByRole('button', { name: '删除第 1 个动作' }).click()
      await becomes(desk, 'open call')
      await lines.first().press('Delete')
      await becomes(desk, 'call')
    })

    it('lead to an address that is completed when it was typed short, and say where it leads nowhere', async () => {
      const desk = await open()
      await desk.tab.getByRole('button', { name: '添加动作' }).press('Enter')
      await desk.tab.getByRole('menuitem', { name: '打开链接' }).press('Enter')
      const address = desk.tab.getByRole('textbox', { name: '链接地址' })
      await address.fill('javascript:alert(1)')
      await desk.tab.locator('.action-form').getByText('这个链接打不开').waitFor()
      await address.fill('shop.example.com/sale')
      await address.press('Tab')
      await expect.poll(() => address.inputValue()).toBe('https://shop.example.com/sale')
      await desk.tab.locator('.action-form [role=alert]').waitFor({ state: 'detached' })
      expect(await desk.tab.getByRole('link', { name: '在新标签页打开' }).getAttribute('href')).toBe('https://shop.example.com/sale')
      await expect.poll(async () => (await desk.draft()).nodes['b']!.on!['tap']!.at(-1)).toEqual({ do: 'go', url: 'https://shop.example.com/sale' })
      expect(await findings(desk.tab, '.inspector')).toEqual([])
    })

    it('are as sound in the dark and in English', async () => {
      const desk = await open({ colorScheme: 'dark', locale: 'en' })
      await expect.poll(() => desk.tab.locator('.inspector .actions .say').allInnerTexts()).toEqual(['On tap → open “活动规则”', 'then share the page'])
      await desk.tab.locator('.inspector .actions .say').first().click()
      expect(await findings(desk.tab, '.inspector')).toEqual([])
    })
  },
  120_000,
)
