import type { BrowserContext } from 'playwright'
import { describe, expect, it } from 'vitest'
import { findings } from '../axe'
import { chromiumPath } from '../browser'
import { intercept } from '../intercept'
import type { Product } from '../product'
import { createActivity, inStudio, openDesk } from '../studio'

describe.skipIf(!chromiumPath())('parts of the editor that are fetched when they are wanted', () => {
  let product: Product
  let context: BrowserContext
  inStudio((studio) => ({ product, context } = studio))

  it('say where they cannot be had, and come when they are tried again', async () => {
    const { tab } = await openDesk(context, product, await createActivity(product))
    await intercept(tab, /HistoryPanel-.*\.js/, (route) => route.abort())
    await tab.getByRole('tab', { name: '历史' }).click()
    const lost = tab.getByRole('alert').filter({ hasText: '这一部分没能加载' })
    await lost.waitFor()
    expect(await findings(tab)).toEqual([])
    await tab.unroute(/HistoryPanel-.*\.js/)
    await lost.getByRole('button', { name: '重试' }).click()
    await tab.locator('.history').waitFor()
  })

  it('are dialogs that can be put away and opened again', async () => {
    const { tab } = await openDesk(context, product, await createActivity(product))
    await intercept(tab, /ShortcutsDialog-.*\.js/, (route) => route.abort())
    await tab.keyboard.press('?')
    const lost = tab.getByRole('dialog', { name: '这一部分没能加载' })
    await lost.waitFor()
    await tab.keyboard.press('Escape')
    await expect.poll(() => lost.count()).toBe(0)
    await tab.unroute(/ShortcutsDialog-.*\.js/)
    await tab.keyboard.press('?')
    await tab.getByRole('dialog', { name: '快捷键' }).waitFor()
  })

  it('are the words of the other language: without them it stays as it is', async () => {
    const { tab } = await openDesk(context, product, await createActivity(product))
    const choose = async (language: string): Promise<void> => {
      await tab.getByRole('button', { name: /账户|Account/ }).click()
      await tab.getByRole('menu').getByText(language).click()
    }
    await intercept(tab, /\/en-.*\.js/, (route) => route.abort())
    await choose('English')
    await tab.getByText('语言没有切换').first().waitFor()
    expect(await tab.getByRole('tab', { name: '历史' }).count()).toBe(1)
    await tab.unroute(/\/en-.*\.js/)
    await choose('English')
    await tab.getByRole('tab', { name: 'History' }).waitFor()
    expect(await tab.locator('html').getAttribute('lang')).toBe('en')
  })
})
