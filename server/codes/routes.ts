import { codePoolsSchema, codesAddedSchema } from '../../schemas/api/codes'
import { roles } from '../../schemas/api/management'
import { idSchema } from '../../schemas/schema'
import { findActivity } from '../activities/findActivity'
import { rateLimitsOf } from '../http/rateLimits'
import { route, type Route } from '../http/route'
import { Refuse } from '../problem'
import { addCodes } from './addCodes'
import { readCodes } from './readCodes'

const poolName = new RegExp(idSchema.pattern, 'u')

export const routes: readonly Route[] = [
  route(
    {
      method: 'GET',
      path: '/api/activities/:id/codes',
      operationId: 'listCodePools',
      summary: 'The pools of coupon codes, and how many are left in each.',
      who: roles,
      answers: { 200: codePoolsSchema },
    },
    async ({ world, param, answer }) => {
      const { id } = await findActivity(world, param('id'))
      return answer(200, { pools: await world.engine.codePools(id) })
    },
  ),
  route(
    {
      method: 'POST',
      path: '/api/activities/:id/codes/:pool',
      operationId: 'addCodes',
      who: ['owner', 'operator'],
      summary: 'Adds coupon codes to a pool: a JSON list of texts, or text/plain with one a line. Those that it holds already are counted, not stored twice.',
      bodyMedia: ['application/json', 'text/plain'],
      answers: { 200: codesAddedSchema },
      refusals: ['bad-json', 'too-deep', 'not-json'],
    },
    async ({ world, context, member, param, record, answer }) => {
      const { id } = await findActivity(world, param('id'))
      const pool = param('pool')
      if (!poolName.test(pool))
        throw new Refuse('bad-input', {
          detail: {
            zh: '券码池的名字以字母开头，只能用字母、数字、下划线和连字符，最多 64 个。',
            en: 'A pool is named by a letter, then letters, digits, _ and -, 64 in all.',
          },
        })
      await rateLimitsOf(world).take('upload', member.id)
      return answer(200, await addCodes(world, { activity: id, pool, codes: await readCodes(context) }, record))
    },
  ),
]
