import { activitySchema, newActivitySchema, roles, type Activity } from '../../schemas/api/management'
import { activityListSchema, changedActivitySchema } from '../../schemas/api/activities'
import { allRevisions, revisionsOf, type Revisions } from '../drafts/readDraft'
import { route, type Route } from '../http/route'
import { Refuse } from '../problem'
import { cancelScheduled } from '../releases/cancelScheduled'
import { changeServing } from '../releases/releases'
import { liveIndexOf } from '../serving/liveIndex'
import { isUniqueViolation } from '../store/isUniqueViolation'
import { createActivity } from './createActivity'
import { findActivity } from './findActivity'
import { selectActivities, updateActivity, type ActivityFound } from './store'

/** An activity as the API tells of it. */
export function toActivity({ id, name, slug, state, time_created, time_updated, live_release }: ActivityFound, revisions: Revisions | undefined): Activity {
  return {
    id,
    name,
    slug,
    state,
    createdAt: time_created,
    updatedAt: time_updated,
    live: live_release,
    revisions: revisions ?? { page: '0', rules: '0', plan: '0' },
  }
}

export const routes: readonly Route[] = [
  route(
    {
      method: 'GET',
      path: '/api/activities',
      operationId: 'listActivities',
      summary: 'All activities in use, those changed last first.',
      who: roles,
      answers: { 200: activityListSchema },
    },
    async ({ world, answer }) => {
      const [rows, revisions] = await Promise.all([selectActivities(world.store.db), allRevisions(world.store.db)])
      return answer(200, { activities: rows.map((row) => toActivity(row, revisions.get(row.id))) })
    },
  ),
  route(
    {
      method: 'POST',
      path: '/api/activities',
      operationId: 'createActivity',
      summary: 'Makes an activity from a template, with drafts and nothing published.',
      who: ['owner', 'designer', 'operator'],
      body: newActivitySchema,
      answers: { 201: activitySchema },
      refusals: ['slug-taken'],
    },
    async ({ world, body, member, record, answer }) => {
      const row = await createActivity(world, { ...body, by: member.email }, record)
      return answer(201, toActivity(row, await revisionsOf(world.store.db, row.id)), { Location: `/api/activities/${row.id}` })
    },
  ),
  route(
    { method: 'GET', path: '/api/activities/:id', operationId: 'getActivity', summary: 'One activity.', who: roles, answers: { 200: activitySchema } },
    async ({ world, param, answer }) => {
      const row = await findActivity(world, param('id'))
      return answer(200, toActivity(row, await revisionsOf(world.store.db, row.id)))
    },
  ),
  route(
    {
      method: 'PATCH',
      path: '/api/activities/:id',
      operationId: 'changeActivity',
      summary: 'Renames an activity, or moves it to another address while nothing has been published.',
      who: ['owner', 'operator'],
      body: changedActivitySchema,
      answers: { 200: activitySchema },
      refusals: ['slug-taken', 'in-use'],
    },
    async ({ world, param, body: { name, slug }, record, answer }) => {
      const before = await findActivity(world, param('id'))
      if (slug !== undefined && slug !== before.slug && before.live_release !== null) {
        throw new Refuse('in-use', {
          detail: {
            zh: '活动发布后，访问地址不能再改，否则已经发出去的链接会失效。',
            en: 'Once published, the address stays: links that people already have must go on working.',
          },
        })
      }
      const changes = { ...(name === undefined ? {} : { name }), ...(slug === undefined ? {} : { slug }), time_updated: world.clock.now() }
      try {
        await world.store.write(before.id, async (trx) => {
          await updateActivity(trx, before.id, changes)
          await record(trx, {
            target: `activity/${before.id}`,
            before: `${before.name} (${before.slug})`,
            after: `${name ?? before.name} (${slug ?? before.slug})`,
          })
        })
      } catch (error) {
        throw isUniqueViolation(error) ? new Refuse('slug-taken') : error
      }
      return answer(200, toActivity({ ...before, ...changes }, await revisionsOf(world.store.db, before.id)))
    },
  ),
  route(
    {
      method: 'DELETE',
      path: '/api/activities/:id',
      operationId: 'archiveActivity',
      summary:
        'Puts an activity away. Its address is unknown to visitors from then on, but stays taken, and nothing that visitors did is deleted. What was to be released later is called off.',
      who: ['owner'],
      answers: { 204: null },
      refusals: ['in-use'],
    },
    async ({ world, param, record, answer }) => {
      const { id, state, name } = await findActivity(world, param('id'))
      if (state === 'live') throw new Refuse('in-use', { detail: { zh: '请先下线，再归档。', en: 'Take it offline first.' } })
      await world.store.write(id, async (trx) => {
        await updateActivity(trx, id, { time_archived: world.clock.now() })
        await changeServing(trx)
        await record(trx, { target: `activity/${id}`, reason: name })
        await cancelScheduled(trx, id, name, record)
      })
      await liveIndexOf(world).refresh()
      return answer(204)
    },
  ),
]
