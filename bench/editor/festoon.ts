import type { BrowserContext } from 'playwright'
import { ordersBetween } from '../../schemas/order'
import type { PageNode } from '../../schemas/page'
import type { CanvasHandle } from '../../renderer/canvas/canvasMessages'
import { standard } from '../../tests/fiveWidgets'
import type { Product } from '../../tests/product'
import { createActivity, openDesk } from '../../tests/studio'
import { count as countCpu, taskMs, untilQuiet } from './cpu'
import { freeHeight, placeOf, textOf, type Layout, type Side } from './sitting'

function nodes(count: number, layout: Layout): PageNode[] {
  const texts = ordersBetween(null, null, count).map((order, i) =>
    standard('text', `t${i}`, { order, props: { ...standard('text', 't').props, text: textOf(i) } }),
  )
  if (layout === 'flow') return texts
  const ground = standard('section', 's', { order: 'a0', props: { ...standard('section', 's').props, layout: 'free', height: freeHeight } })
  return [ground, ...texts.map((text, i) => ({ ...text, parent: 's', frame: placeOf(i) }))]
}

/** This editor, as it is built. */
export function festoon(context: BrowserContext, product: Product): Side {
  return {
    name: 'festoon',
    async open(count, layout) {
      const activity = await createActivity(product, nodes(count, layout))
      const desk = await openDesk(context, product, activity)
      const { tab, frame, node } = desk
      const cdp = await context.newCDPSession(tab)
      await untilQuietAfter(`${product.url}/readyz`)
      const before = await taskMs(cdp)
      await tab.goto(`${product.url}/studio/activities/${activity}/design`, { waitUntil: 'commit' })
      await node(`t${count - 1}`).waitFor({ state: 'attached' })
      const stands = (await taskMs(cdp)) - before
      await untilQuiet(cdp)
      const rests = (await taskMs(cdp)) - before

      async function untilQuietAfter(url: string): Promise<void> {
        await node(`t${count - 1}`).waitFor({ state: 'attached' })
        await tab.goto(url)
        await countCpu(cdp)
        await untilQuiet(cdp)
      }

      return {
        tab,
        cdp,
        opening: { stands, rests },
        stage: tab.locator('.stage'),
        node,
        selected: (wanted) =>
          tab.waitForFunction((all) => document.querySelector<HTMLElement>('.selection')?.dataset['count'] === String(all), wanted).then(() => {}),
        field: tab.locator('.inspector').getByRole('textbox', { name: '文字', exact: true }),
        adds: 'Shift',
        letGo: async () => {
          await tab.keyboard.press('Escape')
          await tab.mouse.up()
        },
        move: () => tab.keyboard.press('ArrowRight'),
        selectAll: () => tab.keyboard.press('Control+a'),
        clear: () => tab.keyboard.press('Escape'),
        drawn: () => frame.locator('html').evaluate(() => (window as Window & { festoonCanvas?: CanvasHandle }).festoonCanvas!.renders),
      }
    },
  }
}
