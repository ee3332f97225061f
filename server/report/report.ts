import type { Report } from '../../schemas/api/report'
import { tallyOf, type Tally } from '../events/tally'
import { liveRelease } from '../releases/releases'
import { readRulesVersion } from '../versions/versions'
import type { World } from '../world'
import { ledgerOf, type Ledger, type LedgerCounts } from './ledger'

type Counts = Report['totals']

/** How an activity is doing, from what pages told and from the journal. The two meet only here. */
export async function reportOf(world: World, activity: string): Promise<Report> {
  const [tally, ledger, live] = await Promise.all([tallyOf(world, activity), ledgerOf(world, activity), liveRelease(world.store.db, activity)])
  const rules = live && (await readRulesVersion(world.store.db, activity, live.rules_hash))
  const totals = countsOf(tally, ledger.all)
  return {
    at: world.clock.now(),
    totals,
    participation: ratio(totals.participants, totals.uv),
    winRate: ratio(totals.wins, totals.draws),
    shareRate: ratio(totals.sharers, totals.participants),
    days: daysOf(tally, ledger),
    exposures: tally.nodes,
    plays: [...ledger.plays].map(([play, { kind, acts, participants }]) => ({ play, kind, acts, participants: participants.size })),
    prizes: Object.entries(rules?.document.prizes ?? {}).map(([prize, { title, stock }]) => {
      const awarded = ledger.awarded.get(prize) ?? 0
      return { prize, title, stock, awarded, burn: stock === null || stock === 0 ? null : awarded / stock }
    }),
  }
}

function ratio(of: number, n: number): Report['winRate'] {
  return { value: n === 0 ? null : of / n, of, n }
}

function countsOf(seen: Pick<Tally, 'pv' | 'uv' | 'shares' | 'sharers'> | undefined, done: LedgerCounts | undefined): Counts {
  const { pv = 0, uv = 0, shares = 0, sharers = 0 } = seen ?? {}
  return {
    pv,
    uv,
    shares,
    sharers,
    participants: done?.participants.size ?? 0,
    drawers: done?.drawers.size ?? 0,
    winners: done?.winners.size ?? 0,
    acts: done?.acts ?? 0,
    draws: done?.draws ?? 0,
    wins: done?.wins ?? 0,
    checkIns: done?.checkIns ?? 0,
  }
}

function daysOf(tally: Tally, ledger: Ledger): Report['days'] {
  const days = [...new Set([...tally.days.keys(), ...ledger.days.keys()])].sort()
  return days.map((day) => ({ day, ...countsOf(tally.days.get(day), ledger.days.get(day)) }))
}
