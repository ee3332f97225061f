import type { Browser, BrowserContextOptions } from 'playwright'
import { describe, expect, it } from 'vitest'
import type { RulesDocument } from '../../schemas/rules'
import { playKinds } from '../../widgets/rules'
import { findings } from '../axe'
import { chromiumPath } from '../browser'
import { standard } from '../fiveWidgets'
import type { Product } from '../product'
import { createActivity, inStudio, openDesk, signedIn, type Desk } from '../studio'

const withPlays = (rules: RulesDocument): RulesDocument => ({
  ...rules,
  plays: { draw: playKinds['lottery']!.defaults },
  segments: { vip: { title: { 'zh-CN': '金卡会员', 'en': 'Gold members' }, match: 'all', tests: [{ of: 'tier', in: ['gold'] }] } },
})

describe.skipIf(!chromiumPath())(
  'conditions',
  () => {
    let product: Product
    let browser: Browser
    inStudio((studio) => ({ product, browser } = studio))

    async function open(options: BrowserContextOptions = {}): Promise<Desk> {
      const context = await signedIn(browser, product, options)
      const nodes = [standard('text', 'a', { order: 'a1' }), standard('text', 'b', { order: 'a2', when: { not: { segment: ['vip'] } } })]
      return openDesk(context, product, await createActivity(product, nodes, withPlays), '?node=a')
    }
    const whenOf = async (desk: Desk, id = 'a'): Promise<unknown> => (await desk.draft()).nodes[id]?.when

    it('are composed as lines, by keys and by mouse, and the page is looked at as somebody', async () => {
      const desk = await open()
      const { tab } = desk
      await tab.getByRole('button', { name: '显示条件' }).click()
      await tab.getByRole('button', { name: '添加条件' }).press('Enter')
      await tab.getByRole('menuitem', { name: '人群' }).press('Enter')
      await expect.poll(() => whenOf(desk)).toEqual({ segment: ['vip'] })
      const lines = tab.locator('.inspector .conditions .say')
      await expect.poll(() => lines.allInnerTexts()).toEqual(['人群为金卡会员'])

      await tab.getByRole('button', { name: '添加条件' }).click()
      await tab.getByRole('menuitem', { name: /的状态/ }).click()
      await tab.getByRole('checkbox', { name: '已中奖' }).click()
      await expect.poll(() => whenOf(desk)).toEqual({ segment: ['vip'], play: [{ play: 'draw', is: ['not-started', 'won'] }] })
      expect(await findings(tab, '.inspector')).toEqual([])
      await lines.last().press('Delete')
      await expect.poll(() => whenOf(desk)).toEqual({ segment: ['vip'] })

      await tab.getByRole('combobox', { name: '以谁的身份查看' }).click()
      await tab.getByRole('option', { name: '金卡会员' }).click()
      await desk.frame.locator('[data-n=b]').waitFor({ state: 'detached' })
      await desk.frame.locator('[data-n=a]').waitFor()
      await tab.getByRole('combobox', { name: '以谁的身份查看' }).click()
      await tab.getByRole('option', { name: '新访客' }).click()
      await desk.frame.locator('[data-n=a]').waitFor({ state: 'detached' })
      await desk.frame.locator('[data-n=b]').waitFor()
    })

    it('are looked at with each play in a state of its own, and with values of variables', async () => {
      const nodes = [
        standard('text', 'a', { order: 'a1', when: { play: [{ play: 'draw', is: ['won'] }] } }),
        standard('text', 'b', { order: 'a2', when: { play: [{ play: 'again', is: ['running'] }], variable: [{ name: 'tab', is: ['more'] }] } }),
        standard('button', 'c', { order: 'a3', on: { tap: [{ do: 'set', name: 'tab', value: 'more' }] } }),
      ]
      const twice = (rules: RulesDocument): RulesDocument => ({
        ...rules,
        plays: { draw: { ...playKinds['lottery']!.defaults, title: '抽奖' }, again: { ...playKinds['lottery']!.defaults, title: '再抽' } },
      })
      const desk = await openDesk(await signedIn(browser, product), product, await createActivity(product, nodes, twice))
      const { tab } = desk
      const choose = async (name: string, value: string): Promise<void> => {
        await tab.getByRole('combobox', { name }).click()
        await tab.getByRole('option', { name: value, exact: true }).click()
      }
      await choose('以谁的身份查看', '新访客')
      await desk.frame.locator('[data-n=a]').waitFor({ state: 'detached' })
      await tab.getByRole('button', { name: '各玩法的状态与变量' }).click()
      await choose('抽奖', '已中奖')
      await desk.frame.locator('[data-n=a]').waitFor()
      expect(await desk.frame.locator('[data-n=b]').count()).toBe(0)
      await choose('变量 tab', 'more')
      await desk.frame.locator('[data-n=b]').waitFor()
      expect(await findings(tab)).toEqual([])
      await tab.getByRole('button', { name: '全部恢复' }).click()
      await desk.frame.locator('[data-n=a]').waitFor({ state: 'detached' })
      expect(await desk.frame.locator('[data-n=b]').count()).toBe(0)
    })

    it('name segments that the rules define, in the dark and in English', async () => {
      const desk = await open({ colorScheme: 'dark', locale: 'en' })
      const { tab } = desk
      const activity = new URL(tab.url()).pathname.split('/')[3]!
      await tab.goto(`${product.url}/studio/activities/${activity}/rules?at=/segments`)
      await tab.getByRole('heading', { name: /Gold members/ }).waitFor()
      await tab.getByRole('button', { name: 'Add a segment' }).click()
      await tab.getByRole('heading', { name: /^Members/ }).waitFor()
      expect(await findings(tab, 'main')).toEqual([])
    })
  },
  240_000,
)
