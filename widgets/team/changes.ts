import type { RuleChange } from '../../schemas/play'
import { compareGrants } from '../points/compareGrants'
import type { TeamRules } from './teamSchema'

const change = (kind: RuleChange['class'], zh: string, en: string): RuleChange[] => [{ class: kind, text: { zh, en } }]

/** How a change of the rules of a challenge of teams treats visitors. */
export function changesOfTeam(before: TeamRules, after: TeamRules): RuleChange[] {
  return [
    ...capacityChange(before, after),
    ...leaveChange(before, after),
    ...scoreChange(before, after),
    ...fullChange(before, after),
    ...goalChanges(before, after),
  ]
}

function capacityChange({ capacity: was }: TeamRules, { capacity: is }: TeamRules): RuleChange[] {
  if (was === is) return []
  return is < was
    ? change('adverse', `每队人数由 ${was} 减为 ${is}`, `Members a team fall from ${was} to ${is}`)
    : change('favourable', `每队人数由 ${was} 增为 ${is}`, `Members a team rise from ${was} to ${is}`)
}

function leaveChange({ canLeave: was }: TeamRules, { canLeave: is }: TeamRules): RuleChange[] {
  if (was === is) return []
  return is
    ? change('favourable', '得分前可以退出战队', 'Teams may be left before scoring')
    : change('adverse', '不能再退出战队', 'Teams cannot be left any more')
}

function scoreChange({ score: was }: TeamRules, { score: is }: TeamRules): RuleChange[] {
  return JSON.stringify(was) === JSON.stringify(is) ? [] : change('breaking', '战队得分来源改变', 'Teams score by something else')
}

function fullChange({ full: was }: TeamRules, { full: is }: TeamRules): RuleChange[] {
  const how = compareGrants(was, is)
  return how ? change(how, '满员奖励改变', 'The reward for a full team changes') : []
}

function goalChanges({ goals: before }: TeamRules, { goals: after }: TeamRules): RuleChange[] {
  const scores = [...new Set([...before, ...after].map(({ score }) => score))].sort((a, b) => a - b)
  return scores.flatMap((score) => {
    const [was, is] = [before, after].map((goals) => goals.find((goal) => goal.score === score)?.grant ?? null)
    const how = compareGrants(was ?? null, is ?? null)
    return how ? change(how, `${score} 分的奖励改变`, `The reward for a score of ${score} changes`) : []
  })
}
