import type { Browser, BrowserContext } from 'playwright'
import { describe, expect, it } from 'vitest'
import { findings } from '../axe'
import { chromiumPath } from '../browser'
import { standard } from '../fiveWidgets'
import type { Product } from '../product'
import { createActivity, inStudio, openDesk, signedIn } from '../studio'

/** The editor itself; the canvas frame is the page's own affair, Monaco its maker's. */
const own = { exclude: [['iframe'], ['.monaco-editor']] }

describe.skipIf(!chromiumPath())(
  'the editor for everybody',
  () => {
    let product: Product
    let browser: Browser
    inStudio((studio) => ({ product, browser } = studio), { seed: true })

    it.each([
      ['light', 'zh-CN'],
      ['dark', 'en'],
      ['light', 'en'],
      ['dark', 'zh-CN'],
    ] as const)('has nothing serious for axe in %s and %s', async (colorScheme, locale) => {
      const context = await signedIn(browser, product, { colorScheme, locale })
      const found: { [screen: string]: string[] } = {}
      await design(context, found)
      await others(context, locale, found)
      await context.close()
      expect(found).toEqual(Object.fromEntries(Object.keys(found).map((screen) => [screen, []])))
    })

    async function design(context: BrowserContext, found: { [screen: string]: string[] }): Promise<void> {
      const desk = await openDesk(
        context,
        product,
        await createActivity(product, [standard('poster', 'a'), standard('lottery-wheel', 'b'), standard('countdown', 'c'), standard('section', 'd')]),
      )
      const { tab } = desk
      const read = async (screen: string): Promise<void> => void (found[screen] = await findings(tab, own))
      await read('page panel')
      await desk.select('a')
      await read('poster panel')
      await tab.getByRole('tab').nth(1).click()
      for (const id of ['b', 'c', 'd']) {
        await tab.locator(`[data-row="${id}"]`).click()
        await read(`outline and ${id}`)
      }
      await tab.locator('[data-row="c"]').click({ modifiers: ['Shift'] })
      await read('several panel')
      for (const [at, screen] of [
        [2, 'history'],
        [3, 'problems'],
      ] as const) {
        await tab.getByRole('tab').nth(at).click()
        await read(screen)
      }
      await tab.getByRole('button', { name: /^(画布视图|Canvas view)/ }).click()
      await read('menu of the canvas')
      await tab.keyboard.press('Escape')
      await tab.keyboard.press('Control+k')
      await read('command palette')
      await tab.keyboard.type('qqqqq')
      await tab.getByRole('dialog').getByRole('status').waitFor()
      await read('command palette that found nothing')
      await tab.keyboard.press('Escape')
      const dialogs = { shortcuts: /^(快捷键|Keyboard shortcuts)$/, preview: /^(预览|Preview)$/, source: /^(源码|Source)$/ }
      for (const [screen, name] of Object.entries(dialogs)) {
        await tab.getByRole('button', { name }).click()
        await tab.getByRole('dialog').waitFor()
        await read(screen)
        await tab.getByRole('dialog').locator('header button').click()
        await tab.getByRole('dialog').waitFor({ state: 'detached' })
      }
    }

    async function others(context: BrowserContext, locale: string, found: { [screen: string]: string[] }): Promise<void> {
      const page = await context.newPage()
      const { activities } = await product.api<{ activities: { id: string }[] }>('GET', '/api/activities')
      const id = activities[activities.length - 1]!.id
      const demo = ['rules', 'rules?at=/prizes', 'rules?at=/plays/new-year-draw', 'rules?at=/plays/check-in', 'publish'].map((tab) => `activities/${id}/${tab}`)
      for (const path of ['activities', 'members', 'nowhere', ...demo]) {
        await page.goto(`${product.url}/studio/${path}`)
        await page.waitForLoadState('networkidle')
        found[path.replace(id, '…')] = await findings(page, own)
      }
      for (const [path, at] of [
        ['activities', 0],
        ['activities', 1],
        ['members', 0],
      ] as const) {
        await page.goto(`${product.url}/studio/${path}`)
        await page.locator('.head .e-button').nth(at).click()
        await page.getByRole('dialog').waitFor()
        found[`${path}, dialog ${at}`] = await findings(page, own)
      }
      await page.setViewportSize({ width: 390, height: 844 })
      await page.goto(`${product.url}/studio/activities/${id}/design`)
      await page.getByRole('button', { name: /^(左侧面板|Left panel)/ }).click()
      found['design on a phone'] = await findings(page, own)
      const stranger = await browser.newContext({
        locale,
        colorScheme: await page.evaluate(() => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')),
      })
      const door = await stranger.newPage()
      await door.goto(`${product.url}/studio/`)
      await door.locator('input[type="password"]').waitFor()
      found['sign-in'] = await findings(door, own)
      await stranger.close()
    }

    it('lets a page be made by keyboard alone: insert, move, edit, undo, save', async () => {
      const context = await signedIn(browser, product)
      const { tab, frame, draft, saved, shape } = await openDesk(context, product, await createActivity(product, [standard('text', 'a')]))
      const press = (key: string): Promise<void> => tab.keyboard.press(key)
      const tabTo = async (selector: string): Promise<void> => {
        for (let steps = 0; steps < 80; steps++) {
          if (await tab.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return
          await press('Tab')
        }
        throw new Error(`Tab never came to ${selector}.`)
      }
      await tabTo('[data-palette="button"]')
      await press('Enter')
      await expect.poll(shape).toBe('text:a button')
      await press('Alt+ArrowUp')
      await expect.poll(shape).toBe('button text:a')
      await tabTo('[data-stage]')
      await press('Enter')
      await frame.locator('button[contenteditable]').waitFor()
      await tab.keyboard.type('立即参加')
      await press('Enter')
      const label = async (): Promise<string> => JSON.stringify(Object.values((await draft()).nodes).find(({ type }) => type === 'button')!.props)
      await expect.poll(label).toContain('立即参加')
      expect(await tab.evaluate(() => document.activeElement?.matches('[data-stage]'))).toBe(true)
      await press('Control+z')
      await expect.poll(label).not.toContain('立即参加')
      await saved()
      await context.close()
    })
  },
  300_000,
)
