import type { RuleProblem } from '../../schemas/play'
import { checkGrant } from '../points/grant'
import type { InviteContext } from './rules'

const problem = (severity: RuleProblem['severity'], path: string, zh: string, en: string): RuleProblem => ({ path, severity, message: { zh, en } })

/** Kinds in which nobody takes part: others write to them. */
const passive = ['points', 'leaderboard']

/** What is wrong with an invitation's rules. */
export function problemsOfInvite(context: InviteContext): RuleProblem[] {
  return [...qualifyProblems(context), ...grantProblems(context), ...limitProblems(context), ...rungProblems(context)]
}

function qualifyProblems({ rules, id, play: { qualify, reward, gift, rungs } }: InviteContext): RuleProblem[] {
  if (qualify.by === 'open') {
    const givesPrize = [reward, gift, ...rungs.map(({ grant }) => grant)].some((grant) => grant?.give === 'prize')
    const text = ['打开链接就发奖品，容易被刷；建议要求好友先参与', 'Prizes for opening a link invite abuse; better ask friends to take part first.'] as const
    return givesPrize ? [problem('warning', '/qualify', ...text)] : []
  }
  return qualify.plays.flatMap((play, i) => {
    const kind = rules.plays[play]?.kind
    const path = `/qualify/plays/${i}`
    if (kind === undefined) return [problem('error', path, `没有玩法“${play}”`, `There is no play "${play}".`)]
    if (play === id || passive.includes(kind))
      return [problem('error', path, '这个玩法里没有好友能做的互动', 'There is nothing in this play for a friend to do.')]
    return []
  })
}

function grantProblems({ rules, play: { reward, gift, rungs } }: InviteContext): RuleProblem[] {
  return [
    ...(reward ? checkGrant(reward, rules, '/reward') : []),
    ...(gift ? checkGrant(gift, rules, '/gift') : []),
    ...rungs.flatMap(({ grant }, i) => checkGrant(grant, rules, `/rungs/${i}/grant`)),
  ]
}

function limitProblems({ play: { perDay, inAll } }: InviteContext): RuleProblem[] {
  if (perDay === null || inAll === null || perDay <= inAll) return []
  return [problem('warning', '/perDay', '每天的上限大于总上限，不起作用', 'The limit of a day is above the limit in all, which has no effect.')]
}

/** Payments are told apart by the number of friends, so two steps cannot share it. */
function rungProblems({ play: { rungs } }: InviteContext): RuleProblem[] {
  return rungs.flatMap(({ friends }, i) =>
    rungs.findIndex((other) => other.friends === friends) < i
      ? [problem('error', `/rungs/${i}/friends`, `${friends} 人已经有一级奖励`, `There is a step for ${friends} friends already.`)]
      : [],
  )
}
