import { chromiumPath } from '../tests/browser'
import { openRawTab, type RawTab } from '../tests/debugPipe'

/** How long a page is watched after it was asked for. */
export const settleMs = 1500

export interface Traced {
  readonly name: string
  readonly pid: number
  readonly tid: number
  readonly ts?: number
  /** Thread time and how much of it was used, in µs. */
  readonly tts?: number
  readonly tdur?: number
  readonly args?: { readonly beginData?: { readonly url?: string } }
}

/** Everything that runs script: compiling, evaluating, callbacks, and what promises do between tasks. */
const isScript =
  /^(EvaluateScript|FunctionCall|TimerFire|EventDispatch|FireIdleCallback|FireAnimationFrame|RunMicrotasks|BlinkScheduler_PerformMicrotaskCheckpoint|v8\.(compile|run|callFunction|evaluateModule)\w*)$/

/** Script time of a page's main thread in ms, from its trace: the union of all script events, by thread time. */
export function scriptMs(events: readonly Traced[], url: string): number {
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

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

async function heardOf(tab: RawTab, method: string): Promise<void> {
  while (!tab.heard.some((one) => one.method === method)) await pause(20)
}

/** A tab of its own for every load: nothing is warm. */
export async function openPhone(): Promise<RawTab> {
  const tab = await openRawTab({ path: chromiumPath()!, args: ['--disable-background-networking', '--disable-component-update'] })
  for (const domain of ['Page', 'Network']) await tab.send(`${domain}.enable`)
  await tab.send('Network.setCacheDisabled', { cacheDisabled: true })
  await tab.send('Emulation.setDeviceMetricsOverride', { width: 360, height: 680, deviceScaleFactor: 2, mobile: true })
  return tab
}

const line = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000 }

/** Does `work` on a line of 1.6 Mbit/s that takes 150 ms, as limits of time ask for. */
export async function onSlowLine<T>(tab: RawTab, work: () => Promise<T>): Promise<T> {
  await tab.send('Network.emulateNetworkConditions', line)
  const done = await work()
  await tab.send('Network.emulateNetworkConditions', { ...line, latency: 0, downloadThroughput: -1, uploadThroughput: -1 })
  return done
}

/** What the browser did for a page until it was settled. */
export async function trace(tab: RawTab, url: string): Promise<Traced[]> {
  // What the page before does as it goes is not this one's.
  await tab.send('Page.navigate', { url: 'about:blank' })
  await pause(200)
  tab.heard.length = 0
  await tab.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'loading', 'v8', 'blink', 'toplevel', 'disabled-by-default-v8.compile'] },
  })
  await tab.send('Page.navigate', { url })
  await pause(settleMs)
  await tab.send('Tracing.end')
  await heardOf(tab, 'Tracing.tracingComplete')
  return tab.heard.flatMap(({ method, params }) => (method === 'Tracing.dataCollected' ? (params as { value: Traced[] }).value : []))
}
