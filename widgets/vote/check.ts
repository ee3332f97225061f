import type { RuleProblem } from '../../schemas/play'
import { say } from '../../schemas/words'
import { checkGrant } from '../points/grant'
import type { VoteContext } from './tally'

const problem = (path: string, zh: string, en: string, severity: RuleProblem['severity'] = 'error'): RuleProblem => ({ path, message: { zh, en }, severity })

/** What is wrong with a vote's rules whose shape is sound. */
export function problemsOfVote(context: VoteContext): RuleProblem[] {
  const { rules, play } = context
  return [
    ...repeated(context),
    ...unnamed(context),
    ...limitProblems(context),
    ...freezeProblems(context),
    ...(play.reward ? checkGrant(play.reward, rules, '/reward') : []),
  ]
}

function repeated({ play: { candidates } }: VoteContext): RuleProblem[] {
  return candidates.flatMap(({ id }, i) =>
    candidates.findIndex((other) => other.id === id) < i ? [problem(`/candidates/${i}/id`, `编号“${id}”重复了`, `There is another candidate "${id}".`)] : [],
  )
}

function unnamed({ play: { candidates } }: VoteContext): RuleProblem[] {
  return candidates.flatMap(({ title }, i) =>
    say(title, 'zh-CN').trim() === '' ? [problem(`/candidates/${i}/title`, '候选项没有名称', 'The candidate has no title.')] : [],
  )
}

function limitProblems({ play: { perVisitor, perCandidate, reward } }: VoteContext): RuleProblem[] {
  const isEndless = ({ perDay, inAll }: typeof perVisitor): boolean => perDay === null && inAll === null
  if (isEndless(perVisitor) && reward)
    return [problem('/perVisitor', '票数不限时，奖励可以无限领取：请限制票数', 'Votes without limit earn rewards without limit: set a limit.')]
  return isEndless(perVisitor) && isEndless(perCandidate)
    ? [problem('/perVisitor', '票数不限：一个人可以刷出任意多的票', 'Without a limit, one visitor can give any number of votes.', 'warning')]
    : []
}

function freezeProblems({ rules: { schedule }, play: { freezeAt } }: VoteContext): RuleProblem[] {
  if (freezeAt === null) return []
  const at = Date.parse(freezeAt)
  return [
    ...(at <= Date.parse(schedule.startsAt)
      ? [problem('/freezeAt', '截止时间早于活动开始，没有人能投票', 'Voting closes before the activity starts, so nobody could vote.')]
      : []),
    ...(at > Date.parse(schedule.endsAt)
      ? [problem('/freezeAt', '截止时间晚于活动结束，不起作用', 'Voting closes after the activity has ended, which has no effect.', 'warning')]
      : []),
  ]
}
