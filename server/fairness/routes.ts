import { fairnessSchema } from '../../schemas/api/fairness'
import { route, type Route } from '../http/route'
import { Refuse } from '../problem'
import { findServed } from '../serving/findServed'
import { method } from './method'

export const routes: readonly Route[] = [
  route(
    {
      method: 'GET',
      path: '/a/:slug/fairness',
      operationId: 'getFairness',
      who: 'visitor',
      perSource: 'crowd',
      summary: 'The commitments that draws are made under, the seeds of those that are over, and how to work a draw out again.',
      answers: { 200: fairnessSchema },
      refusals: ['not-found'],
    },
    async ({ world, param, answer }) => {
      const { activity } = await findServed(world, param('slug'))
      const [force, epochs] = await Promise.all([world.engine.inForce(activity), world.engine.seeds(activity, 'live')])
      if (!force) throw new Refuse('not-found')
      return answer(200, { activity, release: force.release, rulesVersion: force.rulesHash, epochs, method }, { 'Cache-Control': 'public, max-age=10' })
    },
  ),
]
