import type { PlayContext, RuleChange } from '../../schemas/play'
import { say, type Bilingual } from '../../schemas/words'
import type { Grant } from '../points/grant'
import type { LotteryRules, Slot } from './lotterySchema'
import { restPpm } from './pick'
import { canWin } from './stock'

type Context = PlayContext<LotteryRules>

/** What changed between two versions of a lottery, and how it treats visitors. Stock is the prizes', and told with them. */
export function describeLottery(before: Context, after: Context): RuleChange[] {
  const ids = [...new Set([...before.play.slots, ...after.play.slots].map(({ id }) => id))]
  return [
    ...ids.flatMap((id) => slotChanges(slotOf(before, id), slotOf(after, id), before, after)),
    ...consolationChanges(before.play, after.play),
    ...chanceChanges(before.play, after.play),
    ...compare(before.play.winCapPerVisitor ?? Infinity, after.play.winCapPerVisitor ?? Infinity, { zh: '每人最多中奖次数', en: 'Prizes per visitor' }),
    ...policyChange(before.play, after.play),
    ...phaseChange(before.play, after.play),
    ...(Boolean(before.play.showsStock) === Boolean(after.play.showsStock)
      ? []
      : [change('neutral', '改变是否公开剩余数量', 'Whether it is told how many are left changes')]),
  ]
}

function slotOf({ play }: Context, id: string): Slot | undefined {
  return play.slots.find((slot) => slot.id === id)
}

function change(kind: RuleChange['class'], zh: string, en: string): RuleChange {
  return { class: kind, text: { zh, en } }
}

/** More is better for visitors. Infinity reads as "no limit". */
function compare(was: number, is: number, name: Bilingual, show: (value: number) => string = String): RuleChange[] {
  if (was === is) return []
  const text = (value: number, none: string) => (value === Infinity ? none : show(value))
  return [
    change(
      is < was ? 'adverse' : 'favourable',
      `${name.zh}：${text(was, '不限')} → ${text(is, '不限')}`,
      `${name.en}: ${text(was, 'no limit')} → ${text(is, 'no limit')}`,
    ),
  ]
}

function percent(ppm: number): string {
  return `${ppm / 10_000}%`
}

function nameOf(slot: Slot, { rules }: Context): Bilingual {
  const words = slot.title ?? (slot.prize === null ? undefined : rules.prizes[slot.prize]?.title) ?? slot.id
  return { zh: `“${say(words, 'zh-CN')}”`, en: `“${say(words, 'en')}”` }
}

function slotChanges(was: Slot | undefined, is: Slot | undefined, before: Context, after: Context): RuleChange[] {
  if (!was) return is && canWin(is) ? [added(nameOf(is, after), is)] : []
  if (!is) return canWin(was) ? [change('adverse', `删除奖项${nameOf(was, before).zh}`, `Removed ${nameOf(was, before).en}`)] : []
  const name = nameOf(is, after)
  const odds = { zh: `${name.zh}的概率`, en: `Odds of ${name.en}` }
  return [
    ...prizeChange(was, is, before, after),
    ...(canWin(was) && canWin(is) ? compare(was.weightPpm, is.weightPpm, odds, percent) : []),
    ...grantChange(was.grant, is.grant, name),
    ...compare(was.capPerVisitor ?? Infinity, is.capPerVisitor ?? Infinity, { zh: `${name.zh}每人最多中几次`, en: `Wins of ${name.en} per visitor` }),
  ]
}

function added(name: Bilingual, { weightPpm }: Slot): RuleChange {
  return change('favourable', `新增奖项${name.zh}（${percent(weightPpm)}）`, `Added ${name.en} (${percent(weightPpm)})`)
}

function prizeChange(was: Slot, is: Slot, before: Context, after: Context): RuleChange[] {
  if (was.prize === is.prize) return []
  const [old, now] = [nameOf(was, before), nameOf(is, after)]
  if (was.prize === null) return [change('favourable', `${old.zh}改为奖品${now.zh}`, `${old.en} now wins ${now.en}`)]
  return [change('adverse', `奖品${old.zh}换成${now.zh}`, `The prize ${old.en} gives way to ${now.en}`)]
}

function grantChange(was: Grant | undefined, is: Grant | undefined, name: Bilingual): RuleChange[] {
  if (!was && !is) return []
  if (!was) return [change('favourable', `${name.zh}另外发放奖励`, `${name.en} gives something besides`)]
  if (!is) return [change('adverse', `${name.zh}不再发放附带的奖励`, `${name.en} no longer gives what came with it`)]
  if (was.give === 'points' && is.give === 'points' && was.play === is.play) {
    return [
      ...compare(was.min, is.min, { zh: `${name.zh}最少积分`, en: `Least points of ${name.en}` }),
      ...compare(was.max, is.max, { zh: `${name.zh}最多积分`, en: `Most points of ${name.en}` }),
    ]
  }
  if (was.give === 'chances' && is.give === 'chances' && was.play === is.play)
    return compare(was.amount, is.amount, { zh: `${name.zh}送的机会`, en: `Chances of ${name.en}` })
  const isSame = was.give === 'prize' && is.give === 'prize' && was.prize === is.prize
  return isSame ? [] : [change('adverse', `${name.zh}附带的奖励被更换`, `What comes with ${name.en} was replaced`)]
}

function consolationChanges({ consolation: was, slots: old }: LotteryRules, { consolation: is, slots: now }: LotteryRules): RuleChange[] {
  if (!was && !is) return []
  if (!was) return [change('favourable', '新增参与奖', 'Added a consolation')]
  if (!is) return [change('adverse', '取消参与奖', 'Removed the consolation')]
  return [
    ...(was.play === is.play ? [] : [change('adverse', '参与奖换了积分账户', 'The consolation goes to another points account')]),
    ...compare(restPpm(old), restPpm(now), { zh: '参与奖的概率', en: 'Odds of the consolation' }, percent),
    ...compare(was.min, is.min, { zh: '参与奖最少积分', en: 'Least points of the consolation' }),
    ...compare(was.max, is.max, { zh: '参与奖最多积分', en: 'Most points of the consolation' }),
    ...compare(was.budget, is.budget, { zh: '参与奖预算', en: 'Budget of the consolation' }),
  ]
}

function chanceChanges({ chances: was }: LotteryRules, { chances: is }: LotteryRules): RuleChange[] {
  return [
    ...compare(was.perDay, is.perDay, { zh: '每天免费次数', en: 'Free draws a day' }),
    ...compare(was.inAll ?? Infinity, is.inAll ?? Infinity, { zh: '活动期间最多抽几次', en: 'Draws in all' }),
    ...(was.earned && !is.earned ? [change('adverse', '赢得的机会不再可用', 'Earned chances no longer count')] : []),
    ...(!was.earned && is.earned ? [change('favourable', '可以使用赢得的机会', 'Earned chances now count')] : []),
  ]
}

/** From the kindest to the hardest is not a line: sharing the odds out and paying a consolation each favour someone else. */
function policyChange({ outOfStock: was }: LotteryRules, { outOfStock: is }: LotteryRules): RuleChange[] {
  if (was === is) return []
  return [change(was === 'no-win' ? 'favourable' : 'adverse', '修改奖品发完后的处理方式', 'Changed what happens when a prize has run out')]
}

function phaseChange({ phases: was }: LotteryRules, { phases: is }: LotteryRules): RuleChange[] {
  const lost = is !== undefined && (was === undefined || was.some((phase) => !is.includes(phase)))
  const gained = was !== undefined && (is === undefined || is.some((phase) => !was.includes(phase)))
  return [
    ...(lost ? [change('adverse', '减少开放的阶段', 'Open in fewer phases')] : []),
    ...(gained ? [change('favourable', '增加开放的阶段', 'Open in more phases')] : []),
  ]
}
