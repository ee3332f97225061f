import type { PlayContext, RuleProblem } from '../../schemas/play'
import { checkGrant, type Grant } from '../points/grant'
import type { LotteryRules, Slot } from './lotterySchema'
import { restPpm } from './pick'
import { isLimited } from './shown'
import { canWin } from './stock'

type Context = PlayContext<LotteryRules>

function problem(path: string, zh: string, en: string, severity: RuleProblem['severity'] = 'error'): RuleProblem {
  return { path, message: { zh, en }, severity }
}

/** What is wrong with a lottery's rules whose shape is sound. */
export function checkLottery(context: Context): RuleProblem[] {
  return [
    ...checkOdds(context.play),
    ...context.play.slots.flatMap((slot, i) => checkSlot(slot, i, context)),
    ...checkReach(context),
    ...checkConsolation(context),
    ...checkChances(context.play),
  ]
}

function checkOdds(play: LotteryRules): RuleProblem[] {
  const { slots } = play
  const over = -restPpm(slots) / 10_000
  return [
    ...(over > 0 ? [problem('/slots', `概率合计超过 100%，多出 ${over}%`, `The odds add up to ${over} % more than 100 %.`)] : []),
    ...checkRest(play),
    ...(slots.some((slot) => canWin(slot) && slot.weightPpm > 0) ? [] : [problem('/slots', '没有任何能抽中的奖项', 'Nothing can be won.')]),
  ]
}

/** What no slot claims wins nothing: somebody should have meant it. */
function checkRest({ slots, consolation }: LotteryRules): RuleProblem[] {
  const rest = restPpm(slots) / 10_000
  const isMeant = consolation || slots.some((slot) => !canWin(slot))
  return rest <= 0 || isMeant
    ? []
    : [
        problem(
          '/slots',
          `概率合计不到 100%：其余 ${rest}% 什么也抽不到，也没有写明“未中奖”`,
          `The odds add up to less than 100 %: the other ${rest} % win nothing, and no slot says so.`,
          'warning',
        ),
      ]
}

function checkSlot(slot: Slot, i: number, context: Context): RuleProblem[] {
  const path = `/slots/${i}`
  const isRepeated = context.play.slots.findIndex(({ id }) => id === slot.id) < i
  return [
    ...(isRepeated ? [problem(`${path}/id`, `编号“${slot.id}”重复了`, `There is another slot "${slot.id}".`)] : []),
    ...(slot.weightPpm > 0
      ? []
      : [problem(`${path}/weightPpm`, '展示了这个奖项，但概率为 0，永远抽不中', 'It is shown but has odds of 0: nobody can ever draw it.', 'warning')]),
    ...(slot.prize === null ? [] : checkPrize(slot.prize, `${path}/prize`, context)),
    ...(slot.grant ? checkGiven(slot.grant, `${path}/grant`, context) : []),
  ]
}

function checkPrize(id: string, path: string, { rules }: Context): RuleProblem[] {
  const prize = rules.prizes[id]
  if (!prize) return [problem(path, `没有奖品“${id}”`, `There is no prize "${id}".`)]
  if (prize.stock === 0)
    return [problem(path, `奖品“${id}”的库存是 0，不能展示为可中奖`, `Prize "${id}" has a stock of 0 and must not be shown as one to win.`)]
  if (prize.type === 'code' && prize.codePool === undefined)
    return [problem(path, `券码奖品“${id}”没有指定券码池`, `Prize "${id}" hands out codes but names no pool of them.`)]
  return []
}

function checkGiven(given: Grant, path: string, { rules, id, play }: Context): RuleProblem[] {
  const isUseless = given.give === 'chances' && given.play === id && !play.chances.earned
  return [
    ...checkGrant(given, rules, path),
    ...(isUseless
      ? [problem(`${path}/play`, '送出的机会用不了：本抽奖没有开启“可使用赢得的机会”', 'These chances could never be used: earned chances do not count here.')]
      : []),
  ]
}

/** Whatever has run out, a draw must still end in an outcome that was published. */
function checkReach({ rules, play: { slots, outOfStock, consolation } }: Context): RuleProblem[] {
  if (outOfStock === 'fallback' && !consolation)
    return [problem('/outOfStock', '选了“改发参与奖”，但没有设置参与奖', 'It says to give the consolation, but there is none.')]
  const isAlwaysReached =
    outOfStock !== 'renormalise' || consolation || restPpm(slots) > 0 || slots.some((slot) => slot.weightPpm > 0 && !isLimited(slot, rules))
  return isAlwaysReached
    ? []
    : [
        problem(
          '/outOfStock',
          '所有奖项都可能发完：请给“未中奖”留一点概率，或设置参与奖',
          'Every outcome can run out: leave some odds for no win, or add a consolation.',
        ),
      ]
}

function checkConsolation({ rules, play: { slots, outOfStock, consolation, winCapPerVisitor } }: Context): RuleProblem[] {
  if (!consolation) return []
  const { play, min, max, budget } = consolation
  const isReached =
    restPpm(slots) > 0 || outOfStock !== 'no-win' || winCapPerVisitor !== undefined || slots.some(({ capPerVisitor }) => capPerVisitor !== undefined)
  return [
    ...checkGrant({ give: 'points', play, min, max }, rules, '/consolation'),
    ...(budget < min ? [problem('/consolation/budget', '预算连一份参与奖都不够', 'The budget does not pay for a single consolation.')] : []),
    ...(isReached
      ? []
      : [problem('/consolation', '概率已合计 100%，参与奖永远不会发出', 'The odds add up to 100 %: the consolation is never given.', 'warning')]),
  ]
}

function checkChances({ chances: { perDay, earned, inAll } }: LotteryRules): RuleProblem[] {
  if (perDay === 0 && !earned)
    return [problem('/chances', '没有免费次数，也不能用赢得的机会：谁都抽不了', 'No free chances, and earned ones do not count: nobody can draw.')]
  return inAll !== null && inAll < perDay ? [problem('/chances/inAll', '总次数少于每天的免费次数', 'Fewer draws in all than free ones a day.', 'warning')] : []
}
