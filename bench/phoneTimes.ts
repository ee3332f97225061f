import { loadRenderer } from '../tests/loadRenderer'
import type { RenderedPage } from '../renderer/renderPage'
import type { RawTab } from '../tests/debugPipe'
import { wellAnswer } from '../tests/fiveWidgets'
import { manyNodes } from '../tests/manyNodes'
import { startPhoneServer } from '../tests/phoneServer'
import { testWish } from '../tests/renderWorld'
import { told } from './limit'
import { median } from './median'
import { onSlowLine, openPhone, pause, scriptMs, settleMs, trace, type Traced } from './tracedPhone'

/**
 * What a page's script costs a phone, each figure against the same page without script, or against that of five nodes,
 * in the same run and in turns. Wall times are noisy on a busy machine: ratios near 1 say that nothing is lost.
 */
const turns = Number(process.env['FESTOON_BENCH_TURNS'] ?? 9)

/** By how much tasks of the page's main thread took longer than 50 ms of its CPU, together. */
function blockedMs(events: readonly Traced[], url: string): number {
  const parsed = events.find(({ name, args }) => name === 'ParseHTML' && args?.beginData?.url?.startsWith(url))
  return events
    .filter(({ name, pid, tid, ts }) => name.endsWith('RunTask') && pid === parsed?.pid && tid === parsed?.tid && ts! >= (parsed?.ts ?? 0))
    .reduce((sum, { tdur = 0 }) => sum + Math.max(0, tdur / 1000 - 50), 0)
}

async function heapKiB(tab: RawTab): Promise<number> {
  await tab.evaluate('scrollTo(0, 1e6)')
  await pause(500)
  await tab.send('HeapProfiler.collectGarbage')
  return (await tab.send<{ usedSize: number }>('Runtime.getHeapUsage')).usedSize / 1024
}

/** How far things moved while the page woke and filled, and how long its first tap waited: tapped as soon as the wheel is read. */
const probe = `window.shifted = 0
new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (window.shifted += value))).observe({ type: 'layout-shift', buffered: true })
addEventListener('DOMContentLoaded', () => { window.tapped = performance.now(); const at = document.querySelector('[data-click=spin]'); if (at) at.click() })
const ask = fetch; window.fetch = (url, how) => (String(url).includes('plays/draw') && (window.reacted = window.reacted || performance.now()), ask(url, how))`

async function probed(tab: RawTab, url: string): Promise<{ shifted: number; waited: number }> {
  const { identifier } = await tab.send<{ identifier: string }>('Page.addScriptToEvaluateOnNewDocument', { source: probe })
  await tab.send('Page.navigate', { url })
  await pause(settleMs)
  const seen = await tab.evaluate<{ shifted: number; waited: number }>('({ shifted: window.shifted, waited: window.reacted - window.tapped })')
  await tab.send('Page.removeScriptToEvaluateOnNewDocument', { identifier })
  return seen
}

/** When something, and the largest thing, was painted first. */
async function painted(tab: RawTab, url: string): Promise<{ first: number; largest: number }> {
  await tab.send('Page.navigate', { url })
  await pause(settleMs)
  return tab.evaluate<{ first: number; largest: number }>(`new Promise((tell) => new PerformanceObserver((list) => tell({
    first: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    largest: Math.max(...list.getEntries().map(({ startTime }) => startTime)),
  })).observe({ type: 'largest-contentful-paint', buffered: true }))`)
}

const { renderPage } = await loadRenderer()
const still = (page: RenderedPage): RenderedPage => ({ ...page, html: page.html.replace(/<script>[^]*<\/script>/, ''), files: [] })
const [five, many] = [5, 200].map((count) => renderPage(manyNodes(count), testWish())) as [RenderedPage, RenderedPage]
const kinds = { five, fiveStill: still(five), many, manyStill: still(many) }
type Kind = keyof typeof kinds
const measures = ['script', 'heap', 'shifted', 'waited', 'blocked', 'first', 'largest'] as const
type Measure = (typeof measures)[number]

const servers = Object.fromEntries(
  await Promise.all(Object.entries(kinds).map(async ([kind, page]) => [kind, await startPhoneServer(page, wellAnswer)] as const)),
)
const all = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, Object.fromEntries(measures.map((name) => [name, [] as number[]]))])) as Record<
  Kind,
  Record<Measure, number[]>
>
const tab = await openPhone()
await tab.send('HeapProfiler.enable')
// A browser does things of its own when it starts.
await pause(3000)
for (let turn = 0; turn <= turns; turn++) {
  for (const kind of Object.keys(kinds) as Kind[]) {
    const { url } = servers[kind]!
    await tab.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    const events = await trace(tab, url)
    const heap = await heapKiB(tab)
    const { first, largest } = await onSlowLine(tab, () => painted(tab, url))
    await tab.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    const slow = await trace(tab, url)
    const { shifted, waited } = await probed(tab, url)
    // The first turn warms the browser up.
    if (turn === 0) continue
    const found: Record<Measure, number> = { script: scriptMs(events, url), heap, shifted, waited, blocked: blockedMs(slow, url), first, largest }
    for (const name of measures) all[kind][name].push(found[name])
  }
}
await tab.close()
for (const server of Object.values(servers)) await server.close()

const of = (kind: Kind, name: Measure): number => median(all[kind][name])
const net = (kind: 'five' | 'many', name: Measure): number => of(kind, name) - of(`${kind}Still`, name)
console.log(told('script CPU at 200 nodes ÷ at 5, net', net('many', 'script') / net('five', 'script'), 1.3))
console.log(told('early tap to request at 4× CPU', of('five', 'waited'), 100, 'ms'))
console.log(told('taps lost', [...all.five.waited, ...all.many.waited].filter((ms) => !(ms >= 0)).length, 0))
console.log(told('blocked at 4× CPU, above without script', net('five', 'blocked'), 75, 'ms'))
console.log(told('layout shift', Math.max(...all.five.shifted, ...all.many.shifted), 0.01))
console.log(told('heap after all five, above without script', net('five', 'heap'), 200, 'KiB'))
for (const paint of ['first', 'largest'] as const) console.log(told(`${paint} paint ÷ without script`, of('five', paint) / of('fiveStill', paint), 1.2))
