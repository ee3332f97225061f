import type { BrowserContext } from 'playwright'
import { describe, expect, it } from 'vitest'
import { ordersBetween } from '../../schemas/order'
import type { Frame, PageNode } from '../../schemas/page'
import { chromiumPath } from '../browser'
import { standard } from '../fiveWidgets'
import type { Product } from '../product'
import { createActivity, inStudio, openDesk, type Desk } from '../studio'

describe.skipIf(!chromiumPath())(
  'placing precisely',
  () => {
    let product: Product
    let context: BrowserContext
    inStudio((studio) => ({ product, context } = studio))

    const box = (id: string, frame: Frame, order: string): PageNode => standard('button', id, { parent: 's', order, frame })
    const section = standard('section', 's', { parent: 'root', order: 'a0', props: { layout: 'free', look: 'plain', height: 600 } })

    async function open(...boxes: readonly PageNode[]): Promise<Desk> {
      const desk = await openDesk(context, product, await createActivity(product, [section, ...boxes]))
      await desk.tab.keyboard.press('Control+1')
      await desk.node('s').waitFor()
      return desk
    }
    const frameOf = async (desk: Desk, id: string): Promise<Frame> => (await desk.saved(), (await desk.draft()).nodes[id]!.frame!)

    it('turns by the handle, in steps of 15° with Shift, as one step that undo takes back', async () => {
      const desk = await open(box('a', { x: 120, y: 100, w: 120, h: 60 }, 'a0'))
      await desk.select('a')
      const handle = desk.tab.locator('[data-handle="rotate"]')
      const from = await desk.at(handle)
      const centre = await desk.at(desk.node('a'))
      await desk.tab.keyboard.down('Shift')
      await desk.hold(from, { x: centre.x - (from.y - centre.y), y: centre.y + 2 })
      await desk.tab.locator('.selection .tag', { hasText: '90°' }).waitFor()
      await desk.tab.mouse.up()
      await desk.tab.keyboard.up('Shift')
      expect((await frameOf(desk, 'a')).rotate).toBe(90)
      await desk.tab.keyboard.press('Control+z')
      expect(await frameOf(desk, 'a')).toEqual({ x: 120, y: 100, w: 120, h: 60 })
    })

    it('selects what a marquee touches; Shift adds, Escape gives the old selection back', async () => {
      const desk = await open(
        box('a', { x: 20, y: 20, w: 80, h: 50 }, 'a0'),
        box('b', { x: 200, y: 20, w: 80, h: 50 }, 'a1'),
        box('c', { x: 20, y: 300, w: 80, h: 50 }, 'a2'),
      )
      const sheet = (await desk.tab.locator('[data-stage]').boundingBox())!
      const at = (x: number, y: number) => ({ x: sheet.x + x, y: sheet.y + y })
      const chosen = () => desk.tab.locator('[data-selected]').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['selected']))
      await desk.drag({ x: sheet.x - 30, y: sheet.y + 8 }, at(150, 120))
      expect(await chosen()).toEqual(['a'])
      await desk.tab.keyboard.down('Shift')
      await desk.drag({ x: sheet.x + sheet.width + 30, y: sheet.y + 8 }, at(190, 120))
      await desk.tab.keyboard.up('Shift')
      expect((await chosen()).sort()).toEqual(['a', 'b'])
      await desk.hold({ x: sheet.x - 30, y: sheet.y + 290 }, at(120, 380))
      expect(await chosen()).toEqual(['c'])
      await desk.tab.keyboard.press('Escape')
      await desk.tab.mouse.up()
      expect((await chosen()).sort()).toEqual(['a', 'b'])
    })

    it('selects with a marquee in the empty room of what places freely; once selected, that is moved', async () => {
      const desk = await open(box('a', { x: 60, y: 60, w: 80, h: 50 }, 'a0'), box('b', { x: 200, y: 60, w: 80, h: 50 }, 'a1'))
      const sheet = (await desk.tab.locator('[data-stage]').boundingBox())!
      const at = (x: number, y: number) => ({ x: sheet.x + x, y: sheet.y + y })
      const chosen = () => desk.tab.locator('[data-selected]').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['selected']))
      await desk.drag(at(20, 20), at(150, 120))
      expect(await chosen()).toEqual(['a'])
      await desk.tab.keyboard.down('Shift')
      await desk.drag(at(320, 20), at(260, 120))
      await desk.tab.keyboard.up('Shift')
      expect((await chosen()).sort()).toEqual(['a', 'b'])
      await desk.tab.mouse.click(at(20, 300).x, at(20, 300).y)
      expect(await chosen()).toEqual(['s'])
      await desk.hold(at(20, 300), at(20, 340))
      expect(await desk.tab.locator('.marquee').count()).toBe(0)
      await desk.tab.keyboard.press('Escape')
      await desk.tab.mouse.up()
    })

    it('everything is selected but for what is locked, so that the rest can be moved and deleted', async () => {
      const locked = { ...box('l', { x: 20, y: 200, w: 80, h: 50 }, 'a2'), locked: true }
      const desk = await open(box('a', { x: 60, y: 60, w: 80, h: 50 }, 'a0'), box('b', { x: 200, y: 60, w: 80, h: 50 }, 'a1'), locked)
      await desk.select('a')
      await desk.tab.keyboard.press('Control+a')
      expect(await desk.tab.locator('[data-selected]').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['selected']))).toEqual(['a', 'b'])
      await desk.tab.keyboard.press('Delete')
      await desk.saved()
      expect(await desk.shape()).toBe('section:s(button:l)')
    })

    describe('what lands stays where it was let go', () => {
      const frame = { x: 40, y: 40, w: 80, h: 40 }
      const inside = (holder: PageNode): PageNode[] => [holder, standard('button', 'a', { parent: holder.id, order: 'a0', frame })]
      it.each([
        ['a card', inside(standard('section', 'h', { order: 'a1', props: { layout: 'free', look: 'card', height: 300, title: '标题' } }))],
        ['a section with a margin', inside(standard('section', 'h', { order: 'a1', props: { layout: 'free', height: 300, margin: { left: 40, top: 20 } } }))],
        ['a popup', inside(standard('overlay', 'h', { order: 'a1', props: { title: '弹窗', place: 'middle', layout: 'free', height: 300 } }))],
      ] as const)('in %s', async (_name, nodes) => {
        const desk = await openDesk(context, product, await createActivity(product, nodes), '?node=a')
        await desk.tab.locator('[data-selected="a"]').waitFor()
        const from = await desk.at(desk.node('a'))
        await desk.tab.keyboard.down('Control')
        await desk.hold(from, { x: from.x + 120, y: from.y + 90 })
        const seen = (await desk.node('a').boundingBox())!
        await desk.tab.mouse.up()
        await desk.tab.keyboard.up('Control')
        await desk.saved()
        const landed = (await desk.node('a').boundingBox())!
        for (const side of ['x', 'y', 'width', 'height'] as const) expect(Math.abs(landed[side] - seen[side])).toBeLessThanOrEqual(0.6)
      })

      it('a button out of a flow as wide as it is seen, and so when its container begins to place freely', async () => {
        const nodes = [section, standard('section', 'h', { order: 'a1', props: { layout: 'flow', look: 'plain' } }), standard('button', 'go', { parent: 'h' })]
        const desk = await openDesk(context, product, await createActivity(product, nodes))
        const button = desk.node('go').locator('button')
        const [from, seen] = [await desk.at(button), (await button.boundingBox())!]
        await desk.tab.keyboard.down('Control')
        await desk.drag(from, { x: from.x - 60, y: from.y - 200 })
        await desk.tab.keyboard.up('Control')
        await desk.saved()
        expect(await desk.shape()).toBe('section:s(button:go) section:h')
        const landed = (await button.boundingBox())!
        for (const [is, was] of [
          [landed.x, seen.x - 60],
          [landed.width, seen.width],
        ] as const)
          expect(Math.abs(is - was)).toBeLessThanOrEqual(1)
      })
    })

    describe('many nodes', () => {
      const orders = ordersBetween(null, null, 120)
      const place = (i: number): Frame => ({ x: (i % 10) * 36, y: Math.floor(i / 10) * 48, w: 30, h: 40 })
      const many = orders.map((order, i) => standard('text', `t${i}`, { parent: 's', order, frame: place(i) }))

      it('are outlined by one picture when all are selected, each where it stands', async () => {
        const desk = await open(...many)
        await desk.select('t3')
        await desk.tab.keyboard.press('Control+a')
        await desk.tab.locator('.selection[data-count="120"]').waitFor()
        const [sheet, last] = [(await desk.tab.locator('[data-stage]').boundingBox())!, (await desk.node('t119').boundingBox())!]
        const boxes = await desk.tab.locator('.selection .many path:not(.halo):not(.locked)').evaluate((path) => path.getAttribute('d')!.split('M').slice(1))
        expect(boxes).toHaveLength(120)
        const [x, y] = boxes[119]!.split(/[ L]/).map(Number)
        expect(Math.abs(x! - (last.x - sheet.x))).toBeLessThanOrEqual(1)
        expect(Math.abs(y! - (last.y - sheet.y))).toBeLessThanOrEqual(1)
        await desk.select('t3')
        expect(await desk.tab.locator('.selection .many').count()).toBe(0)
      })

      it('are parted in bands, out of which what is dragged rises above all of them', async () => {
        const desk = await open(...many)
        const layerOf = () => desk.node('t5').evaluate((element) => getComputedStyle(element.closest('.cv-band')!).zIndex)
        expect(await layerOf()).toBe('0')
        const from = await desk.at(desk.node('t5'))
        await desk.hold(from, { x: from.x, y: from.y + 200 })
        expect(await layerOf()).toBe('auto')
        await desk.tab.keyboard.press('Escape')
        await desk.tab.mouse.up()
        expect(await layerOf()).toBe('0')
      })
    })

    it('a move of the pointer draws nothing anew: what goes along is moved as it is', async () => {
      const desk = await open(box('a', { x: 20, y: 40, w: 80, h: 50 }, 'a0'), box('b', { x: 200, y: 300, w: 80, h: 50 }, 'a1'))
      const from = await desk.at(desk.node('b'))
      await desk.hold(from, { x: from.x, y: from.y - 40 })
      const changes = await desk.tab.evaluate(() => {
        const seen: string[] = []
        const note = (all: MutationRecord[]): void => {
          // Numbers come and go with the pace of the hand, and leave a mark in their place.
          const isNumber = (node: Node): boolean => node.nodeType === Node.COMMENT_NODE || (node instanceof Element && node.className.startsWith('gap'))
          for (const { target, addedNodes, removedNodes } of all)
            if (![...addedNodes, ...removedNodes].some(isNumber)) seen.push(`${target.nodeName} ${(target as Element).className}`)
        }
        for (const page of [document, document.querySelector('iframe')!.contentDocument!])
          new MutationObserver(note).observe(page.body, { childList: true, characterData: true, subtree: true })
        return Object.assign(window, { changes: seen }).changes.length
      })
      for (let i = 1; i <= 20; i++) await desk.tab.mouse.move(from.x - (i % 2) * 40, from.y - 40 - i * 8)
      const seen = (await desk.node('b').boundingBox())!
      expect(Math.abs(seen.y + seen.height / 2 - (from.y - 200))).toBeLessThan(8)
      expect(changes).toBe(0)
      expect(await desk.tab.evaluate(() => (window as Window & { changes?: string[] }).changes)).toEqual([])
      await desk.tab.keyboard.press('Escape')
      await desk.tab.mouse.up()
      expect(await desk.node('b').evaluate((element) => [element.getAnimations().length, element.style.willChange])).toEqual([0, ''])
    })

    it('a long page is painted near the view, wherever one jumps, and looks the same as painted altogether', async () => {
      const desk = await open(box('a', { x: 20, y: 40, w: 80, h: 50 }, 'a0'), box('z', { x: 20, y: 6000, w: 80, h: 50 }, 'a1'))
      const canvas = desk.tab.locator('.stage iframe')
      const clip = () => canvas.evaluate((element) => getComputedStyle(element).clipPath)
      expect(await clip()).toMatch(/^inset\(-\d+px -1px calc\(100% - \d+px\)\)$/)
      expect((await desk.node('z').boundingBox())!.y - (await desk.node('a').boundingBox())!.y).toBeCloseTo(5960, 0)
      await desk.tab.locator('.stage').evaluate((element) => element.scrollTo(0, element.scrollHeight))
      await expect.poll(clip).toMatch(/^inset\([1-9]\d*px -1px calc\(100% - \d+px\)\)$/)
      const seen = () => desk.tab.locator('.stage').screenshot()
      const near = await seen()
      await desk.tab.addStyleTag({ content: '.stage iframe { clip-path: none !important }' })
      expect((await seen()).equals(near)).toBe(true)
    })

    it('rests in equal gaps and shows their length; with Ctrl it rests nowhere', async () => {
      const desk = await open(
        box('a', { x: 20, y: 40, w: 60, h: 50 }, 'a0'),
        box('b', { x: 110, y: 40, w: 60, h: 50 }, 'a1'),
        box('c', { x: 240, y: 200, w: 60, h: 56 }, 'a2'),
      )
      const from = await desk.at(desk.node('c'))
      // 30 px from b would be 200; the hand stops at 203, and a little off the row's own lines.
      await desk.hold(from, { x: from.x - 37, y: from.y - 147 })
      await desk.tab.locator('.gaps .gap.x span', { hasText: '30' }).first().waitFor()
      expect(await desk.tab.locator('.gaps:not(.quiet) .gap.x').count()).toBe(2)
      await desk.tab.mouse.up()
      expect((await frameOf(desk, 'c')).x).toBe(200)
      const again = await desk.at(desk.node('c'))
      await desk.tab.keyboard.down('Control')
      await desk.drag(again, { x: again.x + 3, y: again.y + 40 })
      await desk.tab.keyboard.up('Control')
      expect((await frameOf(desk, 'c')).x).toBe(203)
    })

    it('drags a copy with Alt, and leaves the original', async () => {
      const desk = await open(box('a', { x: 20, y: 40, w: 80, h: 50 }, 'a0'))
      const from = await desk.at(desk.node('a'))
      await desk.tab.keyboard.down('Alt')
      await desk.drag(from, { x: from.x + 150, y: from.y + 203 })
      await desk.tab.keyboard.up('Alt')
      await desk.saved()
      const frames = Object.values((await desk.draft()).nodes).flatMap(({ parent, frame }) => (parent === 's' ? [frame] : []))
      expect(frames).toHaveLength(2)
      expect(frames[0]).toEqual({ x: 20, y: 40, w: 80, h: 50 })
      expect(frames[1]!.y).toBeGreaterThan(200)
      await desk.tab.keyboard.press('Control+z')
      await desk.saved()
      expect(Object.values((await desk.draft()).nodes).filter(({ parent }) => parent === 's')).toHaveLength(1)
    })

    it('groups and ungroups by keys without moving anything, and resizes several together', async () => {
      const desk = await open(box('a', { x: 20, y: 40, w: 60, h: 50 }, 'a0'), box('b', { x: 120, y: 100, w: 60, h: 50 }, 'a1'))
      await desk.select('a')
      await desk.tab.keyboard.press('Control+a')
      // The group's own width is written in hundredths of a per cent.
      const placeOf = async (): Promise<number[]> => Object.values((await desk.node('b').boundingBox())!)
      const before = (await placeOf()).map((px) => expect.closeTo(px, 0) as number)
      await desk.tab.keyboard.press('Control+g')
      await desk.saved()
      expect(await desk.shape()).toMatch(/^section:s\(section(?::group)?[^(]*\(button:a button:b\)\)$/)
      expect(await placeOf()).toEqual(before)
      await desk.tab.keyboard.press('Control+Shift+g')
      await desk.saved()
      expect(await desk.shape()).toBe('section:s(button:a button:b)')
      expect(await placeOf()).toEqual(before)
      const corner = await desk.at(desk.tab.locator('.selection .all [data-handle="se"]'))
      await desk.tab.keyboard.down('Control')
      await desk.drag(corner, { x: corner.x + 160, y: corner.y + 110 })
      await desk.tab.keyboard.up('Control')
      expect(await frameOf(desk, 'a')).toMatchObject({ x: 20, y: 40, w: 120, h: 100 })
      expect(await frameOf(desk, 'b')).toMatchObject({ x: 220, y: 160, w: 120, h: 100 })
    })

    it('measures to what the pointer is over while Alt is held', async () => {
      const desk = await open(box('a', { x: 20, y: 40, w: 80, h: 50 }, 'a0'), box('b', { x: 160, y: 40, w: 80, h: 50 }, 'a1'))
      await desk.select('a')
      const over = await desk.at(desk.node('b'))
      await desk.tab.mouse.move(over.x, over.y)
      await desk.tab.keyboard.down('Alt')
      await desk.tab.locator('.gaps .gap.x span', { hasText: '60' }).waitFor()
      await desk.tab.keyboard.up('Alt')
      await expect.poll(() => desk.tab.locator('.gaps .gap').count()).toBe(0)
    })

    it('has guidelines that are drawn out of the rulers, hold what is dragged, and outlive a reload', async () => {
      const desk = await open(box('a', { x: 20, y: 40, w: 80, h: 50 }, 'a0'))
      await desk.tab.keyboard.press('Shift+R')
      const ruler = (await desk.tab.locator('.ruler.y').boundingBox())!
      const sheet = (await desk.tab.locator('[data-stage]').boundingBox())!
      await desk.drag({ x: ruler.x + 10, y: ruler.y + 200 }, { x: sheet.x + 187, y: ruler.y + 220 })
      const line = desk.tab.locator('.guideline.x')
      expect(await line.getAttribute('aria-label')).toContain('187')
      const from = await desk.at(desk.node('a'))
      await desk.drag(from, { x: from.x + 165, y: from.y + 163 })
      expect((await frameOf(desk, 'a')).x).toBe(187)
      await line.focus()
      await desk.tab.keyboard.press('ArrowRight')
      expect(await line.getAttribute('aria-label')).toContain('188')
      await desk.tab.keyboard.press('Delete')
      expect(await line.count()).toBe(0)
    })

    it('pans with Space, and zooms by keys, by Ctrl and the wheel, to the selection', async () => {
      const desk = await open(box('a', { x: 20, y: 400, w: 80, h: 50 }, 'a0'))
      const top = () => desk.tab.locator('.stage').evaluate((stage) => stage.scrollTop)
      const stage = (await desk.tab.locator('.stage').boundingBox())!
      await desk.tab.keyboard.press('Control+=')
      await desk.tab.keyboard.press('Control+=')
      await desk.tab.mouse.move(stage.x + 300, stage.y + 400)
      await desk.tab.keyboard.down('Space')
      await desk.drag({ x: stage.x + 300, y: stage.y + 400 }, { x: stage.x + 300, y: stage.y + 250 })
      await desk.tab.keyboard.up('Space')
      await expect.poll(top).toBeGreaterThan(100)
      expect((await desk.draft()).nodes['a']!.frame).toEqual({ x: 20, y: 400, w: 80, h: 50 })
      await desk.select('a')
      await desk.tab.keyboard.press('Shift+Digit2')
      await expect.poll(async () => (await desk.node('a').boundingBox())!.width).toBeGreaterThan(250)
    })
  },
  240_000,
)
