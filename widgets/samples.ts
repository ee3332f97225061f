import { countdownSamples } from './countdown/countdown/samples'
import { checkInCalendarSamples } from './check-in/calendar/samples'
import { formSamples } from './form/form/samples'
import { inviteCardSamples, inviteWelcomeSamples } from './invite/samples'
import { leaderboardSamples } from './leaderboard/board/samples'
import { pointsBalanceSamples } from './points/balance/samples'
import { prizesSamples, ticketSamples, wheelSamples, winnersSamples } from './lottery/samples'
import { teamBoardSamples, teamCardSamples } from './team/samples'
import { voteRankingSamples, voteSamples } from './vote/samples'
import type { Sample } from './sample'

/** The states of each interactive widget, by type. One line a widget. */
export const samples: { readonly [type: string]: readonly Sample[] } = {
  'countdown': countdownSamples,
  'check-in-calendar': checkInCalendarSamples,
  'points-balance': pointsBalanceSamples,
  'leaderboard': leaderboardSamples,
  'lottery-wheel': wheelSamples,
  'lottery-prizes': prizesSamples,
  'lottery-winners': winnersSamples,
  'form': formSamples,
  'vote': voteSamples,
  'vote-ranking': voteRankingSamples,
  'invite-card': inviteCardSamples,
  'invite-welcome': inviteWelcomeSamples,
  'team-card': teamCardSamples,
  'team-board': teamBoardSamples,
  'lottery-ticket': ticketSamples,
}
