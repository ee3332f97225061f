import type { RuleProblem } from '../../schemas/play'
import { checkGrant } from '../points/grant'
import type { TeamContext } from './rules'

const error = (path: string, zh: string, en: string): RuleProblem => ({ path, severity: 'error', message: { zh, en } })

/** Kinds in which nobody takes part: others write to them. */
const passive = ['points', 'leaderboard']

/** What is wrong with the rules of a challenge of teams. */
export function problemsOfTeam(context: TeamContext): RuleProblem[] {
  return [...scoreProblems(context), ...grantProblems(context), ...goalProblems(context)]
}

function scoreProblems({ rules, id, play: { score } }: TeamContext): RuleProblem[] {
  if (score.by === 'points') {
    if (rules.plays[score.play]?.kind === 'points') return []
    return [error('/score/play', `没有积分账户“${score.play}”`, `There is no points account "${score.play}".`)]
  }
  return score.plays.flatMap((play, i) => {
    const kind = rules.plays[play]?.kind
    const path = `/score/plays/${i}`
    if (kind === undefined) return [error(path, `没有玩法“${play}”`, `There is no play "${play}".`)]
    if (play === id || passive.includes(kind)) return [error(path, '这个玩法里没有队员能做的互动', 'There is nothing in this play for a member to do.')]
    return []
  })
}

function grantProblems({ rules, play: { full, goals } }: TeamContext): RuleProblem[] {
  return [...(full ? checkGrant(full, rules, '/full') : []), ...goals.flatMap(({ grant }, i) => checkGrant(grant, rules, `/goals/${i}/grant`))]
}

/** Payments are told apart by the score, so two goals cannot share it. */
function goalProblems({ play: { goals } }: TeamContext): RuleProblem[] {
  return goals.flatMap(({ score }, i) =>
    goals.findIndex((other) => other.score === score) < i
      ? [error(`/goals/${i}/score`, `${score} 分已经有一项奖励`, `There is a reward for a score of ${score} already.`)]
      : [],
  )
}
