import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { RenderedPage } from '../renderer/renderPage'
import { chromiumPath } from '../tests/browser'
import { openRawTab, type RawTab } from '../tests/debugPipe'
import { fiveWidgets, wellAnswer } from '../tests/fiveWidgets'
import { loadRenderer } from '../tests/loadRenderer'
import { startPhoneServer } from '../tests/phoneServer'
import { testWish } from '../tests/renderWorld'

/** Script CPU of the five-widget page, and the time until its wheel reacts, over those of a hand-written page and of the same page without script; in turns, on a phone's screen. */
const turns = 9
const settleMs = 1500

interface Traced {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** Thread time and how much of it was used, in µs. */
  readonly tts?: number
  readonly tdur?: number
  readonly args?: { readonly beginData?: { readonly url?: string } }
}

/** Everything that runs script: compiling, evaluating, callbacks, and what promises do between tasks. */
const isScript =
  /^(EvaluateScript|FunctionCall|TimerFire|EventDispatch|FireIdleCallback|FireAnimationFrame|RunMicrotasks|BlinkScheduler_PerformMicrotaskCheckpoint|v8\.(compile|run|callFunction|evaluateModule)\w*)$/

/** Script time of a page's main thread in ms, from its trace: the union of all script events, by thread time. */
function scriptMs(events: readonly Traced[], url: string): number {
  const parsed = events.find(({ name, args }) => name === 'ParseHTML' && args?.beginData?.url?.startsWith(url))
  if (!parsed) throw new Error(`The trace has no page ${url}.`)
  const spans = events
    .filter(({ name, pid, tid, tts }) => pid === parsed.pid && tid === parsed.tid && tts !== undefined && tts >= parsed.tts! && isScript.test(name))
    .sort((a, b) => a.tts! - b.tts!)
  let sum = 0
  let until = 0
  for (const { tts = 0, tdur = 0 } of spans) {
    sum += Math.max(0, tts + tdur - Math.max(tts, until))
    until = Math.max(until, tts + tdur)
  }
  return sum / 1000
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

async function heardOf(tab: RawTab, method: string): Promise<void> {
  while (!tab.heard.some((one) => one.method === method)) await pause(20)
}

/** A tab of its own for every load: nothing is warm. */
async function openPhone(): Promise<RawTab> {
  const tab = await openRawTab({ path: chromiumPath()!, args: ['--disable-background-networking', '--disable-component-update'] })
  for (const domain of ['Page', 'Network']) await tab.send(`${domain}.enable`)
  await tab.send('Network.setCacheDisabled', { cacheDisabled: true })
  await tab.send('Emulation.setDeviceMetricsOverride', { width: 360, height: 680, deviceScaleFactor: 2, mobile: true })
  return tab
}

async function traced(tab: RawTab, url: string): Promise<number> {
  // What the page before does as it goes is not this one's.
  await tab.send('Page.navigate', { url: 'about:blank' })
  await pause(200)
  tab.heard.length = 0
  await tab.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8', 'blink', 'toplevel', 'disabled-by-default-v8.compile'] },
  })
  await tab.send('Page.navigate', { url })
  await pause(settleMs)
  await tab.send('Tracing.end')
  await heardOf(tab, 'Tracing.tracingComplete')
  const events = tab.heard.flatMap(({ method, params }) => (method === 'Tracing.dataCollected' ? (params as { value: Traced[] }).value : []))
  return scriptMs(events, url)
}

/** Taps the wheel as soon as the page is read, and notes when its request leaves. */
const probe = `addEventListener('DOMContentLoaded', () => document.querySelector('[data-click=spin]').click())
const ask = fetch; window.fetch = (url, how) => (String(url).includes('plays/draw') && (window.reacted = window.reacted || performance.now()), ask(url, how))`

async function reactsMs(tab: RawTab, url: string): Promise<number> {
  const { identifier } = await tab.send<{ identifier: string }>('Page.addScriptToEvaluateOnNewDocument', { source: probe })
  await tab.send('Page.navigate', { url })
  await pause(settleMs / 2)
  const reacted = await tab.evaluate<number>('window.reacted')
  await tab.send('Page.removeScriptToEvaluateOnNewDocument', { identifier })
  return reacted
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!

const { renderPage } = await loadRenderer()
const product = renderPage(fiveWidgets(), testWish())
const still: RenderedPage = { ...product, html: product.html.replace(/<script>[^]*<\/script>/, ''), files: [] }
const floor: RenderedPage = {
  html: readFileSync(resolve(import.meta.dirname, 'floor.html'), 'utf8'),
  csp: "default-src 'self' 'unsafe-inline' data:",
  files: [],
  problems: [],
}
const sides = await Promise.all(
  Object.entries({ floor, product, still }).map(async ([name, page]) => ({
    name,
    server: await startPhoneServer(page, wellAnswer),
    cpu: [] as number[],
    reacts: [] as number[],
  })),
)
const tab = await openPhone()
// A browser does things of its own when it starts.
await pause(3000)
for (let turn = 0; turn <= turns; turn++) {
  for (const { name, server, cpu, reacts } of sides) {
    const used = await traced(tab, server.url)
    const reacted = name === 'still' ? 0 : await reactsMs(tab, server.url)
    // The first turn warms the browser up.
    if (turn === 0) continue
    cpu.push(used)
    reacts.push(reacted)
  }
}
await tab.close()
for (const { server } of sides) await server.close()
const [ofFloor, ofProduct, ofStill] = sides.map(({ cpu, reacts }) => ({ cpu: median(cpu), reacts: median(reacts) }))
const told = (n: number): string => n.toFixed(2)
console.log(`script CPU, ${turns} turns: floor ${told(ofFloor!.cpu)} ms, product ${told(ofProduct!.cpu)} ms, without script ${told(ofStill!.cpu)} ms`)
console.log(
  `product ÷ floor ${told(ofProduct!.cpu / ofFloor!.cpu)}, net of the page without script ${told((ofProduct!.cpu - ofStill!.cpu) / (ofFloor!.cpu - ofStill!.cpu))} (limit 2.00); product ÷ without script ${told(ofProduct!.cpu / ofStill!.cpu)}`,
)
console.log(
  `wheel reacts: floor ${told(ofFloor!.reacts)} ms, product ${told(ofProduct!.reacts)} ms, ratio ${told(ofProduct!.reacts / ofFloor!.reacts)} (limit 1.25)`,
)
