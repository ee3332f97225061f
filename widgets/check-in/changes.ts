import type { RuleChange } from '../../schemas/play'
import type { Bilingual } from '../../schemas/words'
import { compareGrants } from '../points/compareGrants'
import { milestonesOf, type Milestone } from './milestones'
import type { CheckInRules } from './rules'

/** How a change of a check-in's rules treats visitors. */
export function changesBetween(before: CheckInRules, after: CheckInRules): RuleChange[] {
  return [...rewardChange(before, after), ...milestoneChanges(before, after), ...makeupChanges(before, after), ...windowChange(before, after)]
}

function rewardChange({ reward: was }: CheckInRules, { reward: is }: CheckInRules): RuleChange[] {
  const how = compareGrants(was, is)
  return how ? [{ class: how, text: { zh: '每日奖励改变', en: 'The daily reward changes' } }] : []
}

function milestoneChanges(before: CheckInRules, after: CheckInRules): RuleChange[] {
  const [was, is] = [milestonesOf(before), milestonesOf(after)]
  const isSame = (a: Milestone) => (b: Milestone) => a.of === b.of && a.days === b.days
  const kept = is.flatMap((milestone) => milestoneChange(was.find(isSame(milestone)) ?? null, milestone))
  const gone = was.filter((milestone) => !is.some(isSame(milestone))).flatMap((milestone) => milestoneChange(milestone, null))
  return [...kept, ...gone]
}

function milestoneChange(was: Milestone | null, is: Milestone | null): RuleChange[] {
  const { of, days } = (is ?? was)!
  const text: Bilingual =
    of === 'streak'
      ? { zh: `连续 ${days} 天奖励改变`, en: `The reward for ${days} days in a row changes` }
      : { zh: `累计 ${days} 天奖励改变`, en: `The reward for ${days} days in all changes` }
  const how = compareGrants(was?.grant ?? null, is?.grant ?? null)
  if (how) return [{ class: how, text }]
  if (was?.once === is?.once) return []
  return [{ class: is?.once ? 'adverse' : 'favourable', text }]
}

const noMakeup = { cards: 0, backDays: 0 }

function makeupChanges(before: CheckInRules, after: CheckInRules): RuleChange[] {
  const [was, is]: [NonNullable<CheckInRules['makeup']>, NonNullable<CheckInRules['makeup']>] = [before.makeup ?? noMakeup, after.makeup ?? noMakeup]
  return [
    ...moreOrLess(was.cards, is.cards, { zh: '免费补签卡', en: 'Free make-up cards' }),
    ...moreOrLess(was.backDays, is.backDays, { zh: '可补天数', en: 'Days that can be made up' }),
    // A dearer make-up leaves less to the visitor, so prices compare by their negatives; none at all is dearest.
    ...moreOrLess(-(was.price?.amount ?? Infinity), -(is.price?.amount ?? Infinity), { zh: '补签价格', en: 'The price of a make-up' }),
  ]
}

function moreOrLess(was: number, is: number, what: Bilingual): RuleChange[] {
  if (was === is) return []
  return [{ class: is < was ? 'adverse' : 'favourable', text: { zh: `${what.zh}改变`, en: `${what.en}: changed` } }]
}

function windowChange({ window: was }: CheckInRules, { window: is }: CheckInRules): RuleChange[] {
  if (was?.from === is?.from && was?.to === is?.to) return []
  const isWider = !is || (was !== undefined && is.from <= was.from && is.to >= was.to)
  return [{ class: isWider ? 'favourable' : 'adverse', text: { zh: '每日打卡时段改变', en: 'The hours of the day change' } }]
}
