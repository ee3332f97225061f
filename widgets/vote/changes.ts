import type { RuleChange } from '../../schemas/play'
import { say, type Bilingual } from '../../schemas/words'
import { compareGrants } from '../points/compareGrants'
import type { Candidate, VoteRules } from './voteSchema'

const change = (kind: RuleChange['class'], zh: string, en: string): RuleChange[] => [{ class: kind, text: { zh, en } }]

/** How a change of a vote's rules treats visitors. */
export function changesOfVote(before: VoteRules, after: VoteRules): RuleChange[] {
  return [
    ...candidateChanges(before.candidates, after.candidates),
    ...limitChanges(before.perVisitor, after.perVisitor, { zh: '每人票数', en: 'Votes per visitor' }),
    ...limitChanges(before.perCandidate, after.perCandidate, { zh: '每人投给同一候选项', en: 'Votes for one candidate' }),
    ...choiceChange(before, after),
    ...shownChanges(before, after),
    ...freezeChange(before, after),
    ...rewardChange(before, after),
  ]
}

function candidateChanges(before: readonly Candidate[], after: readonly Candidate[]): RuleChange[] {
  const named = ({ title }: Candidate): [string, string] => [say(title, 'zh-CN'), say(title, 'en')]
  const kept = after.flatMap((candidate) => {
    const was = before.find(({ id }) => id === candidate.id)
    const [zh, en] = named(candidate)
    if (!was) return change('neutral', `新增候选项“${zh}”`, `Added the candidate “${en}”`)
    return JSON.stringify(was) === JSON.stringify(candidate) ? [] : change('neutral', `修改候选项“${zh}”`, `Changed the candidate “${en}”`)
  })
  const gone = before.filter(({ id }) => !after.some((candidate) => candidate.id === id))
  return [
    ...kept,
    ...gone.flatMap((candidate) => {
      const [zh, en] = named(candidate)
      return change('breaking', `删除候选项“${zh}”，它的票不再算数`, `Removed the candidate “${en}”: its votes no longer count`)
    }),
  ]
}

function limitChanges(was: VoteRules['perVisitor'], is: VoteRules['perVisitor'], { zh, en }: Bilingual): RuleChange[] {
  return [
    ...moreOrLess(was.perDay, is.perDay, { zh: `${zh}（每天）`, en: `${en} a day` }),
    ...moreOrLess(was.inAll, is.inAll, { zh: `${zh}（总共）`, en: `${en} in all` }),
  ]
}

function moreOrLess(was: number | null, is: number | null, { zh, en }: Bilingual): RuleChange[] {
  if (was === is) return []
  const kind = (is ?? Infinity) < (was ?? Infinity) ? 'adverse' : 'favourable'
  return change(kind, `${zh}改为 ${is ?? '不限'}`, `${en}: ${is ?? 'no limit'}`)
}

function choiceChange({ choice: was }: VoteRules, { choice: is }: VoteRules): RuleChange[] {
  if (was === is) return []
  return is === 'one'
    ? change('adverse', '改为只能投给一个候选项', 'Only one candidate may be voted for')
    : change('favourable', '改为可投多个候选项', 'Several may be voted for')
}

function shownChanges(before: VoteRules, after: VoteRules): RuleChange[] {
  return [
    ...(before.results === after.results ? [] : change('neutral', '公布票数的时间改变', 'Votes are shown at another time')),
    ...(before.order === after.order ? [] : change('neutral', '排列方式改变', 'Candidates stand in another order')),
  ]
}

function freezeChange(before: VoteRules, after: VoteRules): RuleChange[] {
  const [was, is] = [before, after].map(({ freezeAt }) => (freezeAt === null ? Infinity : Date.parse(freezeAt))) as [number, number]
  if (was === is) return []
  return is < was ? change('adverse', '投票提前截止', 'Voting closes earlier') : change('favourable', '投票推后截止', 'Voting closes later')
}

function rewardChange({ reward: was }: VoteRules, { reward: is }: VoteRules): RuleChange[] {
  const how = compareGrants(was, is)
  return how ? change(how, '每票奖励改变', 'The reward per vote changes') : []
}
