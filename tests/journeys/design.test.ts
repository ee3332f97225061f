import type { Browser, BrowserContext } from 'playwright'
import { afterEach, describe, expect, it } from 'vitest'
import type { PageNode } from '../../schemas/page'
import { chromiumPath } from '../browser'
import { standard } from '../fiveWidgets'
import { loseSaves } from '../intercept'
import type { Product } from '../product'
import { createActivity, inStudio, openDesk, signedIn, type Desk } from '../studio'

const text = (id: string, words: string, more: Partial<PageNode> = {}): PageNode =>
  standard('text', id, { props: { ...standard('text', id).props, text: words }, ...more })
const free = (id: string): PageNode => standard('section', id, { props: { ...standard('section', id).props, layout: 'free', height: 240 } })

/** Two texts, a section in flow and one with free placement: `a b s f` from top to bottom. */
const fourNodes = [text('a', '甲'), text('b', '乙'), standard('section', 's', { order: 'ac' }), { ...free('f'), order: 'ad' }]

describe.skipIf(!chromiumPath())(
  'the design tab',
  () => {
    let product: Product
    let browser: Browser
    let context: BrowserContext

    inStudio((studio) => ({ product, browser, context } = studio), { permissions: ['clipboard-read', 'clipboard-write'] })
    afterEach(async () => {
      for (const page of context.pages()) await page.close()
    })

    const open = async (nodes: readonly PageNode[] = fourNodes): Promise<Desk> => openDesk(context, product, await createActivity(product, nodes))
    const becomes = (desk: Desk, shape: string): Promise<void> => expect.poll(desk.shape).toBe(shape)
    const wordsOf = async (desk: Desk, id: string): Promise<unknown> => (await desk.draft()).nodes[id]?.props['text']
    const field = (desk: Desk, name: string) => desk.tab.locator('.inspector').getByRole('textbox', { name, exact: true })

    it('brings the node that the address names into view', async () => {
      const nodes = Array.from({ length: 40 }, (_, i) => text(`t${i}`, `第 ${i} 行`, { order: `a${String.fromCharCode(65 + i)}` }))
      const desk = await openDesk(context, product, await createActivity(product, nodes), '?node=t39')
      await expect.poll(async () => (await desk.node('t39').boundingBox())?.y).toBeLessThan(860)
    })

    it('takes a widget from the palette to the line that it shows', async () => {
      const desk = await open()
      await desk.hold(await desk.at(desk.tile('button')), await desk.at(desk.node('b')), await desk.at(desk.node('b'), 0, -8))
      const line = (await desk.tab.locator('.drop .line').boundingBox())!
      const [above, below] = [(await desk.node('a').boundingBox())!, (await desk.node('b').boundingBox())!]
      expect(line.y).toBeGreaterThanOrEqual(above.y + above.height / 2)
      expect(line.y).toBeLessThanOrEqual(below.y + below.height / 2)
      await desk.tab.mouse.up()
      await becomes(desk, 'text:a button text:b section:s section:f')
    })

    it('says why a layer cannot take what is held over it in the outline, and changes nothing', async () => {
      const desk = await open([standard('overlay', 'o', { order: 'a0' }), standard('section', 's', { order: 'a1' })])
      await desk.tab.getByRole('tab', { name: '图层' }).click()
      const row = (id: string) => desk.tab.locator(`[data-row="${id}"]`)
      await desk.hold(await desk.at(row('o')), await desk.at(row('s'), 0, 4), await desk.at(row('s')))
      expect(await desk.tab.locator('.drag-label.refused').innerText()).toBe('这个组件只能直接放在页面上')
      await desk.tab.locator('.landing.refused').waitFor()
      await desk.tab.mouse.up()
      expect(await desk.shape()).toBe('overlay:o section:s')
    })

    it('drops into a section, and a refused drop says why and changes nothing', async () => {
      const desk = await open()
      await desk.drag(await desk.at(desk.tile('text')), await desk.at(desk.node('s')))
      await becomes(desk, 'text:a text:b section:s(text) section:f')
      await desk.hold(await desk.at(desk.tile('overlay')), await desk.at(desk.node('f')))
      expect(await desk.tab.locator('.drag-label.refused').innerText()).toBe('这个组件只能直接放在页面上')
      await desk.tab.mouse.up()
      expect(await desk.tab.locator('.drag-label').count()).toBe(0)
      await desk.saved()
      expect(await desk.shape()).toBe('text:a text:b section:s(text) section:f')
    })

    it('Escape cancels a drag', async () => {
      const desk = await open()
      await desk.hold(await desk.at(desk.node('b')), await desk.at(desk.node('a'), 0, -10))
      expect(await desk.tab.locator('.drop .line').count()).toBe(1)
      await desk.tab.keyboard.press('Escape')
      expect(await desk.tab.locator('.drop .line').count()).toBe(0)
      await desk.tab.mouse.up()
      expect(await desk.tab.getByRole('button', { name: '撤销', exact: true }).isDisabled()).toBe(true)
      expect((await desk.node('b').getAttribute('style')) ?? '').toBe('')
    })

    it('reorders by mouse, and by Alt and arrows', async () => {
      const desk = await open()
      await desk.drag(await desk.at(desk.node('b')), await desk.at(desk.node('a'), 0, -10))
      await becomes(desk, 'text:b text:a section:s section:f')
      await desk.tab.keyboard.press('Alt+ArrowDown')
      await becomes(desk, 'text:a text:b section:s section:f')
      await desk.tab.keyboard.press('Alt+ArrowUp')
      await becomes(desk, 'text:b text:a section:s section:f')
    })

    it('places, snaps, resizes and nudges in a free container; undo and redo give the identical document', async () => {
      const desk = await open()
      const before = await desk.draft()
      const frameOf = async () => Object.values((await desk.draft()).nodes).find(({ parent }) => parent === 'f')?.frame
      await desk.drag(await desk.at(desk.tile('image')), await desk.at(desk.node('f'), -40, 20))
      await expect.poll(frameOf).toBeTruthy()
      const id = Object.values((await desk.draft()).nodes).find(({ parent }) => parent === 'f')!.id
      const box = (await desk.node('f').boundingBox())!

      // Two px beside the middle of the container: it comes to rest on it, with its guide.
      const middle = await desk.at(desk.node(id))
      await desk.hold(middle, { x: box.x + box.width / 2 + 2, y: middle.y - 7 })
      expect(await desk.tab.locator('.drop .guide.x').count()).toBe(1)
      await desk.tab.mouse.up()
      await expect
        .poll(async () => {
          const frame = (await frameOf())!
          return Math.abs(frame.x + frame.w / 2 - box.width / 2)
        })
        .toBeLessThanOrEqual(1)

      const placed = (await frameOf())!
      const corner = await desk.at(desk.tab.locator('[data-handle="se"]'))
      await desk.drag(corner, { x: corner.x - 23, y: corner.y - 17 })
      await expect.poll(async () => (await frameOf())?.w).toBeLessThan(placed.w)
      const sized = (await frameOf())!
      expect({ x: sized.x, y: sized.y }).toEqual({ x: placed.x, y: placed.y })
      expect(sized.h).toBeLessThan(placed.h)

      for (const keys of ['ArrowRight', 'Shift+ArrowDown']) await desk.tab.keyboard.press(keys)
      await expect.poll(frameOf).toEqual({ ...sized, x: sized.x + 1, y: sized.y + 10 })

      const after = await desk.draft()
      const undo = desk.tab.getByRole('button', { name: /^撤销/ })
      for (let steps = 0; steps < 12 && !(await undo.isDisabled()); steps++) await desk.tab.keyboard.press('Control+z')
      await expect.poll(desk.draft).toEqual(before)
      const redo = desk.tab.getByRole('button', { name: /^重做/ })
      for (let steps = 0; steps < 12 && !(await redo.isDisabled()); steps++) await desk.tab.keyboard.press('Control+Shift+z')
      await expect.poll(desk.draft).toEqual(after)
    })

    it('copies, pastes, duplicates and deletes by keyboard', async () => {
      const desk = await open()
      await desk.select('a')
      await desk.tab.keyboard.press('Control+c')
      await desk.select('s')
      await desk.tab.keyboard.press('Control+v')
      await becomes(desk, 'text:a text:b section:s(text) section:f')
      await desk.select('b')
      await desk.tab.keyboard.press('Control+d')
      await becomes(desk, 'text:a text:b text section:s(text) section:f')
      await desk.tab.keyboard.press('Delete')
      await becomes(desk, 'text:a text:b section:s(text) section:f')
    })

    it('moves, renames and hides in the outline', async () => {
      const desk = await open()
      const row = (id: string) => desk.tab.locator(`[data-row="${id}"]`)
      await desk.tab.getByRole('tab', { name: '图层' }).click()
      await desk.drag(await desk.at(row('a'), -40), await desk.at(row('s')))
      await becomes(desk, 'text:b section:s(text:a) section:f')
      await row('b').click()
      await desk.tab.keyboard.press('F2')
      await desk.tab.keyboard.type('主标题')
      await desk.tab.keyboard.press('Enter')
      await row('b').hover()
      await row('b').getByRole('button', { name: '隐藏' }).click()
      await expect
        .poll(async () => {
          const { name, hidden } = (await desk.draft()).nodes['b']!
          return { name, hidden }
        })
        .toEqual({ name: '主标题', hidden: true })
      expect(await desk.node('b').getAttribute('class')).toContain('is-hidden')
    })

    it('scrolls a long outline while something is held at its edge, and finds layers by the words they show', async () => {
      const desk = await open(Array.from({ length: 80 }, (_, i) => text(`t${i + 10}`, `第 ${i} 行`)))
      await desk.tab.getByRole('tab', { name: '图层' }).click()
      const tree = desk.tab.getByRole('tree')
      const box = (await tree.boundingBox())!
      await desk.tab.locator('[data-row="t11"]').click()
      await desk.tab.locator('[data-row="t12"]').click({ modifiers: ['Shift'] })
      await desk.hold(await desk.at(desk.tab.locator('[data-row="t11"]'), -40), { x: box.x + 60, y: box.y + box.height - 6 })
      expect(await desk.tab.locator('.drag-label').innerText()).toBe('2 个组件')
      await expect.poll(() => tree.evaluate((element) => element.scrollTop + element.clientHeight - element.scrollHeight)).toBeGreaterThan(-2)
      await desk.tab.mouse.up()
      await expect.poll(async () => /(text:t11 text:t12) text:t89$|(text:t11 text:t12)$/.test(await desk.shape())).toBe(true)
      await desk.tab.getByRole('searchbox', { name: '搜索图层' }).fill('第 42 行')
      expect(await desk.tab.locator('[data-row]').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['row']))).toEqual(['t52'])
    })

    it('finds widgets and layers by how their names sound', async () => {
      const desk = await open()
      await desk.tab.getByRole('searchbox', { name: '搜索组件' }).fill('zhuanpan')
      await expect
        .poll(() => desk.tab.locator('[data-palette]').evaluateAll((tiles) => tiles.map((tile) => (tile as HTMLElement).dataset['palette'])))
        .toEqual(['lottery-wheel'])
      await desk.tab.getByRole('tab', { name: '图层' }).click()
      await desk.tab.getByRole('searchbox', { name: '搜索图层' }).fill('qk')
      await expect.poll(() => desk.tab.locator('[data-row]').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['row']))).toEqual(['s', 'f'])
    })

    it('lets no key change the page while something is dragged; undo only gives the drag up', async () => {
      const desk = await open()
      await desk.select('a')
      await desk.tab.keyboard.press('Alt+ArrowDown')
      await becomes(desk, 'text:b text:a section:s section:f')
      await desk.hold(await desk.at(desk.node('b')), await desk.at(desk.node('s')))
      await desk.tab.keyboard.press('Delete')
      await desk.tab.keyboard.press('Control+z')
      await desk.tab.mouse.up()
      await desk.saved()
      expect(await desk.shape()).toBe('text:b text:a section:s section:f')
    })

    it('keys work on after a button was pressed', async () => {
      const desk = await open()
      await desk.select('a')
      await desk.tab.locator('.inspector [data-prop="align"]').getByRole('radio', { name: '右' }).click()
      await desk.tab.getByRole('button', { name: /^撤销/ }).click()
      await desk.tab.keyboard.press('Delete')
      await becomes(desk, 'text:b section:s section:f')
    })

    it('draws one node for one edit in the inspector, and says at the field what is wrong', async () => {
      const desk = await open()
      const renders = () => desk.tab.frames()[1]!.evaluate(() => window.festoonCanvas.renders)
      await desk.select('a')
      const before = await renders()
      await field(desk, '文字').fill('新的文字')
      await expect.poll(() => desk.node('a').innerText()).toBe('新的文字')
      expect((await renders()) - before).toBe(1)
      await desk.select('s')
      const colour = desk.tab.getByRole('group', { name: '背景色' }).locator('input[type="text"]')
      await colour.fill('red;}')
      const trouble = desk.tab.locator('.e-field', { hasText: '背景色' }).getByRole('alert')
      await trouble.waitFor()
      expect(await trouble.innerText()).not.toBe('')
      await colour.fill('red')
      await trouble.waitFor({ state: 'detached' })
    })

    it('quick switches back and forth are steps of their own', async () => {
      const desk = await open([standard('poster', 'p')])
      await desk.select('p')
      const toggle = desk.tab.getByRole('switch', { name: '显示活动时间' })
      await toggle.click()
      await toggle.click()
      await desk.tab.keyboard.press('Escape')
      for (const isOn of ['false', 'true']) {
        await desk.tab.locator('[data-stage]').focus()
        await desk.tab.keyboard.press('Control+z')
        await desk.select('p')
        await expect.poll(() => toggle.getAttribute('aria-checked')).toBe(isOn)
      }
    })

    it('shows another phase and another state without saving anything', async () => {
      const id = await createActivity(product, [text('a', '甲', { when: { phase: ['peak'] } }), standard('lottery-wheel', 'w')], (rules) => ({
        ...rules,
        schedule: {
          ...rules.schedule,
          phases: ['warm', 'peak'].map((phase) => ({
            id: phase,
            kind: 'custom' as const,
            title: phase,
            startsAt: rules.schedule.startsAt,
            endsAt: rules.schedule.endsAt,
          })),
        },
      }))
      const desk = await openDesk(context, product, id)
      const before = await desk.draft()
      let writes = 0
      desk.tab.on('request', (request) => (writes += request.url().endsWith('/page') && request.method() !== 'GET' ? 1 : 0))
      const choose = async (name: string, option: string): Promise<void> => {
        await desk.tab.getByRole('combobox', { name, exact: true }).click()
        await desk.tab.getByRole('option', { name: option, exact: true }).click()
      }
      await choose('阶段', 'warm')
      await desk.node('a').waitFor({ state: 'detached' })
      await choose('阶段', 'peak')
      await desk.node('a').waitFor()
      const ready = await desk.node('w').innerText()
      await choose('状态', '已结束')
      await expect.poll(() => desk.node('w').innerText()).toContain('结束')
      expect(ready).not.toContain('已结束')
      await desk.tab.waitForTimeout(1200)
      expect([writes, await desk.draft()]).toEqual([0, before])
    })

    it('drags by touch', async () => {
      const touching = await signedIn(browser, product, { hasTouch: true })
      const desk = await openDesk(touching, product, await createActivity(product, fourNodes))
      const finger = await touching.newCDPSession(desk.tab)
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly { x: number; y: number }[]) =>
        finger.send('Input.dispatchTouchEvent', { type, touchPoints: [...points] })
      const [from, to] = [await desk.at(desk.tile('button')), await desk.at(desk.node('s'))]
      await touch('touchStart', [from])
      for (let step = 1; step <= 6; step++) await touch('touchMove', [{ x: from.x + ((to.x - from.x) * step) / 6, y: from.y + ((to.y - from.y) * step) / 6 }])
      await desk.tab.locator('.drop .line').waitFor({ state: 'attached' })
      await touch('touchEnd', [])
      await becomes(desk, 'text:a text:b section:s(button) section:f')
      await touching.close()
    })

    it('scrolls a long page while something is held at its edge', async () => {
      const desk = await open(Array.from({ length: 40 }, (_, i) => text(`t${i + 10}`, `第 ${i} 行`)))
      const stage = desk.tab.locator('.stage')
      const box = (await stage.boundingBox())!
      await desk.hold(await desk.at(desk.tile('button')), { x: box.x + box.width / 2, y: box.y + box.height - 6 })
      await expect.poll(() => stage.evaluate((element) => element.scrollTop + element.clientHeight - element.scrollHeight)).toBeGreaterThan(-2)
      await desk.tab.mouse.move(box.x + box.width / 2, box.y + box.height - 40)
      await desk.tab.mouse.up()
      await expect.poll(async () => (await desk.shape()).endsWith(' button')).toBe(true)
    })

    it('merges what two tabs changed in different places, and asks about the same place', async () => {
      const id = await createActivity(product, fourNodes)
      // Neither hears of the other: what they saved meets when the second one saves.
      await context.route('**/live', (route) => route.abort())
      const [mine, theirs] = [await openDesk(context, product, id), await openDesk(context, product, id)]
      await theirs.select('a')
      await field(theirs, '文字').fill('她的甲')
      await theirs.saved()
      await mine.select('b')
      await field(mine, '文字').fill('我的乙')
      await expect.poll(async () => [await wordsOf(mine, 'a'), await wordsOf(mine, 'b')]).toEqual(['她的甲', '我的乙'])
      await expect.poll(() => mine.node('a').innerText()).toBe('她的甲')

      await theirs.select('b')
      await field(theirs, '文字').fill('她的乙')
      const dialog = theirs.tab.getByRole('dialog')
      await dialog.waitFor()
      expect(await wordsOf(mine, 'b')).toBe('我的乙')
      expect(await dialog.getByRole('radio').allInnerTexts()).toEqual([expect.stringContaining('她的乙'), expect.stringContaining('我的乙')])
      await dialog.getByRole('radio').nth(1).click()
      await dialog.getByRole('button', { name: '合并并保存' }).click()
      await theirs.saved()
      expect([await wordsOf(theirs, 'b'), await theirs.node('b').innerText()]).toEqual(['我的乙', '我的乙'])
      await context.unroute('**/live')
    })

    it('sends what changed, not the page', async () => {
      const desk = await open(Array.from({ length: 40 }, (_, i) => text(`t${i + 10}`, `第 ${i} 行`)))
      const sent: string[] = []
      desk.tab.on('request', (request) => void (request.url().endsWith('/page') && sent.push(`${request.method()} ${request.postData()}`)))
      await desk.select('t12')
      await field(desk, '文字').fill('旧的')
      await desk.saved()
      await field(desk, '文字').fill('新的')
      await desk.saved()
      expect(sent.slice(1)).toEqual(['PATCH {"edits":[{"at":["nodes","t12","props","text"],"is":"新的"}]}'])
      expect(await wordsOf(desk, 't12')).toBe('新的')
    })

    it('gives back after a reload what never reached the server', async () => {
      const desk = await open()
      const keepSaves = await loseSaves(desk.tab)
      desk.tab.on('dialog', (dialog) => void dialog.accept())
      await desk.select('a')
      await field(desk, '文字').fill('离线时写的')
      await desk.tab.locator('[data-save="offline"]').waitFor()
      await desk.tab.reload()
      await keepSaves()
      await desk.tab.getByRole('dialog').locator('ins').getByText('离线时写的', { exact: true }).waitFor()
      await desk.tab.getByRole('dialog').getByRole('button', { name: '恢复修改' }).click()
      await expect.poll(() => wordsOf(desk, 'a')).toBe('离线时写的')
      await desk.tab.reload()
      await desk.node('a').waitFor()
      expect(await desk.tab.getByRole('dialog').count()).toBe(0)
    })

    it('opens the draft on a phone as a rehearsal', async () => {
      const id = await createActivity(product, [text('a', '还没发布')])
      const desk = await openDesk(context, product, id)
      await desk.tile('check-in-calendar').click()
      await desk.frame.locator('.w-check-in-calendar').waitFor()
      await desk.tab.getByRole('button', { name: '预览', exact: true }).click()
      const dialog = desk.tab.getByRole('dialog')
      await dialog.locator('.code .e-qr').waitFor()
      const url = await dialog.locator('code').innerText()
      const phone = await browser.newContext({ viewport: { width: 375, height: 812 }, isMobile: true, hasTouch: true, locale: 'zh-CN' })
      const page = await phone.newPage()
      await page.goto(url)
      await page.getByText('还没发布').waitFor()
      await page.locator('.w-check-in-calendar .btn').first().tap()
      await expect.poll(() => page.locator('.w-check-in-calendar').innerText()).toContain('已连续 1 天')
      expect(await (await context.request.get(`${product.url}/api/activities/${id}/journal`)).text()).toBe('')
      await phone.close()
    })

    it('takes the page back from its source, and never saves what is not JSON', async () => {
      const desk = await open()
      const before = await desk.draft()
      await desk.tab.getByRole('button', { name: '源码' }).click()
      await desk.tab.locator('.monaco-editor .view-line').first().waitFor({ timeout: 20_000 })
      const write = async (words: string): Promise<void> => {
        await desk.tab.locator('.monaco-editor').first().click()
        await desk.tab.keyboard.press('Control+a')
        // Pasted, because the editor closes brackets that are typed.
        await desk.tab.evaluate((pasted) => navigator.clipboard.writeText(pasted), words)
        await desk.tab.keyboard.press('Control+v')
      }
      await write('{ "format": 1,')
      await desk.tab
        .getByText(/不是.*JSON|JSON.*不/)
        .first()
        .waitFor()
      await desk.tab.waitForTimeout(1200)
      expect(await desk.draft()).toEqual(before)
      const wanted = { ...before, nodes: { ...before.nodes, a: { ...before.nodes['a']!, props: { ...before.nodes['a']!.props, text: '源码里写的' } } } }
      await write(JSON.stringify(wanted))
      await expect.poll(desk.draft).toEqual(wanted)
      await desk.tab.getByRole('button', { name: '关闭' }).click()
      await expect.poll(() => desk.node('a').innerText()).toBe('源码里写的')
    })
  },
  60_000,
)
