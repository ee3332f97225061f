import { tellStates } from '../../schemas/standing'
import type { LotteryMine, LotteryShown } from './shown'

export const lotteryStates = tellStates<LotteryShown, LotteryMine>({
  'joined': (_shown, mine) => mine.drawn > 0,
  'done-today': (_shown, mine) => mine.drawnToday > 0,
  'no-chances': (_shown, mine) => !mine.chances.left,
  'sold-out': (shown) => shown.isSoldOut,
  'won': (_shown, mine) => mine.wins > 0,
})
