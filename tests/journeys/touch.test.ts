import type { BrowserContext } from 'playwright'
import { describe, expect, it } from 'vitest'
import type { PageNode } from '../../schemas/page'
import { chromiumPath } from '../browser'
import { standard } from '../fiveWidgets'
import type { Product } from '../product'
import { createActivity, inStudio, openDesk, type Desk, type Point } from '../studio'

const text = (id: string, more: Partial<PageNode> = {}): PageNode => standard('text', id, { order: `a${id}`, ...more })
const free = standard('section', 'f', { order: 'af', props: { ...standard('section', 'f').props, layout: 'free', height: 300 } })
const placed = (id: string, x: number, y: number): PageNode => text(id, { parent: 'f', frame: { x, y, w: 100, h: 60 } })

interface Hand extends Desk {
  /** Fingers go down at the first points and over the others. */
  touch(...steps: readonly (readonly Point[])[]): Promise<void>
  lift(): Promise<void>
  swipe(from: Point, to: Point, start?: () => Promise<void>): Promise<void>
  /** Rests on an item of a list until it is lifted, and moves it. */
  carry(from: Point, to: Point): Promise<void>
  tap(at: Point): Promise<void>
}

/** A tablet without keys or mouse: all that happens, happens by fingers. */
describe.skipIf(!chromiumPath())(
  'designing by touch',
  () => {
    let product: Product
    let context: BrowserContext
    inStudio((studio) => ({ product, context } = studio), { viewport: { width: 1024, height: 768 }, hasTouch: true, isMobile: true })

    async function open(nodes: readonly PageNode[], query = ''): Promise<Hand> {
      const desk = await openDesk(context, product, await createActivity(product, nodes), query)
      const fingers = await context.newCDPSession(desk.tab)
      const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]): Promise<unknown> =>
        fingers.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(({ x, y }, id) => ({ x, y, id })) })
      const lift = async (): Promise<void> => void (await send('touchEnd', []))
      async function touch(...[first, ...others]: readonly (readonly Point[])[]): Promise<void> {
        await send('touchStart', first!)
        for (const points of others) {
          await send('touchMove', points)
          await desk.tab.waitForTimeout(40)
        }
      }
      async function swipe(from: Point, to: Point, start = async (): Promise<void> => {}): Promise<void> {
        await touch([from])
        await start()
        for (let step = 1; step <= 8; step++) await send('touchMove', [{ x: from.x + ((to.x - from.x) * step) / 8, y: from.y + ((to.y - from.y) * step) / 8 }])
        await desk.tab.waitForTimeout(100)
        await lift()
      }
      const carry = (from: Point, to: Point): Promise<void> => swipe(from, to, () => desk.tab.waitForSelector('[data-lifted]').then(() => {}))
      async function tap(at: Point): Promise<void> {
        await touch([at])
        await lift()
      }
      return { ...desk, touch, lift, swipe, carry, tap }
    }

    const frameOf = async (hand: Hand, id: string) => (await hand.draft()).nodes[id]!.frame!

    it('drags a widget out of the palette sideways, or wherever after a rest, undoes and redoes it with buttons that fingers hit, and still scrolls the palette', async () => {
      const hand = await open([text('a'), text('b')])
      const [tile, under] = [await hand.at(hand.tile('button')), await hand.at(hand.node('b'), 0, 8)]
      await hand.touch([tile], [{ ...tile, x: tile.x + 20 }], [{ ...tile, x: tile.x + 60 }], [{ x: under.x - 20, y: under.y }], [under])
      await hand.tab.waitForTimeout(100)
      await hand.lift()
      await expect.poll(hand.shape).toBe('text:a text:b button')
      await hand.carry(tile, await hand.at(hand.node('a'), 0, -8))
      await expect.poll(hand.shape).toBe('button text:a text:b button')
      const undo = hand.tab.getByRole('button', { name: /^撤销/ })
      const { width, height } = (await undo.boundingBox())!
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(32)
      await hand.tap(await hand.at(undo))
      await expect.poll(hand.shape).toBe('text:a text:b button')
      await hand.tap(await hand.at(hand.tab.getByRole('button', { name: /^重做/ })))
      await expect.poll(hand.shape).toBe('button text:a text:b button')

      const list = hand.tab.locator('.palette .list')
      await list.evaluate((element) => (element.style.maxHeight = '260px'))
      const wheel = await hand.at(hand.tile('lottery-wheel'))
      await hand.swipe({ ...wheel, y: wheel.y + 100 }, { ...wheel, y: wheel.y - 40 })
      await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBeGreaterThan(30)
      expect(await hand.shape()).toBe('button text:a text:b button')
    })

    it('drags a symbol of the team as it drags widgets', async () => {
      const content = { root: 'more', nodes: { more: standard('button', 'more', { parent: null }) } }
      await product.api('PUT', '/api/symbols/call', { name: '行动按钮', content }, { 'If-Match': '"0"' })
      const hand = await open([text('a'), text('b')])
      const tile = await hand.at(hand.tab.locator('[data-symbol]'))
      const under = await hand.at(hand.node('b'), 0, 8)
      await hand.touch([tile], [{ ...tile, x: tile.x + 20 }], [{ ...tile, x: tile.x + 60 }], [{ x: under.x - 20, y: under.y }], [under])
      await hand.tab.waitForTimeout(100)
      await hand.lift()
      await expect.poll(hand.shape).toBe('text:a text:b button')
      await hand.carry(tile, await hand.at(hand.node('a'), 0, -8))
      await expect.poll(hand.shape).toBe('button text:a text:b button')
      const list = hand.tab.locator('.palette .list')
      await list.evaluate((element) => (element.style.maxHeight = '260px'))
      await hand.swipe({ ...tile, y: tile.y + 20 }, { ...tile, y: tile.y - 120 })
      await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBeGreaterThan(30)
      expect(await hand.shape()).toBe('button text:a text:b button')
    })

    it('moves what is placed freely, and resizes it by a handle that a finger hits beside', async () => {
      const hand = await open([free, placed('p', 40, 40)])
      const from = await hand.at(hand.node('p'))
      await hand.swipe(from, { x: from.x + 60, y: from.y + 90 })
      await expect.poll(async () => (await frameOf(hand, 'p')).x).toBeGreaterThan(80)
      await hand.tab.locator('[data-selected="p"]').waitFor()
      const before = await frameOf(hand, 'p')
      const corner = await hand.at(hand.tab.locator('[data-handle="se"]'), 12, 12)
      await hand.swipe(corner, { x: corner.x + 40, y: corner.y + 30 })
      await expect.poll(async () => (await frameOf(hand, 'p')).w).toBeGreaterThan(before.w + 25)
      expect((await frameOf(hand, 'p')).x).toBeCloseTo(before.x, 0)
    })

    it('moves the canvas with two fingers, zooms it as they part, and moves it with one beside the page', async () => {
      const hand = await open(['a', 'b', 'c', 'd'].map((id) => standard('poster', id, { order: `a${id}` })))
      const stage = hand.tab.locator('.stage')
      const [top, width] = [() => stage.evaluate((element) => element.scrollTop), async () => (await hand.tab.locator('.stage iframe').boundingBox())!.width]
      const { x, y } = await hand.at(stage)
      const pair = (dy: number, apart: number): readonly Point[] => [
        { x: x - apart, y: y + dy },
        { x: x + apart, y: y + dy },
      ]
      await hand.touch(pair(0, 40), pair(-40, 40), pair(-90, 40), pair(-120, 40))
      await hand.lift()
      await expect.poll(top).toBeGreaterThan(80)
      const was = await width()
      await hand.touch(pair(0, 40), pair(0, 60), pair(0, 80))
      await hand.lift()
      await expect.poll(width).toBeGreaterThan(was * 1.5)
      expect(await hand.tab.locator('[data-selected]').count()).toBe(0)

      await hand.touch(pair(0, 80), pair(0, 50), pair(0, 30))
      await hand.lift()
      const begun = await top()
      const view = (await stage.boundingBox())!
      await hand.swipe({ x: view.x + 32, y }, { x: view.x + 32, y: y - 90 })
      await expect.poll(top).toBeGreaterThan(begun + 40)
    })

    it('opens the menu by a long touch, and a finger that goes on from there drags nothing', async () => {
      const hand = await open([text('a'), text('b')])
      const at = await hand.at(hand.node('b'))
      await hand.touch([at])
      await hand.tab.waitForTimeout(900)
      await hand.lift()
      await hand.tab.getByRole('menu').waitFor()
      await hand.tap(await hand.at(hand.tab.getByRole('menuitem', { name: /^复制一份/ })))
      await expect.poll(hand.shape).toBe('text:a text:b text')

      await hand.touch([at])
      await hand.tab.waitForTimeout(900)
      await hand.tab.getByRole('menu').waitFor()
      await hand.touch([at], [{ x: at.x, y: at.y - 60 }], [{ x: at.x, y: at.y - 90 }])
      await hand.lift()
      expect(await hand.shape()).toBe('text:a text:b text')
    })

    it('draws a marquee where the page is empty', async () => {
      const hand = await open([free, placed('p', 20, 30), placed('q', 20, 130)])
      const from = await hand.at(hand.node('f'), 120, 130)
      const to = await hand.at(hand.node('p'), -40, -40)
      await hand.swipe({ x: from.x, y: (await hand.at(hand.node('f'))).y + 260 }, { x: to.x, y: to.y })
      await expect.poll(() => hand.tab.locator('[data-selected]').count()).toBe(2)
    })

    it('writes a text where it stands after a double tap', async () => {
      const hand = await open([standard('button', 'a')])
      const at = await hand.at(hand.node('a'))
      await hand.tap(at)
      await hand.tap(at)
      await hand.frame.locator('button[contenteditable]').waitFor()
      await hand.tab.keyboard.type('马上参加')
      await hand.tap(await hand.at(hand.tab.locator('.stage'), -180, 200))
      await expect.poll(async () => JSON.stringify((await hand.draft()).nodes['a']!.props)).toContain('马上参加')
    })

    it('scrolls the layers with a swipe, and moves one that a finger has rested on', async () => {
      const many = Array.from({ length: 40 }, (_, i) => text(`t${String(i).padStart(2, '0')}`))
      const hand = await open(many)
      await hand.tap(await hand.at(hand.tab.getByRole('tab').nth(1)))
      const tree = hand.tab.getByRole('tree')
      const row = (id: string) => hand.tab.locator(`[data-row="${id}"]`)
      expect((await row('t00').boundingBox())!.height).toBeGreaterThanOrEqual(32)
      const [low, high] = [await hand.at(row('t10')), await hand.at(row('t04'))]
      await hand.swipe(low, high)
      await expect.poll(() => tree.evaluate((element) => element.scrollTop)).toBeGreaterThan(80)
      const order = async (): Promise<string> => (await hand.shape()).split(' ').slice(0, 4).join(' ')
      expect(await order()).toBe('text:t00 text:t01 text:t02 text:t03')

      await tree.evaluate((element) => element.scrollTo(0, 0))
      const [third, first] = [await hand.at(row('t02')), await hand.at(row('t00'), 0, -14)]
      await hand.carry(third, first)
      await expect.poll(order).toBe('text:t02 text:t00 text:t01 text:t03')
      // The last of the swipe's own way may come after it was set to the top: a pixel, never a line.
      expect(await tree.evaluate((element) => element.scrollTop)).toBeLessThan(4)
    })

    it('opens the panels over the page of a phone, one at a time, and drags out of them', async () => {
      const hand = await open([text('a'), text('b')])
      await hand.tab.setViewportSize({ width: 390, height: 844 })
      await hand.tab.reload()
      await hand.frame.locator('[data-n="root"]').waitFor({ state: 'attached' })
      const [side, inspector] = [hand.tab.locator('.workspace .side'), hand.tab.locator('.inspector')]
      expect([await side.isVisible(), await inspector.isVisible()]).toEqual([false, false])
      await hand.tap(await hand.at(hand.tab.getByRole('button', { name: /^属性面板/ })))
      await inspector.waitFor()
      await hand.tap(await hand.at(hand.tab.getByRole('button', { name: /^左侧面板/ })))
      await side.waitFor()
      expect(await inspector.isVisible()).toBe(false)
      await hand.carry(await hand.at(hand.tile('image')), await hand.at(hand.node('b'), 0, 8))
      await expect.poll(hand.shape).toBe('text:a text:b image')
      const page = await hand.tab.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
      expect(page[0]).toBeLessThanOrEqual(page[1]!)
    })
  },
  60_000,
)
