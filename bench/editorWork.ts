import type { BrowserContext } from 'playwright'
import { launchBrowser } from '../tests/browser'
import { startProduct } from '../tests/product'
import { signedIn } from '../tests/studio'
import { count as countCpu, msEach } from './editor/cpu'
import { festoon } from './editor/festoon'
import { counts, type Side } from './editor/sitting'
import { tmagic } from './editor/tmagic'
import { allSelected, dragged, edited, undone } from './editor/work'

/** What work in the editor costs its main thread, beside tmagic-editor on the same page: ms of CPU. */
type Costs = { readonly [work: string]: number }

async function costsOf(side: Side, count: number): Promise<Costs> {
  console.error(`${side.name}, ${count} nodes …`)
  const free = await side.open(count, 'free')
  const freely = await dragged(free)
  const { edit, key, script, later, drawn } = await edited(free)
  const undo = await undone(free)
  const all = await allSelected(free, count)
  const { stands, rests } = free.opening
  await free.tab.close({ runBeforeUnload: false })
  const flow = await side.open(count, 'flow')
  const inFlow = await dragged(flow)
  const flowing = await edited(flow)
  await flow.tab.close({ runBeforeUnload: false })
  return {
    'open, until the last node stands': stands,
    'open, until nothing more happens': rests,
    'open, in flow': flow.opening.stands,
    'drag a move, free, snapping': freely,
    'drag a move, flow': inFlow,
    'edit, free': edit,
    'edit, flow': flowing.edit,
    'edit, free, script alone': script,
    'edit, a moment later (20 edits)': later,
    'edit, nodes drawn': drawn,
    'a key in a text field': key,
    'undo a move of ten': undo,
    'select all': all,
  }
}

/** What a key costs in a bare field of an empty page: what the browser takes by itself. */
async function bareKey(context: BrowserContext): Promise<number> {
  const tab = await context.newPage()
  await tab.setContent('<input>')
  await tab.locator('input').focus()
  const cdp = await context.newCDPSession(tab)
  await countCpu(cdp)
  const type = (): Promise<void> => tab.keyboard.insertText('x')
  await msEach(cdp, 10, type)
  const cost = await msEach(cdp, 20, type)
  await tab.close()
  return cost
}

const told = (ms: number | undefined): string => (ms === undefined ? '–' : ms.toFixed(ms < 100 ? 2 : 0)).padStart(8)

function printTable(sides: readonly { readonly name: string; readonly costs: readonly Costs[] }[]): void {
  const works = Object.keys(sides[0]!.costs[0]!)
  const width = Math.max(...works.map(({ length }) => length))
  console.log(
    `${'main-thread CPU, ms'.padEnd(width)} | ${sides.flatMap(({ name }) => counts.map((count) => `${name.slice(0, 1)} ${count}`.padStart(8))).join(' ')}`,
  )
  for (const work of works) console.log(`${work.padEnd(width)} | ${sides.flatMap(({ costs }) => counts.map((_, i) => told(costs[i]?.[work]))).join(' ')}`)
}

function printLimits(mine: readonly Costs[], theirs: readonly Costs[], bare: number): void {
  const [few, many] = [mine[1]!, mine[2]!]
  const line = (what: string, is: number, limit: number, unit = 'ms'): void =>
    console.log(`${is <= limit ? 'met   ' : 'MISSED'} ${what}: ${is.toFixed(2)} (limit ${limit.toFixed(2)} ${unit})`)
  for (const work of ['drag a move, free, snapping', 'drag a move, flow']) {
    line(`${work}, 2,000 nodes`, many[work]!, 4)
    line(`${work}, 2,000 : 500`, many[work]! / few[work]!, 2, 'times')
  }
  line('edit in flow, 2,000 nodes', many['edit, flow']!, 2)
  line('edit placed freely, 2,000 nodes', many['edit, free']!, 2)
  console.log(`       the same key in a bare field of an empty page takes the browser ${bare.toFixed(2)} ms`)
  line('nodes drawn for an edit, 2,000 nodes', many['edit, nodes drawn']!, 1, 'node')
  line('undo a move of ten, 2,000 nodes', many['undo a move of ten']!, 10)
  const open = 'open, until the last node stands'
  if (theirs[2]) line('opening 2,000 nodes : tmagic', many[open]! / theirs[2][open]!, 0.5, 'times')
}

async function costsAtAll(side: Side): Promise<Costs[]> {
  const all: Costs[] = []
  for (const count of counts) all.push(await costsOf(side, count))
  return all
}

const product = await startProduct()
const browser = await launchBrowser()
try {
  const context = await signedIn(browser, product)
  const bare = await bareKey(context)
  const mine = await costsAtAll(festoon(context, product))
  const theirs = await tmagicCosts(context)
  printTable([{ name: 'festoon', costs: mine }, ...(theirs.length ? [{ name: 'tmagic', costs: theirs }] : [])])
  printLimits(mine, theirs, bare)
} finally {
  await browser.close()
  await product.stop()
}

/** Where its packages cannot be had, the rest is measured all the same. */
async function tmagicCosts(context: BrowserContext): Promise<Costs[]> {
  try {
    const side = await tmagic(context)
    const costs = await costsAtAll(side)
    side.stop()
    return costs
  } catch (error) {
    console.log(`tmagic-editor was not measured: ${String(error).split('\n')[0]}`)
    return []
  }
}
