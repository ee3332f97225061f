import type { RuleProblem } from '../../schemas/play'
import { checkGrant } from '../points/grant'
import { hoursIntoDay } from './openDays'
import type { CheckInContext } from './rules'

const error = (path: string, zh: string, en: string): RuleProblem => ({ path, severity: 'error', message: { zh, en } })

/** What is wrong with a check-in's rules. */
export function problemsOf(context: CheckInContext): RuleProblem[] {
  return [...windowProblems(context), ...grantProblems(context), ...milestoneProblems(context), ...priceProblems(context)]
}

function windowProblems({ rules, play: { window } }: CheckInContext): RuleProblem[] {
  if (!window) return []
  const { from, to } = hoursIntoDay(window, rules.schedule.dayCutoffHour)
  if (from < to) return []
  return [error('/window', '打卡时段跨过了每日切换时间', 'The hours cross the time at which a day starts.')]
}

function grantProblems({ rules, play: { reward, streaks, totals } }: CheckInContext): RuleProblem[] {
  return [
    ...(reward ? checkGrant(reward, rules, '/reward') : []),
    ...streaks.flatMap(({ grant }, i) => checkGrant(grant, rules, `/streaks/${i}/grant`)),
    ...totals.flatMap(({ grant }, i) => checkGrant(grant, rules, `/totals/${i}/grant`)),
  ]
}

function milestoneProblems({ play: { streaks, totals } }: CheckInContext): RuleProblem[] {
  return [...repeated(streaks, '/streaks'), ...repeated(totals, '/totals')]
}

/** Payments are told apart by their days, so two milestones of one sort cannot share them. */
function repeated(milestones: readonly { readonly days: number }[], path: string): RuleProblem[] {
  return milestones.flatMap(({ days }, i) =>
    milestones.findIndex((other) => other.days === days) < i
      ? [error(`${path}/${i}/days`, `${days} 天已经有一项奖励`, `There is a reward for ${days} days already.`)]
      : [],
  )
}

function priceProblems({ rules, play: { makeup } }: CheckInContext): RuleProblem[] {
  const account = makeup?.price?.play
  if (account === undefined || rules.plays[account]?.kind === 'points') return []
  return [error('/makeup/price/play', `没有积分账户“${account}”`, `There is no points account "${account}".`)]
}
