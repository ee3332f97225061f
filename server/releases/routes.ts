import { activitySchema, newReleaseSchema, reasonSchema, releaseListSchema, releaseSchema, roles, rollbackSchema } from '../../schemas/api/management'
import { hashOf } from '../../schemas/canonical'
import { actionLimits } from '../../schemas/limits'
import { findActivity } from '../activities/findActivity'
import { toActivity } from '../activities/routes'
import { revisionsOf } from '../drafts/readDraft'
import { route, type Route } from '../http/route'
import { cancelRelease } from './cancelRelease'
import { release } from './release'
import { listReleases, readRelease } from './releases'
import { rollBack } from './rollBack'
import { setOffline } from './setOffline'

const publishers = ['owner', 'operator'] as const

export const routes: readonly Route[] = [
  route(
    {
      method: 'GET',
      path: '/api/activities/:id/releases',
      operationId: 'listReleases',
      summary: 'Every release of an activity, newest first.',
      who: roles,
      answers: { 200: releaseListSchema },
      refusals: ['not-found'],
    },
    async ({ world, param, answer }) => {
      const activity = await findActivity(world, param('id'))
      return answer(200, { releases: await listReleases(world.store.db, activity.id) })
    },
  ),
  route(
    {
      method: 'POST',
      path: '/api/activities/:id/releases',
      operationId: 'createRelease',
      who: publishers,
      summary: 'Publishes the drafts, or kept versions: for everyone, for a share of visitors, or at a given time.',
      body: newReleaseSchema,
      bodyLimits: actionLimits,
      requestHeaders: {
        'Idempotency-Key': { required: false, description: 'A repeated key answers with the release that it made first; with another body it is refused.' },
      },
      answers: { 201: releaseSchema },
      refusals: ['not-found', 'has-problems', 'adverse-change', 'key-reused'],
    },
    async ({ world, param, header, member, body, locale, record, answer }) => {
      const activity = await findActivity(world, param('id'))
      const { page, rules, note = '', rollout = null, startsAt, overrideAdverse = null } = body
      const key = header('idempotency-key')
      const made = await release(
        world,
        activity,
        {
          page,
          rules,
          note,
          rollout,
          overrideAdverse,
          locale,
          startsAt: startsAt === undefined ? null : Date.parse(startsAt),
          request: key === undefined ? null : { key, hash: await hashOf(body) },
          by: { id: member.email, isOwner: member.role === 'owner' },
        },
        record,
      )
      return answer(201, await readRelease(world.store.db, activity.id, made.id))
    },
  ),
  route(
    {
      method: 'POST',
      path: '/api/activities/:id/releases/:release/cancel',
      operationId: 'cancelRelease',
      summary: 'Calls off a scheduled or partial release.',
      who: publishers,
      body: reasonSchema,
      optionalBody: true,
      bodyLimits: actionLimits,
      answers: { 200: releaseSchema },
      refusals: ['not-found', 'in-use'],
    },
    async ({ world, param, body, record, answer }) => {
      const activity = await findActivity(world, param('id'))
      await cancelRelease(world, activity.id, { release: param('release'), reason: body.reason }, record)
      return answer(200, await readRelease(world.store.db, activity.id, param('release')))
    },
  ),
  route(
    {
      method: 'POST',
      path: '/api/activities/:id/rollback',
      operationId: 'rollBack',
      who: publishers,
      summary: 'Serves the page of an earlier release again. Rules, stock and everything visitors did stay.',
      body: rollbackSchema,
      bodyLimits: actionLimits,
      answers: { 201: releaseSchema },
      refusals: ['not-found'],
    },
    async ({ world, param, member, body: { to, reason }, record, answer }) => {
      const activity = await findActivity(world, param('id'))
      const made = await rollBack(world, activity, { to, reason, by: member.email }, record)
      return answer(201, await readRelease(world.store.db, activity.id, made.id))
    },
  ),
  ...(['offline', 'online'] as const).map((state) =>
    route(
      {
        method: 'POST',
        path: `/api/activities/:id/${state}`,
        operationId: state === 'offline' ? 'takeOffline' : 'bringOnline',
        who: publishers,
        summary:
          state === 'offline' ? 'Takes the page down and stops all plays at once. Nothing that visitors have is lost.' : 'Brings the page and its plays back.',
        body: reasonSchema,
        optionalBody: true,
        bodyLimits: actionLimits,
        answers: { 200: activitySchema },
        refusals: ['not-found'],
      },
      async ({ world, param, body: { reason }, record, answer }) => {
        const activity = await findActivity(world, param('id'))
        await setOffline(world, activity, { offline: state === 'offline', reason }, record)
        return answer(200, toActivity(await findActivity(world, activity.id), await revisionsOf(world.store.db, activity.id)))
      },
    ),
  ),
]
