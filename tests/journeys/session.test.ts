import type { BrowserContext } from 'playwright'
import { describe, expect, it } from 'vitest'
import { findings } from '../axe'
import { chromiumPath } from '../browser'
import type { Product } from '../product'
import { inStudio } from '../studio'

/** A designer's whole sitting by mouse and keys, and what its visitors get. It has three minutes. */
describe.skipIf(!chromiumPath())('from a template to a release', () => {
  let product: Product
  let context: BrowserContext
  inStudio((studio) => ({ product, context } = studio))

  it('takes a vote contest, writes its headline, undoes that and does it again, changes the theme and publishes', async () => {
    const tab = await context.newPage()
    const page = tab.frameLocator('iframe')
    const selected = tab.locator('[data-selected]')

    await tab.goto(`${product.url}/studio/`)
    await tab.getByRole('button', { name: '新建活动' }).first().click()
    const dialog = tab.getByRole('dialog')
    await dialog.getByRole('searchbox', { name: '搜索模板' }).fill('投票')
    await dialog
      .getByRole('radio', { name: /投票/ })
      .last()
      .click()
    await dialog.getByRole('textbox', { name: '名称' }).fill('摄影大赛')
    await dialog.getByRole('textbox', { name: '访问地址' }).fill('photo-contest')
    await dialog.getByRole('button', { name: '创建' }).click()
    await tab.waitForURL(/\/design/)
    await page.locator('.w-vote').first().waitFor({ state: 'attached' })

    await tab.locator('[data-palette="text"]').focus()
    await tab.keyboard.press('Enter')
    await expect.poll(() => selected.count()).toBe(1)
    const id = await selected.getAttribute('data-selected')
    await tab.locator('[data-stage]').focus()
    await tab.keyboard.press('Enter')
    await page.locator('[contenteditable]').waitFor()
    await tab.keyboard.type('用镜头记录家乡')
    await tab.keyboard.press('Control+a')
    await tab.keyboard.press('Control+b')
    await tab.keyboard.press('Control+Enter')
    await expect.poll(() => page.locator(`[data-n="${id}"] b`).innerText()).toBe('用镜头记录家乡')

    await tab.keyboard.press('Control+z')
    await page.locator(`[data-n="${id}"] b`).waitFor({ state: 'detached' })
    await tab.keyboard.press('Control+Shift+z')
    await page.locator(`[data-n="${id}"] b`).waitFor()

    await tab.keyboard.press('Escape')
    const themes = tab.locator('.theme-presets')
    await themes.locator('[data-preset="night"]').click()
    await expect.poll(() => tab.locator('[data-save]').getAttribute('data-save')).toBe('saved')
    expect(await findings(tab)).toEqual([])

    await tab.getByRole('link', { name: '发布' }).click()
    await tab.getByRole('textbox', { name: '发布说明' }).fill('开赛')
    await tab.getByRole('button', { name: '发布', exact: true }).click()
    await tab.getByText('第 1 版').first().waitFor()
    const served = await (await fetch(`${product.url}/a/photo-contest`, { headers: { 'Accept-Language': 'zh-CN' } })).text()
    expect(served).toContain('<b>用镜头记录家乡</b>')
  }, 180_000)
})
