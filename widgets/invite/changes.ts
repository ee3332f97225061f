import type { RuleChange } from '../../schemas/play'
import type { Bilingual } from '../../schemas/words'
import { compareGrants } from '../points/compareGrants'
import type { InviteRules } from './inviteSchema'

type Qualify = InviteRules['qualify']
type Grants = Pick<InviteRules, 'reward' | 'gift'>

/** How a change of an invitation's rules treats visitors. */
export function changesOfInvite(before: InviteRules, after: InviteRules): RuleChange[] {
  return [
    ...qualifyChange(before.qualify, after.qualify),
    ...newOnlyChange(before, after),
    ...grantChange(before, after, 'reward', { zh: '邀请人的奖励改变', en: 'The inviter’s reward changes' }),
    ...grantChange(before, after, 'gift', { zh: '好友的奖励改变', en: 'The friend’s gift changes' }),
    ...limitChange(before.perDay, after.perDay, { zh: '每天最多奖励几位', en: 'Friends rewarded a day' }),
    ...limitChange(before.inAll, after.inAll, { zh: '总共最多奖励几位', en: 'Friends rewarded in all' }),
    ...rungChanges(before.rungs, after.rungs),
  ]
}

function qualifyChange(was: Qualify, is: Qualify): RuleChange[] {
  if (JSON.stringify(was) === JSON.stringify(is)) return []
  return [{ class: isAsEasy(was, is) ? 'favourable' : 'adverse', text: { zh: '好友怎样才算数改变', en: 'What makes a friend count changes' } }]
}

function isAsEasy(was: Qualify, is: Qualify): boolean {
  if (is.by === 'open') return true
  if (was.by === 'open') return false
  return is.acts <= was.acts && (is.days ?? Infinity) >= (was.days ?? Infinity) && was.plays.every((play) => is.plays.includes(play))
}

function newOnlyChange({ newOnly: was }: InviteRules, { newOnly: is }: InviteRules): RuleChange[] {
  if (was === is) return []
  return is
    ? [{ class: 'adverse', text: { zh: '改为只限新朋友', en: 'Only newcomers can be invited now' } }]
    : [{ class: 'favourable', text: { zh: '老朋友也能被邀请', en: 'Not only newcomers can be invited now' } }]
}

function grantChange(before: Grants, after: Grants, which: keyof Grants, text: Bilingual): RuleChange[] {
  const how = compareGrants(before[which], after[which])
  return how ? [{ class: how, text }] : []
}

function limitChange(was: number | null, is: number | null, { zh, en }: Bilingual): RuleChange[] {
  if (was === is) return []
  return [{ class: (is ?? Infinity) < (was ?? Infinity) ? 'adverse' : 'favourable', text: { zh: `${zh}：改变`, en: `${en}: changed` } }]
}

function rungChanges(before: InviteRules['rungs'], after: InviteRules['rungs']): RuleChange[] {
  const steps = [...new Set([...before, ...after].map(({ friends }) => friends))].sort((a, b) => a - b)
  return steps.flatMap((friends): RuleChange[] => {
    const [was, is] = [before, after].map((rungs) => rungs.find((rung) => rung.friends === friends)?.grant ?? null)
    const how = compareGrants(was ?? null, is ?? null)
    return how ? [{ class: how, text: { zh: `邀请 ${friends} 人的奖励改变`, en: `The reward for ${friends} friends changes` } }] : []
  })
}
