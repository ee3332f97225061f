import type { CDPSession } from 'playwright'
import { median } from '../median'

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** Counts main-thread CPU of a tab, its frames included; thread time, which does not grow while other programs run. */
export async function count(cdp: CDPSession): Promise<void> {
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
}

async function metric(cdp: CDPSession, wanted: string): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === wanted)!.value
}

/** ms that the tab has used so far: all its tasks, or the script among them. */
export async function taskMs(cdp: CDPSession, of: 'Task' | 'Script' = 'Task'): Promise<number> {
  return (await metric(cdp, `${of}Duration`)) * 1000
}

/** MiB of the script's heap, garbage aside. */
export async function heapMiB(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage')
  return (await metric(cdp, 'JSHeapUsedSize')) / 2 ** 20
}

/** Long enough for what was asked for to be drawn; the question afterwards waits for whatever still runs. */
const frameMs = 50

/** The median ms of many times. What happens now and then, as saving, is not in it. */
export async function msEach(cdp: CDPSession, times: number, work: (i: number) => Promise<void>): Promise<number> {
  const costs: number[] = []
  let before = await taskMs(cdp)
  for (let i = 0; i < times; i++) {
    await work(i)
    await pause(frameMs)
    const now = await taskMs(cdp)
    costs.push(now - before)
    before = now
  }
  return median(costs)
}

const stretch = 10

/** The median ms of a pointer move with the button down: whole stretches of moves are counted, each move in a frame of its own. */
export async function msEachMove(cdp: CDPSession, moves: number, at: (i: number) => readonly [number, number]): Promise<number> {
  const costs: number[] = []
  for (let i = 0; i < moves; i += stretch) {
    const before = await taskMs(cdp)
    for (let j = i; j < i + stretch; j++) await moveTo(cdp, at(j))
    await pause(frameMs)
    costs.push(((await taskMs(cdp)) - before) / stretch)
  }
  return median(costs)
}

/** A move of the pressed pointer, answered when the page has taken it. Straight from the protocol: the driver's own moves cost the tab more than the browser's. */
async function moveTo(cdp: CDPSession, [x, y]: readonly [number, number]): Promise<void> {
  await cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y, button: 'left', buttons: 1 })
}

const quietMs = 300
const mostQuiets = 40

/** Waits until the tab has next to nothing to do. */
export async function untilQuiet(cdp: CDPSession): Promise<void> {
  let before = await taskMs(cdp)
  for (let tries = 0; tries < mostQuiets; tries++) {
    await pause(quietMs)
    const now = await taskMs(cdp)
    if (now - before < 6) return
    before = now
  }
}
