import { awardMovedSchema, awardMoveSchema } from '../../schemas/api/awards'
import { actionLimits } from '../../schemas/limits'
import { findActivity } from '../activities/findActivity'
import { route, type Route } from '../http/route'
import { moveAward } from './moveAward'

export const routes: readonly Route[] = [
  route(
    {
      method: 'PATCH',
      path: '/api/activities/:id/awards/:award',
      operationId: 'moveAward',
      summary: 'Moves an award forward, and its visitor sees so. The state that it is in already changes nothing.',
      who: ['owner', 'operator'],
      body: awardMoveSchema,
      bodyLimits: actionLimits,
      answers: { 200: awardMovedSchema },
      refusals: ['not-forward'],
    },
    async ({ world, param, body: { state, reason = '' }, member, record, answer }) => {
      const { id } = await findActivity(world, param('id'))
      await moveAward(world, { activity: id, award: param('award'), state, reason, by: member.email }, record)
      return answer(200, { id: param('award'), state })
    },
  ),
]
