import { tellStates } from '../../schemas/standing'
import type { TeamMine, TeamShown } from './rules'

export const teamStates = tellStates<TeamShown, TeamMine>({
  joined: (_shown, mine) => mine.team !== null,
})
