import { tellStates } from '../../schemas/standing'
import type { CheckInMine, CheckInShown } from './rules'

export const checkInStates = tellStates<CheckInShown, CheckInMine>({
  'joined': (_shown, mine) => mine.total > 0,
  'done-today': (_shown, mine) => mine.done,
})
