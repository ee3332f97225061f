import { definePlay } from '../../schemas/play'
import { describeLottery } from './changes'
import { chanceKeys } from './chances'
import { checkLottery } from './check'
import { draw, slotWinsKey, winsKey } from './draw'
import { lotterySchema, type LotteryRules, type Slot } from './lotterySchema'
import { certainPpm } from './pick'
import { mineReads, shownReads, showLottery, showMine, stillLottery } from './shown'
import { supplyReads } from './stock'
import { lotteryStates } from './states'

/** An outcome that says outright that nothing is won; here it has all odds. */
export const noWin: Slot = { id: 'none', prize: null, weightPpm: certainPpm, title: { 'zh-CN': '谢谢参与', 'en': 'No win' }, icon: '🍀' }

/** Draws with independent, published odds: every draw stands for itself, whoever draws and whatever was drawn before. */
export const lottery = definePlay<LotteryRules>({
  kind: 'lottery',
  title: { zh: '抽奖', en: 'Lottery' },
  schema: lotterySchema,
  defaults: {
    kind: 'lottery',
    title: { 'zh-CN': '幸运抽奖', 'en': 'Lucky draw' },
    slots: [noWin],
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
