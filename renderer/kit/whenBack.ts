import type { Times } from '../../widgets/host'

/** The longest wait that is worth a timer. */
const longestMs = 86_400_000

/** Fetches anew whenever what is known may be old: back in sight, back on line, and when the activity or a phase begins or ends. */
export function whenBack(refresh: () => void, times: Omit<Times, 'now'>, now: () => number): void {
  let leftAt = 0
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) leftAt = now()
    else if (now() - leftAt > 15_000) refresh()
  })
  addEventListener('pageshow', (event) => event.persisted && refresh())
  addEventListener('online', refresh)
  const wait = (): void => {
    const edges = [times, ...times.phases].flatMap(({ startsAt, endsAt }) => [startsAt, endsAt])
    const next = Math.min(...edges.filter((edge) => edge > now())) - now()
    if (next > longestMs) return
    setTimeout(() => {
      refresh()
      wait()
      // Spread over two seconds, so that all phones together do not knock at once.
    }, next + 2000 * Math.random())
  }
  wait()
}
