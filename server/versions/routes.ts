import { roles, versionListSchema } from '../../schemas/api/management'
import { findActivity } from '../activities/findActivity'
import { route, type Route } from '../http/route'
import { Refuse } from '../problem'
import { liveRelease } from '../releases/releases'
import { selectVersion, selectVersions } from './store'

export const routes: readonly Route[] = [
  route(
    {
      method: 'GET',
      path: '/api/activities/:id/versions',
      operationId: 'listVersions',
      summary: 'The kept versions of the page or the rules, newest first.',
      who: roles,
      query: { type: 'object', required: ['of'], properties: { of: { enum: ['page', 'rules'] } } },
      answers: { 200: versionListSchema },
      refusals: ['not-found'],
    },
    async ({ world, param, query: { of }, answer }) => {
      const activity = await findActivity(world, param('id'))
      const [rows, live] = await Promise.all([selectVersions(world.store.db, activity.id, of), liveRelease(world.store.db, activity.id)])
      const liveHash = of === 'page' ? live?.page_hash : live?.rules_hash
      const versions = rows.map(({ hash, number, note, by_member, time_created }) => ({
        id: hash,
        of,
        number,
        createdAt: time_created,
        by: by_member,
        note,
        live: hash === liveHash,
      }))
      return answer(200, { versions })
    },
  ),
  route(
    {
      method: 'GET',
      path: '/api/activities/:id/versions/:hash',
      operationId: 'getVersion',
      summary: 'A kept document. It never changes.',
      who: roles,
      answers: { 200: { type: 'object', additionalProperties: true } },
      refusals: ['not-found'],
    },
    async ({ world, param, answer }) => {
      const activity = await findActivity(world, param('id'))
      const { db } = world.store
      const row = (await selectVersion(db, activity.id, 'page', param('hash'))) ?? (await selectVersion(db, activity.id, 'rules', param('hash')))
      if (!row) throw new Refuse('not-found', { detail: { zh: '没有这个版本。', en: 'There is no such version.' } })
      return answer(200, row.document, {
        'Content-Type': 'application/json; charset=utf-8',
        'ETag': `"${row.hash}"`,
        'Cache-Control': 'private, max-age=31536000, immutable',
      })
    },
  ),
]
