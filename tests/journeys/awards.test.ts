import type { Locator, Page } from 'playwright'
import { beforeAll, describe, expect, it } from 'vitest'
import { findings } from '../axe'
import { chromiumPath } from '../browser'
import { intercept } from '../intercept'
import { inStudio, signedIn, signedInAs, type Studio } from '../studio'
import { publishDraw, someoneWins } from '../wins'

describe.skipIf(!chromiumPath())(
  'an operator looks after what was won',
  () => {
    let studio: Studio
    let id: string
    let tab: Page
    let card: Locator
    inStudio((opened) => (studio = opened))

    beforeAll(async () => {
      id = await publishDraw(studio.product)
      tab = await studio.context.newPage()
      await tab.goto(`${studio.product.url}/studio/activities/${id}/publish`)
      card = tab.getByRole('region', { name: '中奖记录' })
    })

    const rows = (): Locator => card.locator('tbody tr')
    const refresh = (): Promise<void> => card.getByRole('button', { name: '刷新' }).click()
    const states = (): Promise<string[]> => rows().locator('td:nth-child(4)').allInnerTexts()
    const stored = async (): Promise<string[]> =>
      (await studio.product.api<{ awards: { state: string }[] }>('GET', `/api/activities/${id}/awards`)).awards.map(({ state }) => state)

    it('is told that nobody has won, and then who has, newest first', async () => {
      await card.getByText('还没有人中奖').waitFor()
      const won = [await someoneWins(studio.product), await someoneWins(studio.product), await someoneWins(studio.product)]
      await refresh()
      await expect.poll(() => rows().count()).toBe(3)
      expect(await rows().locator('td:nth-child(2)').allInnerTexts()).toEqual(won.reverse().map((visitor) => `…${visitor.slice(-8)}`))
      expect(await rows().locator('td:nth-child(1)').allInnerTexts()).toEqual(['保温杯', '保温杯', '保温杯'])
    })

    it('moves a prize on by keyboard, and what was settled stays settled', async () => {
      await rows().first().getByRole('button', { name: '改变“保温杯”的状态' }).focus()
      await tab.keyboard.press('Enter')
      await tab.getByRole('menuitem', { name: '已发放' }).waitFor()
      for (let i = 0; i < 3; i++) await tab.keyboard.press('ArrowDown')
      await tab.keyboard.press('Enter')
      await tab.getByRole('alertdialog').getByRole('button', { name: '已发放' }).focus()
      await tab.keyboard.press('Enter')
      await expect.poll(states).toEqual(['已发放', '待领取', '待领取'])
      expect(await stored()).toEqual(['fulfilled', 'granted', 'granted'])
      await rows().first().getByRole('button', { name: '改变“保温杯”的状态' }).click()
      expect(await tab.getByRole('menuitem').allInnerTexts()).toEqual(['只看这位访客'])
      await tab.keyboard.press('Escape')
    })

    it('takes a prize away only with a reason', async () => {
      await rows().nth(1).getByRole('button', { name: '改变“保温杯”的状态' }).click()
      await tab.getByRole('menuitem', { name: '已取消' }).click()
      const dialog = tab.getByRole('alertdialog')
      expect(await dialog.getByRole('button', { name: '已取消' }).isEnabled()).toBe(false)
      await dialog.getByRole('textbox', { name: '理由' }).fill('刷奖')
      await dialog.getByRole('button', { name: '已取消' }).click()
      await expect.poll(states).toEqual(['已发放', '已取消', '待领取'])
      expect(await stored()).toEqual(['fulfilled', 'revoked', 'granted'])
    })

    it('finds one visitor’s, by hand and from a row, and everybody’s again', async () => {
      const [newest] = (await studio.product.api<{ awards: { visitor: string }[] }>('GET', `/api/activities/${id}/awards`)).awards
      await card.getByRole('searchbox').fill(newest!.visitor)
      await tab.keyboard.press('Enter')
      await expect.poll(() => rows().count()).toBe(1)
      expect(await card.getByRole('link', { name: '导出表格' }).getAttribute('href')).toContain(`visitor=${newest!.visitor}`)
      await card.getByRole('searchbox').fill('user-of-our-own')
      await tab.keyboard.press('Enter')
      await card.getByText('这位访客没有中奖').waitFor()
      await card.getByRole('searchbox').fill('')
      await expect.poll(() => rows().count()).toBe(3)
      await rows().nth(2).getByRole('button', { name: '改变“保温杯”的状态' }).click()
      await tab.getByRole('menuitem', { name: '只看这位访客' }).click()
      await expect.poll(() => rows().count()).toBe(1)
    })

    it('reads a page at a time, and is told when the server is gone', async () => {
      for (let i = 0; i < 50; i++) await someoneWins(studio.product)
      await card.getByRole('searchbox').fill('')
      await expect.poll(() => rows().count()).toBe(50)
      await card.getByRole('button', { name: '更早的' }).click()
      await expect.poll(() => rows().count()).toBe(53)
      expect(await card.getByRole('button', { name: '更早的' }).count()).toBe(0)
      await intercept(tab, '**/awards?*', (route) => route.abort())
      await refresh()
      await card.getByRole('alert').waitFor()
      expect(await rows().count()).toBe(53)
      await tab.unroute('**/awards?*')
      await refresh()
      await expect.poll(() => card.getByRole('alert').count()).toBe(0)
    })

    it('reads it in English, in the dark and on a narrow screen too', async () => {
      const context = await signedIn(studio.browser, studio.product, { locale: 'en', colorScheme: 'dark', viewport: { width: 700, height: 900 } })
      const other = await context.newPage()
      await other.goto(`${studio.product.url}/studio/activities/${id}/publish`)
      const awards = other.getByRole('region', { name: 'Awards' })
      await awards.getByText('Mug').first().waitFor()
      expect(await awards.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true)
      expect(await findings(other)).toEqual([])
      await context.close()
    })

    it('is no business of designers', async () => {
      const context = await signedInAs('designer', studio, { locale: 'en' })
      const page = await context.newPage()
      await page.goto(`${studio.product.url}/studio/activities/${id}/publish`)
      await page.getByRole('heading', { name: 'Releases' }).waitFor()
      expect(await page.getByRole('region', { name: 'Awards' }).count()).toBe(0)
      await context.close()
    })
  },
  300_000,
)
