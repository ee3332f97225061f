import type { CDPSession } from 'playwright'
import { launchBrowser } from '../tests/browser'
import { standard } from '../tests/fiveWidgets'
import { startProduct } from '../tests/product'
import { createActivity, openDesk, signedIn, type Desk } from '../tests/studio'
import type { PageNode } from '../schemas/page'
import { ordersBetween } from '../schemas/order'

/** What a drag over, and an edit among, 500 and 2,000 siblings costs the editor's main thread: ms of work a pointer move and an edit. */
const moves = 60
const edits = 20
const limits = { ratio: 2, moveMs: 4 }

function crowd(count: number): PageNode[] {
  const orders = ordersBetween(null, null, count)
  return orders.map((order, i) => standard('text', `t${i}`, { order, props: { ...standard('text', 't').props, text: `第 ${i} 行` } }))
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

async function dragCost(desk: Desk, cdp: CDPSession): Promise<number> {
  const stage = (await desk.tab.locator('.stage').boundingBox())!
  const y = (i: number): number => stage.y + 80 + ((i * 7) % (stage.height - 160))
  await desk.hold(await desk.at(desk.tile('button')), { x: stage.x + stage.width / 2, y: y(0) })
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

const product = await startProduct()
const browser = await launchBrowser()
try {
  const context = await signedIn(browser, product)
  const costs: { move: number; edit: number }[] = []
  for (const count of [500, 2000]) {
    const desk = await openDesk(context, product, await createActivity(product, crowd(count)))
    await desk.node(`t${count - 1}`).waitFor({ state: 'attached' })
    const cdp = await context.newCDPSession(desk.tab)
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
    await dragCost(desk, cdp)
    const cost = { move: await dragCost(desk, cdp), edit: await editCost(desk, cdp) }
    costs.push(cost)
    console.log(`${count} siblings: ${cost.move.toFixed(2)} ms a pointer move, ${cost.edit.toFixed(2)} ms an edit`)
    await desk.tab.close()
  }
  const [few, many] = [costs[0]!, costs[1]!]
  console.log(
    `2,000 : 500 a move ${(many.move / few.move).toFixed(2)} (limit ${limits.ratio}), an edit ${(many.edit / few.edit).toFixed(2)}; a move at 2,000 is ${(many.move / limits.moveMs).toFixed(2)} of ${limits.moveMs} ms`,
  )
} finally {
  await browser.close()
  await product.stop()
}
