import { parseArgs } from 'node:util'
import type { BrowserContext } from 'playwright'
import { launchBrowser } from '../tests/browser'
import { startProduct } from '../tests/product'
import { signedIn } from '../tests/studio'
import { heapMiB } from './editor/cpu'
import { festoon } from './editor/festoon'
import { floorOf, type Floor } from './editor/floor'
import { counts as allCounts, type Side } from './editor/sitting'
import { tmagic } from './editor/tmagic'
import { allSelected, dragged, edited, undone } from './editor/work'

/**
 * What work in the editor costs its main thread, beside tmagic-editor on the same page: ms of CPU of everything that the
 * tab does for it, the canvas in its frame and the browser's own layout, painting and answers to the driver included.
 * `--mine` leaves the other out, `--counts 50,2000` takes some sizes, `--free` leaves out what stands in flow.
 */
const { values: wish } = parseArgs({ options: { mine: { type: 'boolean' }, free: { type: 'boolean' }, counts: { type: 'string' } } })
const counts: readonly number[] = wish.counts?.split(',').map(Number) ?? allCounts
type Costs = { readonly [work: string]: number }

async function costsOf(side: Side, count: number): Promise<Costs> {
  console.error(`${side.name}, ${count} nodes …`)
  const free = await side.open(count, 'free')
  const heap = await heapMiB(free.cdp)
  const freely = await dragged(free, 'free')
  const slowly = await dragged(free, 'free', 'slow')
  const { edit, key, script, later, sent, drawn } = await edited(free)
  const undo = await undone(free)
  const all = await allSelected(free, count)
  const { stands, rests } = free.opening
  await free.tab.close({ runBeforeUnload: false })
  return {
    'open, until the last node stands': stands,
    'open, until nothing more happens': rests,
    'heap of script, MiB': heap,
    'drag a move, free, snapping': freely,
    'drag a move, free, px by px': slowly,
    'edit, free': edit,
    'edit, free, script alone': script,
    'edit, a moment later (20 edits)': later,
    'edit, kB sent (20 edits)': sent,
    'edit, nodes drawn': drawn,
    'a key in a text field': key,
    'undo a move of ten': undo,
    'select all': all,
    ...(wish.free ? {} : await flowing(side, count)),
  }
}

async function flowing(side: Side, count: number): Promise<Costs> {
  const flow = await side.open(count, 'flow')
  const drag = await dragged(flow, 'flow')
  const { edit } = await edited(flow)
  await flow.tab.close({ runBeforeUnload: false })
  return { 'open, in flow': flow.opening.stands, 'drag a move, flow': drag, 'edit, flow': edit }
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

function line(what: string, is: number, limit: number, unit = 'ms'): void {
  console.log(`${is <= limit ? 'met   ' : 'MISSED'} ${what}: ${is.toFixed(2)} (limit ${limit.toFixed(2)} ${unit})`)
}

/** What the browser takes by itself is beside each limit, as no editor can go below it. */
function printLimits(mine: readonly Costs[], theirs: readonly Costs[], floor: Floor): void {
  const at = (count: number): Costs | undefined => mine[counts.indexOf(count)]
  const [few, some, many] = [at(50), at(500), at(2000)]
  console.log(
    `       a bare page takes: a move ${floor.drag.toFixed(2)}, a letter put in a field ${floor.edit.toFixed(2)}, a key ${floor.key.toFixed(2)}, a chord that writes a letter ${floor.chord.toFixed(2)} ms`,
  )
  console.log(
    `       a bare page of 2,000 texts takes: a letter that one of them shows ${floor.shown.toFixed(2)}, a chord that moves ten ${floor.ten.toFixed(2)} ms`,
  )
  if (!many) return
  const one = (work: string, limit: number, bare: number): void => {
    if (many[work] === undefined) return
    line(`${work}, 2,000 nodes`, many[work], limit)
    console.log(`       above the bare page: ${(many[work] - bare).toFixed(2)}`)
    const of = some?.[work]
    if (of !== undefined) line(`${work}, 2,000 : 500`, many[work] / of, 2, 'times')
  }
  one('drag a move, free, snapping', 4, floor.drag)
  one('drag a move, flow', 4, floor.drag)
  one('edit, free', 2, floor.shown)
  one('edit, flow', 2, floor.shown)
  one('undo a move of ten', 10, floor.ten)
  line('nodes drawn for an edit, 2,000 nodes', many['edit, nodes drawn']!, 1, 'node')
  if (few) line('heap at 2,000 nodes above that at 50', many['heap of script, MiB']! - few['heap of script, MiB']!, 30, 'MiB')
  const [open, their] = ['open, until the last node stands', theirs[counts.indexOf(2000)]]
  if (their) line('opening 2,000 nodes : tmagic', many[open]! / their[open]!, 0.5, 'times')
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
  const floor = await floorOf(context)
  const mine = await costsAtAll(festoon(context, product))
  const theirs = wish.mine ? [] : await tmagicCosts(context)
  printTable([{ name: 'festoon', costs: mine }, ...(theirs.length ? [{ name: 'tmagic', costs: theirs }] : [])])
  printLimits(mine, theirs, floor)
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
