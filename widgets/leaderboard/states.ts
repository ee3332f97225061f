import { tellStates } from '../../schemas/standing'
import type { LeaderboardMine, LeaderboardShown } from './rules'

export const leaderboardStates = tellStates<LeaderboardShown, LeaderboardMine>({
  ended: (shown) => shown.frozen,
  joined: (_shown, mine) => mine.me !== null,
})
