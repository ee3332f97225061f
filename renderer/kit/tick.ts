import type { Times } from '../../widgets/host'

/** Runs `draw` at each full second of `now` while the page is in sight. */
export function tick(now: () => number, draw: () => void, wanted: boolean): void {
  if (!wanted) return
  let timer: ReturnType<typeof setTimeout>
  const go = (): void => {
    clearTimeout(timer)
    if (document.hidden) return
    draw()
    timer = setTimeout(go, 1000 - (now() % 1000))
  }
  document.addEventListener('visibilitychange', go)
  addEventListener('pageshow', go)
  go()
}

const longest = 86_400_000

/** Fetches anew whenever what is known may be old: back in sight, back from the page cache, back on line, and when a stage or phase begins. */
export function whenBack(refresh: () => void, times: Omit<Times, 'now'>, now: () => number): void {
  let left = now()
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) left = now()
    else if (now() - left > 15_000) refresh()
  })
  addEventListener('pageshow', (event) => event.persisted && refresh())
  addEventListener('online', refresh)
  const edges = [times.startsAt, times.endsAt]
  for (const { startsAt, endsAt } of times.phases) edges.push(startsAt, endsAt)
  const wait = (): void => {
    const next = Math.min(...edges.filter((edge) => edge > now()))
    if (next - now() > longest) return
    setTimeout(() => {
      refresh()
      wait()
      // Spread over two seconds, so that all phones together do not knock at once.
    }, next - now() + 200 + 2000 * Math.random())
  }
  wait()
}
