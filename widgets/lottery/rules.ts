import { definePlay } from '../../schemas/play'
import { describeLottery } from './changes'
import { chanceKeys } from './chances'
import { checkLottery } from './check'
import { draw, slotWinsKey, winsKey } from './draw'
import { lotterySchema, type LotteryRules } from './lotterySchema'
import { mineReads, shownReads, showLottery, showMine, stillLottery } from './shown'
import { supplyReads } from './stock'
import { lotteryStates } from './states'

/** Draws with independent, published odds: every draw stands for itself, whoever draws and whatever was drawn before. */
export const lottery = definePlay<LotteryRules>({
  kind: 'lottery',
  title: { zh: '抽奖', en: 'Lottery' },
  schema: lotterySchema,
  defaults: {
    kind: 'lottery',
    title: { 'zh-CN': '幸运抽奖', 'en': 'Lucky draw' },
    slots: [{ id: 'none', prize: null, weightPpm: 1_000_000, title: { 'zh-CN': '谢谢参与', 'en': 'No win' }, icon: '🍀' }],
    chances: { perDay: 1, inAll: null, earned: true },
    outOfStock: 'no-win',
  },
  actions: {
    draw: { title: { zh: '抽一次', en: 'Draw' }, input: { type: 'object', additionalProperties: false, properties: {} }, by: 'visitor' },
  },
  reads(context, command) {
    const { counts, pools } = supplyReads(context)
    const wins = context.play.slots.map(({ id }) => slotWinsKey(context.id, command.visitor, id))
    return { counts: [...chanceKeys(context.id, command), winsKey(context.id, command.visitor), ...wins, ...counts], pools }
  },
  decide: draw,
  publicReads: shownReads,
  publicView: showLottery,
  still: stillLottery,
  mineReads,
  mineView: showMine,
  states: lotteryStates,
  check: checkLottery,
  changes: describeLottery,
})
