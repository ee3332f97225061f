import { tellStates } from '../../schemas/standing'
import type { FormMine, FormShown } from './rules'

export const formStates = tellStates<FormShown, FormMine>({
  'joined': (_shown, mine) => mine.sent > 0,
  // A form for once is done for good: on which day is not told.
  'done-today': (shown, mine) => mine.done && shown.every === 'day',
  'sold-out': (shown) => shown.left === 0,
})
