import type { Browser, BrowserContext } from 'playwright'
import { afterEach, describe, expect, it } from 'vitest'
import { tourSteps } from '../../editor/design/tour/steps'
import { drawRules } from '../../server/testing/draw'
import { findings } from '../axe'
import { chromiumPath } from '../browser'
import { standard } from '../fiveWidgets'
import type { Product } from '../product'
import { createActivity, inStudio, openDesk, signedIn } from '../studio'

describe.skipIf(!chromiumPath())(
  'finding and doing things',
  () => {
    let product: Product
    let browser: Browser
    let context: BrowserContext
    inStudio((studio) => ({ product, browser, context } = studio))
    // A browser keeps six connections to one server open, and each tab here is in view.
    afterEach(() => Promise.all(context.pages().map((page) => page.close())))

    const text = (id: string, order: string, more: object = {}) => standard('text', id, { order, props: { text: id, level: 'body', align: 'left', ...more } })

    it('does by the command palette what it finds in either language, and remembers it', async () => {
      const desk = await openDesk(context, product, await createActivity(product, [text('a', 'a0'), text('b', 'a1')]))
      await desk.tab.keyboard.press('Control+k')
      const palette = desk.tab.getByRole('dialog', { name: '命令面板' })
      await palette.waitFor()
      expect(await findings(desk.tab)).toEqual([])
      await desk.tab.keyboard.type('insert coun')
      await desk.tab.keyboard.press('Enter')
      await desk.frame.locator('.w-countdown').waitFor()
      await desk.tab.keyboard.press('Control+k')
      expect(await palette.getByRole('option').first().innerText()).toContain('插入倒计时')
      await desk.tab.keyboard.type('zzzz')
      await palette.getByText('没有找到').waitFor()
      // By its sound, in full and by initials.
      for (const typed of ['chexiao', 'cx']) {
        await desk.tab.keyboard.press('Control+a')
        await desk.tab.keyboard.type(typed)
        await expect.poll(() => palette.getByRole('option').first().innerText()).toContain('撤销')
      }
      await desk.tab.keyboard.press('Escape')
      await expect.poll(() => palette.count()).toBe(0)
    })

    it('offers on a right click what can be done there, and does it', async () => {
      const desk = await openDesk(context, product, await createActivity(product, [text('a', 'a0'), text('b', 'a1')]))
      const { x, y } = await desk.at(desk.node('b'))
      await desk.tab.mouse.click(x, y, { button: 'right' })
      const menu = desk.tab.getByRole('menu')
      await menu.waitFor()
      expect(await desk.tab.locator('[data-selected="b"]').count()).toBe(1)
      expect(await findings(desk.tab)).toEqual([])
      await menu.getByRole('menuitem', { name: /锁定或解锁/ }).click()
      await desk.saved()
      expect((await desk.draft()).nodes['b']!.locked).toBe(true)
      // By keyboard, in the outline.
      await desk.tab.keyboard.press('Alt+2')
      const line = desk.tab.locator('[data-row="a"]')
      await line.click()
      await line.press('Shift+F10')
      await menu.getByRole('menuitem', { name: /^复制一份/ }).click()
      await desk.saved()
      expect(Object.values((await desk.draft()).nodes).filter(({ type }) => type === 'text')).toHaveLength(3)
    })

    it('carries widgets from one activity to another, looks from one widget to another', async () => {
      const one = await openDesk(context, product, await createActivity(product, [text('a', 'a0', { colour: '#ff0000', size: 33 }), text('b', 'a1')]))
      await one.select('a')
      await one.tab.keyboard.press('Control+Alt+c')
      await one.select('b')
      await one.tab.keyboard.press('Control+Alt+v')
      await one.saved()
      expect((await one.draft()).nodes['b']!.props).toMatchObject({ text: 'b', colour: '#ff0000', size: 33 })

      await one.select('a')
      const clip = await one.tab.evaluate(
        () =>
          new Promise<string>((resolve) => {
            Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (said: string) => resolve(said) } })
            window.dispatchEvent(new KeyboardEvent('keydown', { key: 'c', code: 'KeyC', ctrlKey: true, bubbles: true }))
          }),
      )
      const other = await openDesk(context, product, await createActivity(product))
      await other.tab.evaluate((said) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', said)
        window.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }))
      }, clip)
      await other.frame.locator('.w-text').waitFor()
      await other.saved()
      expect(Object.values((await other.draft()).nodes).find(({ type }) => type === 'text')?.props).toMatchObject({ text: 'a', size: 33 })
    })

    it('pastes from the palette what another activity copied, and by keys whatever was copied last', async () => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      const one = await openDesk(context, product, await createActivity(product, [text('a', 'a0', { size: 33 })]))
      await one.select('a')
      await one.tab.keyboard.press('Control+c')
      await expect.poll(() => one.tab.evaluate(() => navigator.clipboard.readText())).toContain('festoon-clip')
      const other = await openDesk(context, product, await createActivity(product))
      await other.tab.keyboard.press('Control+k')
      await other.tab.keyboard.type('粘贴')
      await other.tab.keyboard.press('Enter')
      await other.frame.locator('.w-text').waitFor()
      await other.tab.keyboard.press('Control+c')
      await other.tab.evaluate(() => navigator.clipboard.writeText('后来复制的话'))
      await other.tab.keyboard.press('Control+v')
      await expect.poll(() => other.frame.locator('.w-text').allInnerTexts()).toEqual(['a', '后来复制的话'])
      await other.tab.evaluate(() => navigator.clipboard.writeText('{"festoon-clip":1,"tops":["x"],"nodes":"none"}'))
      await other.tab.keyboard.press('Control+v')
      await other.tab.getByText('剪贴板里的组件不完整').first().waitFor()
      expect(await other.frame.locator('.w-text').count()).toBe(2)
      await context.clearPermissions()
    })

    it('lists problems, goes to each, and mends one with a click that undo takes back', async () => {
      const desk = await openDesk(context, product, await createActivity(product, [text('a', 'a0', { colour: '#eeeeee', background: '#ffffff' })]))
      await desk.tab.keyboard.press('Alt+4')
      const problem = desk.tab.locator('.problem-list li', { hasText: '对比度' })
      await problem.waitFor({ timeout: 10_000 })
      expect(await findings(desk.tab)).toEqual([])
      await problem.locator('.where').click()
      await desk.tab.locator('[data-selected="a"]').waitFor()
      await problem.getByRole('button', { name: /^改为 #/ }).click()
      await expect.poll(() => problem.count()).toBe(0)
      await desk.saved()
      expect((await desk.draft()).nodes['a']!.props['colour']).not.toBe('#eeeeee')
      await desk.tab.keyboard.press('Control+z')
      await problem.waitFor({ timeout: 10_000 })
    })

    it('mends at once what takes nothing away, and undoes that in one step', async () => {
      const pale = { colour: '#eeeeee', background: '#ffffff' }
      const nodes = [text('a', 'a0', pale), text('b', 'a1', pale), text('c', 'a2', { text: ' ' })]
      const desk = await openDesk(context, product, await createActivity(product, nodes))
      await desk.tab.keyboard.press('Alt+4')
      await desk.tab.getByRole('button', { name: '一键修复 2 处' }).click()
      const weak = desk.tab.locator('.problem-list li', { hasText: '对比度' })
      await expect.poll(() => weak.count()).toBe(0)
      await desk.saved()
      expect(await desk.shape()).toBe('text:a text:b text:c')
      await desk.tab.keyboard.press('Control+z')
      await expect.poll(() => weak.count()).toBe(2)
    })

    it('shows newcomers around once, by keyboard too, and again when asked', async () => {
      const stranger = await signedIn(browser, product)
      await stranger.addInitScript(
        () => void (sessionStorage.getItem('begun') ?? (localStorage.removeItem('festoon.tour'), sessionStorage.setItem('begun', ''))),
      )
      const desk = await openDesk(stranger, product, await createActivity(product, [text('a', 'a0')]))
      const card = desk.tab.locator('.tour [role="dialog"]')
      await card.getByText('1 / 10').waitFor()
      expect(await findings(desk.tab)).toEqual([])
      for (let n = 2; n <= 10; n++) {
        await desk.tab.keyboard.press('ArrowRight')
        await card.getByText(`${n} / 10`).waitFor()
        if (tourSteps[n - 1]!.at) await desk.tab.locator('.tour .spot').waitFor()
      }
      await desk.tab.keyboard.press('Enter')
      await expect.poll(() => card.count()).toBe(0)
      expect(await desk.tab.evaluate(() => localStorage.getItem('festoon.tour'))).toBe('done')
      await desk.tab.keyboard.press('Control+k')
      await desk.tab.keyboard.type('新手引导')
      await desk.tab.keyboard.press('Enter')
      await card.waitFor()
      await desk.tab.keyboard.press('Escape')
      await expect.poll(() => card.count()).toBe(0)
      await stranger.close()
    })

    it('writes where the words stand; Escape leaves them as they were', async () => {
      const desk = await openDesk(
        context,
        product,
        await createActivity(product, [
          text('a', 'a0'),
          standard('button', 'b', { order: 'a1', props: { text: { 'zh-CN': '参加', 'en': 'Join' }, look: 'primary' } }),
        ]),
      )
      const { x, y } = await desk.at(desk.node('a'))
      await desk.tab.mouse.dblclick(x, y)
      await desk.frame.locator('[contenteditable]').waitFor()
      await desk.tab.keyboard.type('就地写的')
      await desk.tab.keyboard.press('Control+Enter')
      await expect.poll(async () => (await desk.draft()).nodes['a']!.props['text']).toBe('就地写的')
      expect(await desk.node('a').innerText()).toBe('就地写的')
      await desk.select('b')
      await desk.tab.keyboard.press('Enter')
      await desk.frame.locator('button[contenteditable]').waitFor()
      await desk.tab.keyboard.type('算了')
      await desk.tab.keyboard.press('Escape')
      expect(await desk.node('b').innerText()).toBe('参加')
      await desk.tab.locator('[data-stage]').focus()
      await desk.tab.keyboard.press('Enter')
      await desk.frame.locator('button[contenteditable]').waitFor()
      await desk.tab.keyboard.type('马上 参加')
      await desk.tab.keyboard.press('Enter')
      await expect.poll(async () => (await desk.draft()).nodes['b']!.props['text']).toEqual({ 'zh-CN': '马上 参加', 'en': 'Join' })
    })

    it('opens the menu of what a finger rests on', async () => {
      const touch = await signedIn(browser, product, { hasTouch: true })
      const desk = await openDesk(touch, product, await createActivity(product, [text('a', 'a0'), text('b', 'a1')]))
      const { x, y } = await desk.at(desk.node('b'))
      const fingers = await touch.newCDPSession(desk.tab)
      await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
      const menu = desk.tab.getByRole('menu')
      await menu.waitFor()
      await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
      await desk.tab.locator('[data-selected="b"]').waitFor()
      const item = await desk.at(menu.getByRole('menuitem', { name: /隐藏或显示/ }))
      await desk.tab.touchscreen.tap(item.x, item.y)
      await desk.saved()
      expect((await desk.draft()).nodes['b']!.hidden).toBe(true)
      await touch.close()
    })

    it('inserts from the menu of a tile, walks siblings and folds layers by keys', async () => {
      const desk = await openDesk(context, product, await createActivity(product, [text('a', 'a0'), text('b', 'a1')]))
      await desk.select('a')
      await desk.tile('button').focus()
      await desk.tab.keyboard.press('Shift+F10')
      const menu = desk.tab.getByRole('menu')
      await menu.getByText('按钮').waitFor()
      expect(await findings(desk.tab)).toEqual([])
      await menu.getByRole('menuitem', { name: '插入到所选之后' }).click()
      await desk.saved()
      expect(await desk.shape()).toBe('text:a button text:b')
      await desk.tab.keyboard.press('Alt+n')
      await desk.tab.locator('[data-selected="b"]').waitFor()
      await desk.tab.keyboard.press('Alt+n')
      await desk.tab.locator('[data-selected="a"]').waitFor()
      await desk.tab.keyboard.press('Alt+p')
      await desk.tab.locator('[data-selected="b"]').waitFor()
      await desk.tab.keyboard.press('Control+g')
      await desk.tab.keyboard.press('Alt+l')
      await expect.poll(() => desk.tab.locator('.row-line[data-row="b"]').count()).toBe(0)
      await desk.tab.keyboard.press('Alt+Shift+l')
      await desk.tab.locator('.row-line[data-row="b"]').waitFor()
    })

    it('misses what visitors read when all prizes are gone, and fills it in', async () => {
      const wheel = standard('lottery-wheel', 'w', { play: 'draw' })
      const id = await createActivity(product, [wheel], (rules) => ({ ...rules, prizes: { mug: drawRules().prizes['mug']! }, plays: drawRules().plays }))
      const desk = await openDesk(context, product, id, '?node=w')
      const words = desk.tab.locator('.inspector [data-prop="soldOut"]').getByRole('textbox')
      await expect.poll(() => words.count()).toBe(2)
      const missing = desk.tab.locator('.problem-list li', { hasText: '访客看不到奖品发完的说明' })
      await desk.tab.keyboard.press('Alt+4')
      for (const text of await words.all()) await text.fill('')
      await missing.locator('.where').click({ timeout: 10_000 })
      await expect.poll(() => desk.tab.evaluate(() => document.activeElement?.closest('[data-prop]')?.getAttribute('data-prop'))).toBe('soldOut')
      await missing.getByRole('button', { name: '填上默认的话' }).click()
      await expect.poll(() => missing.count()).toBe(0)
      await desk.saved()
      expect((await desk.draft()).nodes['w']!.props['soldOut']).toEqual(wheel.props['soldOut'])
    })

    it('leads from a problem to the property to blame, and lets what is over run on', async () => {
      const id = await createActivity(product, [text('a', 'a0', { text: ' ' })], (rules) => ({
        ...rules,
        schedule: { ...rules.schedule, startsAt: '2020-01-01T00:00:00Z', endsAt: '2020-02-01T00:00:00Z', phases: [] },
      }))
      const desk = await openDesk(context, product, id)
      await desk.tab.keyboard.press('Alt+4')
      await desk.tab.locator('.problem-list .where', { hasText: '没有文字' }).click()
      await expect.poll(() => desk.tab.evaluate(() => document.activeElement?.closest('[data-prop]')?.getAttribute('data-prop'))).toBe('text')
      const over = desk.tab.locator('.problem-list li', { hasText: '已经过去' })
      await over.getByRole('button', { name: '延长到 7 天后' }).click()
      await expect.poll(() => over.count()).toBe(0)
      await desk.tab
        .locator('.problem-list')
        .getByRole('radio', { name: /必须改/ })
        .click()
      expect(await desk.tab.locator('.problem-list li.warning').count()).toBe(0)
    })

    it('goes to another activity by its name, and remembers how wide the panels are', async () => {
      const { id: other } = await product.api<{ id: string }>('POST', '/api/activities', { name: '去这里看看', template: 'blank', locale: 'zh-CN' })
      const desk = await openDesk(context, product, await createActivity(product, [text('a', 'a0')]))
      await desk.tab.getByRole('separator', { name: '左侧面板宽度' }).press('ArrowRight')
      expect(await desk.tab.evaluate(() => (JSON.parse(localStorage.getItem('festoon.panels')!) as { sideWidth: number }).sideWidth)).toBe(300)
      await desk.tab.keyboard.press('Control+k')
      // A mouse that rests where the longer list was takes nothing from the keyboard.
      await desk.tab.mouse.move(720, 480)
      await desk.tab.keyboard.type('去这里')
      const found = desk.tab.getByRole('option', { name: /去这里看看/ })
      await found.waitFor()
      await desk.tab.waitForTimeout(200)
      await desk.tab.keyboard.press('Enter')
      await desk.tab.waitForURL(`**/activities/${other}/design`)
    })

    it('remembers which panel was open', async () => {
      const id = await createActivity(product, [text('a', 'a0')])
      const tab = await context.newPage()
      await tab.goto(`${product.url}/studio/activities/${id}/design`)
      await tab.getByRole('tab', { name: '历史' }).click()
      await tab.close()
      const again = await context.newPage()
      await again.goto(`${product.url}/studio/activities/${id}/design`)
      await expect.poll(() => again.getByRole('tab', { name: '历史' }).getAttribute('aria-selected')).toBe('true')
    })
  },
  240_000,
)
