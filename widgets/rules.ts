import { byName } from '../schemas/byName'
import type { PlayKind } from '../schemas/play'
import { checkIn } from './check-in/rules'
import { form } from './form/rules'
import { invite } from './invite/rules'
import { leaderboard } from './leaderboard/rules'
import { lottery } from './lottery/rules'
import { points } from './points/rules'
import { team } from './team/rules'
import { vote } from './vote/rules'

/** The kinds of play, by name. One line a kind. */
export const playKinds: { readonly [kind: string]: PlayKind } = byName<PlayKind>({
  'check-in': checkIn,
  'form': form,
  'invite': invite,
  'leaderboard': leaderboard,
  'lottery': lottery,
  'points': points,
  'team': team,
  'vote': vote,
})
