import type { BrowserContext, Locator, Page } from 'playwright'
import sharp from 'sharp'
import { afterEach, describe, expect, it } from 'vitest'
import type { Asset } from '../../schemas/api/management'
import type { RulesDocument } from '../../schemas/rules'
import { toldOf, violations } from '../axe'
import { chromiumPath } from '../browser'
import { standard } from '../fiveWidgets'
import { apiToken, type Product } from '../product'
import { createActivity, inStudio, openDesk, type Desk } from '../studio'

/** Two by two fields of one colour each, so that it can be told where something was cut. */
async function fields(): Promise<Buffer> {
  const spot = (background: string, left: number, top: number) => ({
    input: { create: { width: 400, height: 300, channels: 3 as const, background } },
    left,
    top,
  })
  return sharp({ create: { width: 800, height: 600, channels: 3, background: '#000' } })
    .composite([spot('#e00000', 0, 0), spot('#00c000', 400, 0), spot('#0000e0', 0, 300), spot('#ffffff', 400, 300)])
    .png()
    .toBuffer()
}

describe.skipIf(!chromiumPath())(
  'pictures',
  () => {
    let product: Product
    let context: BrowserContext
    inStudio((studio) => ({ product, context } = studio))
    afterEach(async () => {
      for (const page of context.pages()) await page.close()
    })

    async function keep(bytes: Buffer, name: string): Promise<Asset> {
      const form = new FormData()
      form.set('file', new File([new Uint8Array(bytes)], name))
      const answer = await fetch(`${product.url}/api/assets`, { method: 'POST', body: form, headers: { Authorization: `Bearer ${apiToken}` } })
      return (await answer.json()) as Asset
    }

    const image = (id: string, src: string, more = {}) => standard('image', id, { props: { ...standard('image', id).props, src, ...more } })
    const props = async ({ draft }: Desk, id: string): Promise<Record<string, unknown>> => ({ ...(await draft()).nodes[id]?.props })
    const tool = ({ tab }: Desk, name: string): Locator => tab.locator('[data-prop="src"]').getByRole('button', { name, exact: true })
    const clean = async (tab: Page): Promise<void> => expect((await violations(tab, '[role="dialog"]')).map(toldOf)).toEqual([])
    const press = async (tab: Page, key: string, times: number): Promise<void> => {
      for (let i = 0; i < times; i++) await tab.keyboard.press(key)
    }

    it('are cropped by keyboard and by mouse everywhere on a page in one step, cropped again, and brought back', async () => {
      const original = await keep(await fields(), '四格.png')
      const reference = `asset:${original.id}`
      const desk = await openDesk(context, product, await createActivity(product, [image('a', reference), image('b', reference)]), '?node=a')
      const { tab } = desk
      await tool(desk, '裁剪').click()
      const dialog = tab.getByRole('dialog', { name: '裁剪图片' })
      await dialog.locator('.crop-frame').waitFor()
      await clean(tab)
      await dialog.getByRole('radio', { name: '1:1' }).click()
      await dialog.getByText('裁剪后 600 × 600').waitFor()
      await dialog.getByRole('radio', { name: '自由' }).click()
      const corner = await desk.at(dialog.getByRole('button', { name: '右下角' }))
      await desk.drag(corner, { x: corner.x - 200, y: corner.y - 200 })
      await dialog.getByRole('button', { name: '向右旋转 90°' }).click()
      await dialog.getByRole('button', { name: '左边' }).focus()
      await press(tab, 'Shift+ArrowRight', 2)
      await dialog.getByRole('button', { name: '裁剪', exact: true }).click()
      await expect.poll(async () => (await props(desk, 'a'))['src'], { timeout: 15_000 }).not.toBe(reference)
      const made = await props(desk, 'a')
      expect((await props(desk, 'b'))['src']).toBe(made['src'])
      const { assets } = await product.api<{ assets: Asset[] }>('GET', `/api/assets?ids=${String(made['src']).slice(6)}`)
      expect(assets[0]).toMatchObject({ origin: original.id, width: made['width'], height: made['height'], edit: { turn: 90 } })
      await tool(desk, '裁剪').click()
      await dialog.getByRole('button', { name: '用回原图' }).click()
      await expect.poll(async () => [(await props(desk, 'a'))['src'], (await props(desk, 'b'))['src']], { timeout: 15_000 }).toEqual([reference, reference])
      await tab.locator('.inspector').getByRole('heading').first().click()
      await tab.keyboard.press('Control+z')
      await expect.poll(async () => [(await props(desk, 'a'))['src'], (await props(desk, 'b'))['src']], { timeout: 15_000 }).toEqual([made['src'], made['src']])
    })

    it('keep their focal point in sight on the canvas and on the published page', async () => {
      const { id } = await keep(await fields(), '焦点.png')
      const activity = await createActivity(product, [
        standard('section', 's', { props: { layout: 'flow', look: 'plain', height: 300, image: `asset:${id}` } }),
      ])
      const desk = await openDesk(context, product, activity, '?node=s')
      const field = desk.tab.locator('[data-prop="focus"]').getByRole('button', { name: /焦点在/ })
      const box = (await field.boundingBox())!
      await field.click({ position: { x: box.width * 0.25, y: box.height * 0.75 } })
      await press(desk.tab, 'ArrowRight', 3)
      await press(desk.tab, 'Shift+ArrowDown', 1)
      await expect.poll(async () => (await props(desk, 's'))['focus']).toEqual({ x: 28, y: 85 })
      const position = (root: { locator(of: string): Locator }): Promise<string> =>
        root.locator('.sec-back').evaluate((element) => getComputedStyle(element).objectPosition)
      await expect.poll(() => position(desk.frame)).toBe('28% 85%')
      await desk.saved()
      await product.api('POST', `/api/activities/${activity}/releases`, {})
      const { slug } = await product.api<{ slug: string }>('GET', `/api/activities/${activity}`)
      const visit = await context.newPage()
      await visit.goto(`${product.url}/a/${slug}`)
      expect(await position(visit)).toBe('28% 85%')
    })

    it('that are too heavy are found, and made lighter by one click and by hand', async () => {
      const noise = await sharp({ create: { width: 900, height: 900, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 40 } } })
        .jpeg({ quality: 90 })
        .toBuffer()
      const heavy = await keep(noise, '很重.jpg')
      const desk = await openDesk(context, product, await createActivity(product, [image('a', `asset:${heavy.id}`, { alt: '噪点' })]), '?node=a')
      await desk.tab.getByRole('tab', { name: /问题/ }).click()
      await desk.tab.getByRole('button', { name: '压缩它' }).click()
      await expect.poll(async () => (await props(desk, 'a'))['src'], { timeout: 60_000 }).not.toBe(`asset:${heavy.id}`)
      await tool(desk, '压缩').click()
      const dialog = desk.tab.getByRole('dialog', { name: '压缩图片' })
      await dialog.getByText(/手机上加载：/).waitFor({ timeout: 30_000 })
      await clean(desk.tab)
      const before = (await props(desk, 'a'))['src']
      await dialog.getByRole('slider', { name: '画质' }).focus()
      await press(desk.tab, 'ArrowLeft', 4)
      await dialog.getByText(/−\d+%/).waitFor({ timeout: 30_000 })
      await dialog.getByRole('button', { name: '使用压缩后的图片' }).click()
      await expect.poll(async () => (await props(desk, 'a'))['src'], { timeout: 60_000 }).not.toBe(before)
    })

    it('that are icons are found in Chinese, chosen by keyboard, and stand for prizes in the rules', async () => {
      const activity = await createActivity(product, [], (rules: RulesDocument) => ({
        ...rules,
        prizes: { cash: { title: { 'zh-CN': '现金红包', 'en': 'Cash' }, type: 'physical', stock: 10 } },
      }))
      const tab = await context.newPage()
      await tab.goto(`${product.url}/studio/activities/${activity}/rules?at=/prizes`)
      await tab.getByRole('button', { name: '更多' }).first().click()
      await tab.locator('.picture-slot .thumb').first().click()
      const dialog = tab.getByRole('dialog', { name: '图片库' })
      await dialog.getByRole('radio', { name: '图标与表情' }).click()
      await dialog.getByRole('button', { name: '礼物', exact: true }).waitFor()
      await clean(tab)
      await dialog.getByRole('searchbox').fill('红包')
      await dialog.getByRole('button', { name: '红包', exact: true }).waitFor()
      await expect.poll(() => dialog.locator('.grid button').count()).toBeLessThan(10)
      await tab.keyboard.press('ArrowDown')
      await press(tab, 'ArrowRight', 1)
      await press(tab, 'ArrowLeft', 1)
      await tab.keyboard.press('Enter')
      const image = async (): Promise<string | undefined> =>
        (await product.api<RulesDocument>('GET', `/api/activities/${activity}/rules`)).prizes['cash']?.image
      await expect.poll(image, { timeout: 15_000 }).toMatch(/^asset:/)
      const { assets } = await product.api<{ assets: Asset[] }>('GET', `/api/assets?ids=${(await image())!.slice(6)}`)
      expect(assets[0]).toMatchObject({ name: '红包 red envelope', credit: expect.stringContaining('MIT') })
    })

    it('that are dropped on the canvas land where they were let go, and one that is pasted after them', async () => {
      const desk = await openDesk(context, product, await createActivity(product, [standard('text', 't')]))
      const bytes = [...(await fields())]
      const { x, y } = await desk.at(desk.node('t'), 0, 60)
      await desk.tab.evaluate(
        ([file, at]) => {
          const dataTransfer = new DataTransfer()
          for (const name of ['one.png', 'two.png']) dataTransfer.items.add(new File([new Uint8Array(file), name], name, { type: 'image/png' }))
          dataTransfer.items.add(new File(['hello'], 'notes.txt', { type: 'text/plain' }))
          const sheet = document.querySelector('[data-stage]')!
          for (const type of ['dragover', 'drop'])
            sheet.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, clientX: at.x, clientY: at.y }))
        },
        [bytes, { x, y }] as const,
      )
      await expect.poll(() => desk.shape(), { timeout: 20_000 }).toBe('text:t image image')
      await desk.tab.getByRole('alert').getByText('不支持这种文件').waitFor()
      await desk.tab.evaluate((file) => {
        const clipboardData = new DataTransfer()
        clipboardData.items.add(new File([new Uint8Array(file)], 'pasted.png', { type: 'image/png' }))
        window.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      }, bytes)
      await expect.poll(() => desk.shape(), { timeout: 20_000 }).toBe('text:t image image image')
    })
  },
  180_000,
)
