import type { StateTests } from '../schemas/standing'
import { checkInStates } from './check-in/states'
import { formStates } from './form/states'
import { inviteStates } from './invite/states'
import { leaderboardStates } from './leaderboard/states'
import { lotteryStates } from './lottery/states'
import { pointsStates } from './points/states'
import { teamStates } from './team/states'
import { voteStates } from './vote/states'

/** What each kind of play can say of how it stands for a visitor. One line a kind; phones get it too. */
export const stateTests: { readonly [kind: string]: StateTests } = {
  'check-in': checkInStates,
  'form': formStates,
  'invite': inviteStates,
  'leaderboard': leaderboardStates,
  'lottery': lotteryStates,
  'points': pointsStates,
  'team': teamStates,
  'vote': voteStates,
}
