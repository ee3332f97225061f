import type { Times } from '../../widgets/host'

/** The longest wait that is worth a timer. */
const longestMs = 86_400_000

/** Fetches now, and anew whenever what is known may be old: back in sight, back on line, and when the activity or a phase begins or ends by the server's clock. */
export function whenBack(refresh: () => Promise<void>, times: Omit<Times, 'now'>, now: () => number): void {
  let leftAt = 0
  let timer: ReturnType<typeof setTimeout>
  const go = (): void => void refresh().then(wait)
  const wait = (): void => {
    const edges = [times, ...times.phases].flatMap(({ startsAt, endsAt }) => [startsAt, endsAt])
    const next = Math.min(...edges.filter((edge) => edge > now())) - now()
    clearTimeout(timer)
    // Spread over two seconds, so that all phones together do not knock at once.
    if (next < longestMs) timer = setTimeout(go, next + 2000 * Math.random())
  }
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) leftAt = now()
    else if (now() - leftAt > 15_000) go()
  })
  addEventListener('pageshow', (event) => event.persisted && go())
  addEventListener('online', go)
  // The first paint goes before the first question.
  setTimeout(go)
}
