import type { CDPSession } from 'playwright'

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** Counts main-thread CPU of a tab, its frames included; thread time, which does not grow while other programs run. */
export async function count(cdp: CDPSession): Promise<void> {
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
}

/** ms that the tab has used so far: all its tasks, or the script among them. */
export async function taskMs(cdp: CDPSession, of: 'Task' | 'Script' = 'Task'): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === `${of}Duration`)!.value * 1000
}

/** Long enough for what was asked for to be drawn; the question afterwards waits for whatever still runs. */
const frameMs = 50

/** ms of each of many times. */
export async function msEach(cdp: CDPSession, times: number, work: (i: number) => Promise<void>): Promise<number> {
  const before = await taskMs(cdp)
  for (let i = 0; i < times; i++) {
    await work(i)
    await pause(frameMs)
    await taskMs(cdp)
  }
  await pause(frameMs)
  return ((await taskMs(cdp)) - before) / times
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
