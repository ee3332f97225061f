import { tellStates } from '../../schemas/standing'
import type { VoteMine, VoteShown } from './rules'

export const voteStates = tellStates<VoteShown, VoteMine>({
  'ended': (shown) => shown.frozen,
  'joined': (_shown, mine) => Object.keys(mine.given).length > 0,
  'no-chances': (_shown, mine) => mine.left === 0,
})
