import type { BrowserContext } from 'playwright'
import { describe, expect, it } from 'vitest'
import { findings } from '../axe'
import { chromiumPath } from '../browser'
import { standard } from '../fiveWidgets'
import type { Product } from '../product'
import { createActivity, inStudio, openDesk, type Desk } from '../studio'

const words = { 'zh-CN': '满 200 减 100', 'en': '¥100 off' }

const bar = (desk: Desk) => desk.tab.getByRole('toolbar', { name: '文字格式' })

describe.skipIf(!chromiumPath())(
  'formatted text',
  () => {
    let product: Product
    let context: BrowserContext
    inStudio((studio) => ({ product, context } = studio))

    async function writing(): Promise<Desk> {
      const desk = await openDesk(context, product, await createActivity(product, [standard('text', 'a', { order: 'a0', props: { text: words } })]))
      const { x, y } = await desk.at(desk.node('a'))
      await desk.tab.mouse.dblclick(x, y)
      await desk.frame.locator('[contenteditable]').waitFor()
      return desk
    }
    const propsOf = async (desk: Desk) => (await desk.draft()).nodes['a']!.props

    it('is bold, coloured, sized and linked where it stands, as one step that undo takes back', async () => {
      const desk = await writing()
      await bar(desk).getByRole('button', { name: '加粗' }).click()
      await bar(desk).getByRole('button', { name: '链接' }).click()
      await desk.tab.getByRole('textbox', { name: '链接' }).fill('https://example.com/rules')
      await desk.tab.getByRole('button', { name: '确定' }).click()
      await bar(desk).getByRole('textbox', { name: '字号' }).fill('28')
      await desk.tab.keyboard.press('Enter')
      await desk.tab.mouse.click(...(await beside(desk)))
      await expect
        .poll(async () => (await propsOf(desk))['rich'])
        .toEqual({ 'zh-CN': [{ runs: [{ text: '满 200 减 100', bold: true, link: 'https://example.com/rules', size: 28 }] }] })
      expect((await propsOf(desk))['text']).toEqual(words)
      expect(await desk.frame.locator('[data-n="a"] a b, [data-n="a"] a span b').innerText()).toBe('满 200 减 100')
      await desk.tab.keyboard.press('Control+z')
      await expect.poll(async () => (await propsOf(desk))['rich']).toBeUndefined()
    })

    it('begins a new line with Shift and Enter too, has its name nowhere over it, and can be found again when it is empty', async () => {
      const desk = await writing()
      expect(await desk.tab.locator('.selection .tag').count()).toBe(0)
      await desk.tab.keyboard.type('上')
      await desk.tab.keyboard.press('Shift+Enter')
      await desk.tab.keyboard.type('下')
      await desk.tab.keyboard.press('Control+Enter')
      await expect.poll(async () => (await propsOf(desk))['text']).toEqual({ ...words, 'zh-CN': '上\n下' })
      await desk.tab.keyboard.press('Enter')
      await desk.frame.locator('[contenteditable]').waitFor()
      await desk.tab.keyboard.press('Control+a')
      await desk.tab.keyboard.press('Backspace')
      await desk.tab.keyboard.press('Control+Enter')
      await expect.poll(async () => (await propsOf(desk))['text']).toEqual({ ...words, 'zh-CN': '' })
      await desk.tab.keyboard.press('Escape')
      await desk.select('a')
    })

    it('leaves Enter and Escape to an input method while it composes', async () => {
      const nodes = [standard('button', 'b', { order: 'a0' })]
      const desk = await openDesk(context, product, await createActivity(product, nodes))
      const compose = (element: HTMLElement, key: string): void =>
        void element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, isComposing: true }))
      const { x, y } = await desk.at(desk.node('b'))
      await desk.tab.mouse.dblclick(x, y)
      const written = desk.frame.locator('[contenteditable]')
      for (const key of ['Enter', 'Escape']) await written.evaluate(compose, key)
      await desk.tab.keyboard.type('开始')
      await desk.tab.keyboard.press('Enter')
      await expect.poll(async () => (await desk.draft()).nodes['b']!.props['text']).toMatchObject({ 'zh-CN': '开始' })
      await desk.tab.keyboard.press('F2')
      const name = desk.tab.locator('.outline .rename')
      await name.waitFor()
      for (const key of ['Enter', 'Escape']) await name.evaluate(compose, key)
      await desk.tab.keyboard.type('开始按钮')
      await desk.tab.keyboard.press('Enter')
      await expect.poll(async () => (await desk.draft()).nodes['b']!.name).toBe('开始按钮')
      expect(await desk.tab.evaluate(() => (document.activeElement as HTMLElement).dataset['row'])).toBe('b')
    })

    it('is written by keys alone: bold, a list, back with Ctrl and Enter; axe finds nothing', async () => {
      const desk = await writing()
      expect(await findings(desk.tab)).toEqual([])
      await desk.tab.keyboard.type('先到')
      await desk.tab.keyboard.press('Enter')
      await desk.tab.keyboard.press('Control+b')
      await desk.tab.keyboard.type('先得')
      await desk.tab.keyboard.press('Control+Shift+8')
      await desk.tab.keyboard.press('Control+Enter')
      await expect.poll(async () => (await propsOf(desk))['text']).toEqual({ ...words, 'zh-CN': '先到\n先得' })
      expect((await propsOf(desk))['rich']).toEqual({ 'zh-CN': [{ runs: [{ text: '先到' }] }, { list: 'bullet', runs: [{ text: '先得', bold: true }] }] })
      expect(await desk.frame.locator('[data-n="a"] li b').innerText()).toBe('先得')
      expect(await desk.tab.evaluate(() => document.activeElement?.hasAttribute('data-stage'))).toBe(true)
    })

    it('goes to its bar with Alt and F10 and back with Escape; a second Escape leaves all as it was', async () => {
      const desk = await writing()
      await desk.tab.keyboard.type('不要')
      await desk.tab.keyboard.press('Alt+F10')
      await expect.poll(() => desk.tab.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('加粗')
      await desk.tab.keyboard.press('Escape')
      await expect.poll(() => desk.tab.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME')
      await desk.tab.keyboard.press('Escape')
      await bar(desk).waitFor({ state: 'detached' })
      expect(await desk.node('a').innerText()).toBe('满 200 减 100')
      expect((await propsOf(desk))['text']).toEqual(words)
    })

    it('takes marks but no markup from what is pasted', async () => {
      const desk = await writing()
      await desk.frame.locator('[contenteditable]').evaluate((host) => {
        const data = new DataTransfer()
        data.setData('text/html', '<b>粗</b><img src=x onerror="window.bad=1"><a href="javascript:bad=1">链</a><script>window.bad=1</script>')
        host.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
      })
      await desk.tab.keyboard.press('Control+Enter')
      await expect.poll(async () => (await propsOf(desk))['rich']).toEqual({ 'zh-CN': [{ runs: [{ text: '粗', bold: true }, { text: '链' }] }] })
      expect(await desk.frame.locator('body').evaluate(() => 'bad' in window)).toBe(false)
    })
  },
  120_000,
)

async function beside(desk: Desk): Promise<[number, number]> {
  const stage = (await desk.tab.locator('.stage').boundingBox())!
  return [stage.x + 12, stage.y + stage.height - 12]
}
