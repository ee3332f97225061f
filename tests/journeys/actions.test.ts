import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, launchBrowser } from '../browser'
import { standard } from '../fiveWidgets'
import { startProduct, type Product } from '../product'
import { createActivity, openDesk, signedIn, type Desk } from '../studio'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds serious or critical in the list of actions. */
async function troubles({ tab }: Desk): Promise<string[]> {
  await tab.evaluate(axe)
  const { violations } = await tab.evaluate(() => (window as unknown as { axe: { run(where: unknown): Promise<AxeResults> } }).axe.run('.inspector'))
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)
}

describe.skipIf(!chromiumPath())(
  'actions in the inspector',
  () => {
    let product: Product
    let browser: Browser
    const contexts: BrowserContext[] = []

    beforeAll(async () => {
      product = await startProduct()
      browser = await launchBrowser()
    }, 120_000)
    afterAll(async () => {
      for (const context of contexts) await context.close()
      await browser?.close()
      await product?.stop()
    })

    async function open(options: BrowserContextOptions = {}): Promise<Desk> {
      const context = await signedIn(browser, product, options)
      contexts.push(context)
      const nodes = [
        standard('button', 'b', { order: 'a1', on: { tap: [{ do: 'open', target: 'o' }, { do: 'share' }] } }),
        standard('overlay', 'o', { order: 'a2', name: '活动规则' }),
      ]
      return openDesk(context, product, await createActivity(product, nodes), '?node=b')
    }
    const tapOf = async (desk: Desk): Promise<string> => ((await desk.draft()).nodes['b']?.on?.['tap'] ?? []).map(({ do: what }) => what).join(' ')
    const becomes = (desk: Desk, tap: string): Promise<void> => expect.poll(() => tapOf(desk), { timeout: 10_000 }).toBe(tap)

    it('read as sentences, are added with a number that is checked, moved by keys and by mouse, and removed', async () => {
      const desk = await open()
      const lines = desk.tab.locator('.inspector .actions .say')
      await expect.poll(() => lines.allInnerTexts()).toEqual(['点击时 → 打开「活动规则」', '然后 分享页面'])

      await desk.tab.getByRole('button', { name: '添加动作' }).press('Enter')
      await desk.tab.getByRole('menuitem', { name: '拨打电话' }).press('Enter')
      const number = desk.tab.getByRole('textbox', { name: '电话号码' })
      await number.fill('12')
      await desk.tab.locator('.action-form [role=alert]').waitFor()
      await number.fill('400-800-1234')
      await desk.tab.locator('.action-form [role=alert]').waitFor({ state: 'detached' })
      await expect.poll(() => lines.last().innerText()).toBe('然后 拨打 400-800-1234')
      expect(await troubles(desk)).toEqual([])

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

    it('are as sound in the dark and in English', async () => {
      const desk = await open({ colorScheme: 'dark', locale: 'en' })
      await expect.poll(() => desk.tab.locator('.inspector .actions .say').allInnerTexts()).toEqual(['On tap → open “活动规则”', 'then share the page'])
      await desk.tab.locator('.inspector .actions .say').first().click()
      expect(await troubles(desk)).toEqual([])
    })
  },
  120_000,
)
