import type { BrowserContext } from 'playwright'
import { describe, expect, it } from 'vitest'
import { devices, firstScreenOf } from '../../editor/design/devices'
import { chromiumPath } from '../browser'
import { standard } from '../fiveWidgets'
import type { Product } from '../product'
import { createActivity, inStudio, openDesk } from '../studio'

describe.skipIf(!chromiumPath())(
  'the page in its device',
  () => {
    let product: Product
    let context: BrowserContext
    inStudio((studio) => ({ product, context } = studio))

    const posters = ['a', 'b', 'c', 'd'].map((id) => standard('poster', id, { order: `a${id}` }))

    it('draws each device around the page, with the fold where its first screen ends and the safe area right above', async () => {
      const { tab } = await openDesk(context, product, await createActivity(product, posters))
      for (const [at, device] of devices.entries()) {
        await tab.getByRole('toolbar').getByRole('radiogroup').first().getByRole('radio').nth(at).click()
        const page = tab.locator('iframe')
        await expect.poll(() => page.evaluate((element) => element.clientWidth)).toBe(device.width)
        const [box, fold] = [(await page.boundingBox())!, (await tab.locator('.fold').boundingBox())!]
        const zoom = box.width / device.width
        expect((fold.y - box.y) / zoom).toBeCloseTo(firstScreenOf(device), 0)
        expect(await tab.locator('.device .home').count()).toBe(device.home ? 1 : 0)
        if (device.home) expect((await tab.locator('.device .home').boundingBox())!.height / zoom).toBeCloseTo(device.home, 0)
        const bars = (await tab.locator('.device .bars').boundingBox())!
        expect(bars.y + bars.height).toBeCloseTo(box.y, 0)
      }
    })

    it('lets presses through the safe area, goes by Shift and F or by the menu of the canvas, and stays as it was left', async () => {
      const id = await createActivity(product, posters)
      const desk = await openDesk(context, product, id)
      await desk.tab.locator('.stage').evaluate((stage) => stage.scrollTo(0, 300))
      const home = (await desk.tab.locator('.device .home').boundingBox())!
      await desk.tab.mouse.click(home.x + home.width / 2, home.y + home.height / 2)
      await expect.poll(() => desk.tab.locator('[data-selected]').count()).toBe(1)
      await desk.tab.keyboard.press('Shift+F')
      expect(await desk.tab.locator('.device').count()).toBe(0)

      const later = await context.newPage()
      await later.goto(`${product.url}/studio/activities/${id}/design`)
      await later.frameLocator('iframe').locator('[data-n="root"]').waitFor({ state: 'attached' })
      expect(await later.locator('.device').count()).toBe(0)
      await later.getByRole('button', { name: /画布视图/ }).click()
      await later.getByRole('menuitem', { name: /设备外框/ }).click()
      await later.locator('.device').waitFor({ state: 'attached' })
      await later.close()
    })
  },
  60_000,
)
