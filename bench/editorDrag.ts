import type { BrowserContext, CDPSession, Locator } from 'playwright'
import { launchBrowser } from '../tests/browser'
import { standard } from '../tests/fiveWidgets'
import { startProduct, type Product } from '../tests/product'
import { createActivity, openDesk, signedIn, type Desk } from '../tests/studio'
import type { Frame, PageNode } from '../schemas/page'
import { ordersBetween } from '../schemas/order'

/** What a drag over, and an edit among, 500 and 2,000 siblings costs the editor's main thread: ms of work a pointer move and an edit. */
const moves = 60
const edits = 20
const limits = { ratio: 2, moveMs: 4 }

function crowd(count: number): PageNode[] {
  const orders = ordersBetween(null, null, count)
  return orders.map((order, i) => standard('text', `t${i}`, { order, props: { ...standard('text', 't').props, text: `第 ${i} 行` } }))
}

/** The same number of them, placed freely in rows of twenty. */
function freeCrowd(count: number): PageNode[] {
  const place = (i: number): Frame => ({ x: (i % 20) * 18 + 8, y: Math.floor(i / 20) * 38 + 8, w: 13, h: 27 })
  const boxes = crowd(count).map((node, i) => ({ ...node, parent: 's', frame: place(i) }))
  return [standard('section', 's', { order: 'a0', props: { ...standard('section', 's').props, layout: 'free', height: 3900 } }), ...boxes]
}

/** Seconds that the page's tasks have taken so far, by the browser's own count. */
async function taskSeconds(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')!.value
}

async function msOf(cdp: CDPSession, times: number, work: () => Promise<void>): Promise<number> {
  const before = await taskSeconds(cdp)
  await work()
  return (((await taskSeconds(cdp)) - before) * 1000) / times
}

async function dragCost(desk: Desk, cdp: CDPSession, held: Locator): Promise<number> {
  const stage = (await desk.tab.locator('.stage').boundingBox())!
  const y = (i: number): number => stage.y + 80 + ((i * 7) % (stage.height - 160))
  await desk.hold(await desk.at(held), { x: stage.x + stage.width / 2, y: y(0) })
  const cost = await msOf(cdp, moves, async () => {
    for (let i = 0; i < moves; i++) await desk.tab.mouse.move(stage.x + stage.width / 2 + (i % 5), y(i))
  })
  await desk.tab.keyboard.press('Escape')
  await desk.tab.mouse.up()
  return cost
}

async function editCost(desk: Desk, cdp: CDPSession): Promise<number> {
  await desk.select('t3')
  const field = desk.tab.locator('.inspector').getByRole('textbox', { name: '文字', exact: true })
  await field.focus()
  return msOf(cdp, edits, async () => {
    for (let i = 0; i < edits; i++) await desk.tab.keyboard.type('x')
  })
}

interface Cost {
  /** ms of a move with a new widget over siblings in flow, and with one of many that are placed freely, which snap. */
  readonly move: number
  readonly free: number
  readonly edit: number
}

async function costsAmong(count: number, context: BrowserContext, product: Product): Promise<Cost> {
  const open = async (nodes: readonly PageNode[]): Promise<readonly [Desk, CDPSession]> => {
    const desk = await openDesk(context, product, await createActivity(product, nodes))
    await desk.node(`t${count - 1}`).waitFor({ state: 'attached' })
    const cdp = await context.newCDPSession(desk.tab)
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
    return [desk, cdp]
  }
  const [flow, flowing] = await open(crowd(count))
  await dragCost(flow, flowing, flow.tile('button'))
  const move = await dragCost(flow, flowing, flow.tile('button'))
  const edit = await editCost(flow, flowing)
  await flow.tab.close()
  const [free, placing] = await open(freeCrowd(count))
  await dragCost(free, placing, free.node('t45'))
  const cost = { move, edit, free: await dragCost(free, placing, free.node('t45')) }
  await free.tab.close()
  return cost
}

const product = await startProduct()
const browser = await launchBrowser()
try {
  const context = await signedIn(browser, product)
  const costs: Cost[] = []
  for (const count of [500, 2000]) {
    const cost = await costsAmong(count, context, product)
    costs.push(cost)
    console.log(
      `${count} siblings: ${cost.move.toFixed(2)} ms a pointer move in flow, ${cost.free.toFixed(2)} ms placed freely, ${cost.edit.toFixed(2)} ms an edit`,
    )
  }
  const [few, many] = [costs[0]!, costs[1]!]
  const grown = (key: keyof Cost): string => (many[key] / few[key]).toFixed(2)
  console.log(`2,000 : 500 a move in flow ${grown('move')}, placed freely ${grown('free')} (limit ${limits.ratio}), an edit ${grown('edit')}`)
  console.log(`a move at 2,000 is ${(Math.max(many.move, many.free) / limits.moveMs).toFixed(2)} of ${limits.moveMs} ms`)
} finally {
  await browser.close()
  await product.stop()
}
