import type { World } from '../world'
import { countVisitors, selectCounts, selectDailyVisitors, selectVisitorsByNode } from './store'

/** What pages told, added up: counts of events and of different visitors. */
export interface Tally {
  readonly pv: number
  readonly uv: number
  readonly shares: number
  readonly sharers: number
  readonly days: ReadonlyMap<string, { pv: number; uv: number; shares: number; sharers: number }>
  readonly nodes: readonly { readonly node: string; readonly visitors: number; readonly times: number; readonly clickers: number }[]
}

export async function tallyOf({ store: { db } }: World, activity: string): Promise<Tally> {
  const [counts, uv, sharers, dailyViewers, dailySharers, exposed, clickers] = await Promise.all([
    selectCounts(db, activity),
    countVisitors(db, activity, 'page_view'),
    countVisitors(db, activity, 'share'),
    selectDailyVisitors(db, activity, 'page_view'),
    selectDailyVisitors(db, activity, 'share'),
    selectVisitorsByNode(db, activity, 'exposure'),
    selectVisitorsByNode(db, activity, 'click'),
  ])
  const sum = (wanted: string, of: { day?: string; node?: string } = {}): number =>
    counts
      .filter(({ name, day_key, node }) => name === wanted && (of.day === undefined || day_key === of.day) && (of.node === undefined || node === of.node))
      .reduce((total, { n }) => total + Number(n), 0)
  const daily = (rows: readonly { day_key: string; n: number }[], day: string): number => Number(rows.find(({ day_key }) => day_key === day)?.n ?? 0)
  const days = [...new Set(counts.map(({ day_key }) => day_key))]
  return {
    pv: sum('page_view'),
    uv,
    shares: sum('share'),
    sharers,
    days: new Map(
      days.map((day) => [
        day,
        { pv: sum('page_view', { day }), uv: daily(dailyViewers, day), shares: sum('share', { day }), sharers: daily(dailySharers, day) },
      ]),
    ),
    nodes: exposed
      .filter(({ node }) => node !== '')
      .map(({ node, n }) => ({
        node,
        visitors: Number(n),
        times: sum('exposure', { node }),
        clickers: Number(clickers.find((other) => other.node === node)?.n ?? 0),
      })),
  }
}
