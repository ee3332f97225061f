import { tellStates } from '../../schemas/standing'
import type { PointsMine, PointsShown } from './rules'

export const pointsStates = tellStates<PointsShown, PointsMine>({
  'joined': (_shown, mine) => mine.earned > 0,
  'sold-out': (shown) => shown.left === 0,
})
