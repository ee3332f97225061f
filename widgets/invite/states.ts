import { tellStates } from '../../schemas/standing'
import type { InviteMine, InviteShown } from './rules'

export const inviteStates = tellStates<InviteShown, InviteMine>({
  'joined': (_shown, mine) => mine.brought > 0 || mine.invited !== null,
  'no-chances': (_shown, mine) => mine.today === 0,
})
