import type { BrowserContext, Locator } from 'playwright'
import { afterEach, describe, expect, it } from 'vitest'
import type { CanvasHandle } from '../../renderer/canvas/canvasMessages'
import type { PageNode } from '../../schemas/page'
import { findings } from '../axe'
import { chromiumPath } from '../browser'
import { standard } from '../fiveWidgets'
import type { Product } from '../product'
import { createActivity, inStudio, openDesk, type Desk } from '../studio'

const text = (id: string, words: string, more: Partial<PageNode> = {}): PageNode =>
  standard('text', id, { props: { ...standard('text', id).props, text: words }, ...more })
const free = (id: string): PageNode => standard('section', id, { props: { ...standard('section', id).props, layout: 'free', height: 240 } })
const framed = (id: string, x: number, w = 60): PageNode => text(id, id, { parent: 'f', order: `a${id}`, frame: { x, y: 20, w, h: 40 } })

describe.skipIf(!chromiumPath())(
  'the inspector',
  () => {
    let product: Product
    let context: BrowserContext

    inStudio((studio) => ({ product, context } = studio))
    afterEach(async () => {
      for (const page of context.pages()) await page.close()
    })

    /** The peak runs now, the warm-up is over. */
    const withPhases: Parameters<typeof createActivity>[2] = (rules) => {
      const at = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().replace(/\.\d+Z$/, 'Z')
      const phases = [
        { id: 'warm', kind: 'preheat' as const, title: '预热', startsAt: at(-3), endsAt: at(-1) },
        { id: 'peak', kind: 'peak' as const, title: '高潮', startsAt: at(-1), endsAt: at(5) },
      ]
      return { ...rules, schedule: { ...rules.schedule, startsAt: at(-3), endsAt: at(6), phases } }
    }
    const open = async (nodes: readonly PageNode[], query = ''): Promise<Desk> =>
      openDesk(context, product, await createActivity(product, nodes, withPhases), query)
    const panel = (desk: Desk): Locator => desk.tab.locator('.inspector')
    const prop = (desk: Desk, name: string): Locator => panel(desk).locator(`[data-prop="${name}"]`)
    const propOf = async (desk: Desk, id: string, name: string): Promise<unknown> => (await desk.draft()).nodes[id]?.props[name]
    const becomes = (desk: Desk, id: string, name: string, value: unknown): Promise<void> => expect.poll(() => propOf(desk, id, name)).toEqual(value)
    const styleOf = (desk: Desk, id: string, property: string): Promise<string> =>
      desk
        .node(id)
        .locator('.txt')
        .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)
    const undo = (desk: Desk): Promise<void> => desk.tab.keyboard.press('Control+z')

    it('works out sums, says what it cannot read, and gives it up with Escape', async () => {
      const desk = await open([text('a', '甲')], '?node=a')
      const size = prop(desk, 'size').getByRole('textbox')
      await size.fill('100/4-3')
      await size.press('Enter')
      await expect.poll(() => size.inputValue()).toBe('22')
      await size.fill('22+')
      await size.press('Enter')
      expect(await size.getAttribute('aria-invalid')).toBe('true')
      await prop(desk, 'size').getByRole('alert').waitFor()
      await size.press('Escape')
      expect([await size.inputValue(), await size.getAttribute('aria-invalid')]).toEqual(['22', null])
      await size.fill('*2')
      await size.press('Enter')
      await becomes(desk, 'a', 'size', 44)
    })

    it('goes on from the number with a sign before it; Escape gives back what was there, typed or dragged', async () => {
      const desk = await open([text('a', '甲', { props: { text: '甲', size: 20 } })], '?node=a')
      const size = prop(desk, 'size').getByRole('textbox')
      await size.fill('+5')
      await size.press('Enter')
      await becomes(desk, 'a', 'size', 25)
      await size.fill('60')
      await becomes(desk, 'a', 'size', 60)
      await size.press('Escape')
      expect(await size.inputValue()).toBe('25')
      await becomes(desk, 'a', 'size', 25)
      const label = await desk.at(prop(desk, 'size').locator('.label'))
      await desk.hold(label, { x: label.x + 20, y: label.y })
      expect(await size.inputValue()).toBe('35')
      await desk.tab.keyboard.press('Escape')
      await desk.tab.mouse.move(label.x + 60, label.y)
      await desk.tab.mouse.up()
      expect(await size.inputValue()).toBe('25')
      await desk.tab.locator('[data-stage]').focus()
      await undo(desk)
      await becomes(desk, 'a', 'size', 20)
    })

    it('changes each of several from where it is', async () => {
      const sized = (id: string, x: number, size: number): PageNode => ({ ...framed(id, x), props: { text: id, size } })
      const desk = await open([free('f'), sized('p', 0, 20), sized('q', 90, 30)])
      await desk.select('p')
      await desk.tab.keyboard.press('Control+a')
      const xs = async () => Promise.all(['p', 'q'].map(async (id) => (await desk.draft()).nodes[id]?.frame?.x))
      const left = panel(desk).getByRole('textbox', { name: '左', exact: true })
      await left.fill('+10')
      await left.press('Enter')
      await expect.poll(xs).toEqual([10, 100])
      await left.press('ArrowUp')
      await expect.poll(xs).toEqual([11, 101])
      await left.fill('7')
      await expect.poll(xs).toEqual([7, 7])
      await left.press('Escape')
      await expect.poll(xs).toEqual([10, 100])
      await prop(desk, 'size').getByRole('textbox').fill('*2')
      await prop(desk, 'size').getByRole('textbox').press('Enter')
      await becomes(desk, 'q', 'size', 60)
      expect(await propOf(desk, 'p', 'size')).toBe(40)
    })

    it('takes one drag of a label for one step', async () => {
      const desk = await open([text('a', '甲', { props: { text: '甲', size: 20 } })], '?node=a')
      const label = prop(desk, 'size').locator('.label')
      const from = await desk.at(label)
      await desk.hold(from, { x: from.x + 20, y: from.y })
      await desk.tab.waitForTimeout(1200)
      await desk.tab.mouse.move(from.x + 40, from.y, { steps: 4 })
      await desk.tab.mouse.up()
      await becomes(desk, 'a', 'size', 40)
      await panel(desk).getByRole('heading').click()
      await undo(desk)
      await becomes(desk, 'a', 'size', 20)
    })

    it('marks what differs from the default, shows only that, finds by name, and puts it back by keyboard', async () => {
      const desk = await open([text('a', '甲', { props: { text: '甲', level: 'body', align: 'left', size: 30 } })], '?node=a')
      await panel(desk).getByRole('button', { name: '只看改过的' }).click()
      expect(
        await panel(desk)
          .locator('[data-prop]')
          .evaluateAll((all) => all.map((one) => one.getAttribute('data-prop'))),
      ).toEqual(['text', 'size'])
      await panel(desk).getByRole('button', { name: '只看改过的' }).click()
      await panel(desk).getByRole('searchbox').fill('字号')
      expect(await panel(desk).locator('[data-prop]').count()).toBe(1)
      await panel(desk).getByRole('button', { name: '把“字号”恢复默认' }).focus()
      await desk.tab.keyboard.press('Enter')
      await becomes(desk, 'a', 'size', undefined)
    })

    it('paints with the theme’s colours, and all that shines through follows the theme', async () => {
      const desk = await open([text('a', '甲')], '?node=a')
      await prop(desk, 'background').getByRole('button').first().click()
      await desk.tab.getByRole('button', { name: '强调色', exact: true }).click()
      await becomes(desk, 'a', 'background', 'var(--color-accent)')
      await desk.tab
        .locator('.e-color-panel')
        .getByRole('textbox', { name: /不透明度/ })
        .fill('40')
      await becomes(desk, 'a', 'background', 'color-mix(in srgb, var(--color-accent) 40%, transparent)')
      await desk.tab.keyboard.press('Escape')
      const before = await styleOf(desk, 'a', 'background-color')
      await desk.tab.keyboard.press('Escape')
      await desk.node('root').click({ position: { x: 5, y: 5 } })
      await panel(desk).getByRole('button', { name: '颜色', exact: true }).click()
      await panel(desk).getByRole('textbox', { name: '强调色', exact: true }).fill('#00ff00')
      await expect.poll(() => styleOf(desk, 'a', 'background-color')).not.toBe(before)
    })

    it('gives a text a gradient, spacing on four sides, a border and a shadow', async () => {
      const desk = await open([text('a', '甲')], '?node=a')
      await prop(desk, 'gradient').getByRole('combobox').click()
      await desk.tab.getByRole('option', { name: '线性' }).click()
      await expect.poll(() => styleOf(desk, 'a', 'background-image')).toContain('linear-gradient(135deg')
      await prop(desk, 'padding').getByRole('textbox').fill('8')
      await expect.poll(() => styleOf(desk, 'a', 'padding')).toBe('8px')
      await prop(desk, 'padding').getByRole('button', { name: '四边分别设置' }).click()
      await prop(desk, 'padding').getByRole('textbox', { name: /左/ }).fill('20')
      await expect.poll(() => styleOf(desk, 'a', 'padding')).toBe('8px 8px 8px 20px')
      await prop(desk, 'border')
        .getByRole('button', { name: /添加/ })
        .click()
      await expect.poll(() => styleOf(desk, 'a', 'border-top-width')).toBe('1px')
      await prop(desk, 'shadow').getByRole('combobox').click()
      await desk.tab.getByRole('option', { name: '浮起' }).click()
      await expect.poll(() => styleOf(desk, 'a', 'box-shadow')).toContain('32px')
    })

    it('sets what several nodes share in one step, and says where they differ', async () => {
      const desk = await open([text('a', '甲', { props: { text: '甲', size: 20 } }), text('b', '乙', { props: { text: '乙', size: 30 } })])
      await desk.select('a')
      await desk.tab.keyboard.press('Control+a')
      const size = prop(desk, 'size').getByRole('textbox')
      expect([await size.inputValue(), await size.getAttribute('placeholder')]).toEqual(['', '多个值'])
      await size.fill('24')
      await becomes(desk, 'b', 'size', 24)
      expect(await propOf(desk, 'a', 'size')).toBe(24)
      await panel(desk).getByRole('heading').click()
      await undo(desk)
      await becomes(desk, 'b', 'size', 30)
      expect(await propOf(desk, 'a', 'size')).toBe(20)
    })

    it('spaces, sizes and places several nodes, and groups them', async () => {
      const desk = await open([free('f'), framed('p', 0), framed('q', 70, 80), framed('r', 300)])
      await desk.select('p')
      await desk.tab.keyboard.press('Control+a')
      const frames = async (key: 'x' | 'y' | 'w') => Promise.all(['p', 'q', 'r'].map(async (id) => (await desk.draft()).nodes[id]?.frame?.[key]))
      await panel(desk).getByRole('button', { name: '水平等距' }).click()
      await expect.poll(() => frames('x')).toEqual([0, 140, 300])
      await panel(desk).getByRole('button', { name: '与第一个等宽' }).click()
      await expect.poll(() => frames('w')).toEqual([60, 60, 60])
      const top = panel(desk).getByRole('textbox', { name: '上', exact: true })
      await top.fill('50%-20')
      await top.press('Enter')
      await expect.poll(() => frames('y')).toEqual([100, 100, 100])
      await panel(desk).getByRole('button', { name: '编组', exact: true }).click()
      await expect.poll(async () => (await desk.draft()).nodes['p']?.parent).toMatch(/^group-/)
      await panel(desk).getByRole('button', { name: '取消编组' }).click()
      await expect.poll(async () => (await desk.draft()).nodes['p']?.parent).toBe('f')
      expect(await frames('x')).toEqual([0, 140, 300])
    })

    it('switches a container to flow and back without losing where things stood', async () => {
      const desk = await open([free('f'), framed('p', 0), framed('q', 70, 80), framed('r', 300)], '?node=f')
      const before = (await desk.draft()).nodes
      const layout = (name: string): Locator => prop(desk, 'layout').getByRole('radio', { name })
      await layout('依次排列').click()
      await becomes(desk, 'f', 'layout', 'flow')
      await layout('自由摆放').click()
      await becomes(desk, 'f', 'layout', 'free')
      const after = (await desk.draft()).nodes
      expect(['p', 'q', 'r'].map((id) => after[id]?.frame)).toEqual(['p', 'q', 'r'].map((id) => before[id]?.frame))
    })

    it('changes a property for one phase only, shows it there, and takes it back', async () => {
      const desk = await open([text('a', '一直')], '?node=a')
      const choose = async (name: string): Promise<void> => {
        await panel(desk).getByRole('combobox', { name: '改动用于' }).click()
        await desk.tab.getByRole('option', { name }).click()
      }
      await choose('预热')
      await prop(desk, 'text').getByRole('textbox').fill('敬请期待')
      await expect.poll(async () => (await desk.draft()).nodes['a']?.byPhase).toEqual({ warm: { props: { text: '敬请期待' } } })
      expect(await propOf(desk, 'a', 'text')).toBe('一直')
      await expect.poll(() => desk.node('a').innerText()).toBe('敬请期待')
      await choose('所有阶段')
      await expect.poll(() => desk.node('a').innerText()).toBe('一直')
      await prop(desk, 'text').getByRole('button', { name: '在“预热”另有设置' }).click()
      await expect.poll(() => prop(desk, 'text').getByRole('textbox').inputValue()).toBe('敬请期待')
      await prop(desk, 'text').getByRole('button', { name: '取消“预热”的专用设置' }).first().click()
      await expect.poll(async () => (await desk.draft()).nodes['a']?.byPhase).toBe(undefined)
    })

    it('says at the field what is wrong with it, in the phase too', async () => {
      const wrong = text('a', '甲', { props: { text: '甲', size: 5 }, byPhase: { warm: { props: { size: 500 } } } })
      const desk = await open([wrong], '?node=a')
      await expect.poll(() => prop(desk, 'size').getByRole('alert').innerText()).toContain('10')
      await prop(desk, 'size').getByRole('button', { name: '在“预热”另有设置' }).click()
      await expect.poll(() => prop(desk, 'size').getByRole('alert').innerText()).toContain('120')
    })

    it('tells what is hard to read in the theme, and mends it', async () => {
      const desk = await open([text('a', '甲')])
      await panel(desk).getByRole('button', { name: '颜色', exact: true }).click()
      await panel(desk).getByRole('textbox', { name: '正文', exact: true }).fill('#ffeecc')
      await panel(desk).getByRole('button', { name: '文字对比度' }).click()
      await panel(desk).getByRole('status').getByText('1 处').waitFor()
      await panel(desk)
        .getByRole('button', { name: /^把“正文”改成/ })
        .click()
      await panel(desk).getByRole('status').getByText('都达到 AA').waitFor()
      await panel(desk).getByRole('button', { name: '恢复预设' }).click()
      await expect.poll(async () => (await desk.draft()).theme).toEqual({ preset: (await desk.draft()).theme.preset })
    })

    it('sets how a widget enters and leaves, with every field named, and plays it', async () => {
      const desk = await open([text('a', '甲', { motion: { enter: 'rise', exit: 'fade' } })], '?node=a')
      await panel(desk).getByRole('textbox', { name: '时长', exact: true }).fill('800')
      await panel(desk).getByRole('textbox', { name: '退场时长' }).fill('300')
      await expect.poll(async () => (await desk.draft()).nodes['a']?.motion).toEqual({ enter: 'rise', exit: 'fade', durationMs: 800, exitMs: 300 })
      expect(await findings(desk.tab, '.inspector')).toEqual([])
      await panel(desk).getByRole('button', { name: '播放退场' }).click()
      await expect.poll(() => desk.node('a').getAttribute('class')).toContain('leaving')
    })

    it('draws one node for one edit', async () => {
      const many = Array.from({ length: 200 }, (_, i) => text(`t${i}`, `第 ${i} 行`, { order: `a${String(i).padStart(3, '0')}x` }))
      const desk = await open(many, '?node=t7')
      const renders = (): Promise<number> =>
        desk.tab
          .locator('iframe')
          .evaluate((frame) => (frame as HTMLIFrameElement & { contentWindow: { festoonCanvas: CanvasHandle } }).contentWindow.festoonCanvas.renders)
      await prop(desk, 'text').getByRole('textbox').waitFor()
      const before = await renders()
      await prop(desk, 'align').getByRole('radio', { name: '右' }).click()
      await becomes(desk, 't7', 'align', 'right')
      expect((await renders()) - before).toBe(1)
    })
  },
  60_000,
)
