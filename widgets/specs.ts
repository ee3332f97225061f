import { button } from './content/button/spec'
import { carousel } from './content/carousel/spec'
import { faq } from './content/faq/spec'
import { image } from './content/image/spec'
import { overlay } from './content/overlay/spec'
import { page } from './content/page/spec'
import { poster } from './content/poster/spec'
import { rulesText } from './content/rules-text/spec'
import { section } from './content/section/spec'
import { steps } from './content/steps/spec'
import { text } from './content/text/spec'
import { video } from './content/video/spec'
import { countdown } from './countdown/countdown/spec'
import { checkInCalendar } from './check-in/calendar/spec'
import { formWidget } from './form/form/spec'
import { inviteCard } from './invite/card/spec'
import { inviteWelcome } from './invite/welcome/spec'
import { leaderboardWidget } from './leaderboard/board/spec'
import { pointsBalance } from './points/balance/spec'
import { lotteryPrizes } from './lottery/prizes/spec'
import { lotteryTicket } from './lottery/ticket/spec'
import { lotteryWheel } from './lottery/wheel/spec'
import { lotteryWinners } from './lottery/winners/spec'
import { teamBoard } from './team/board/spec'
import { teamCard } from './team/card/spec'
import { voteRanking } from './vote/ranking/spec'
import { voteWidget } from './vote/vote/spec'
import { byName } from '../schemas/byName'
import type { WidgetSpec } from '../schemas/widget'

/** What can stand on a page, by type. One line a widget. */
export const specs: { readonly [type: string]: WidgetSpec } = byName<WidgetSpec>({
  page,
  section,
  text,
  image,
  video,
  carousel,
  button,
  steps,
  'rules-text': rulesText,
  faq,
  overlay,
  poster,
  countdown,
  'check-in-calendar': checkInCalendar,
  'points-balance': pointsBalance,
  'leaderboard': leaderboardWidget,
  'lottery-wheel': lotteryWheel,
  'lottery-prizes': lotteryPrizes,
  'lottery-winners': lotteryWinners,
  'form': formWidget,
  'vote': voteWidget,
  'vote-ranking': voteRanking,
  'invite-card': inviteCard,
  'invite-welcome': inviteWelcome,
  'team-card': teamCard,
  'team-board': teamBoard,
  'lottery-ticket': lotteryTicket,
})
