import { importedFileSchema } from '../../schemas/api/imports'
import { activitySchema, nameSchema, slugSchema } from '../../schemas/api/management'
import { schema } from '../../schemas/schema'
import { toActivity } from '../activities/routes'
import { revisionsOf } from '../drafts/readDraft'
import { rateLimitsOf } from '../http/rateLimits'
import { route, type Route } from '../http/route'
import { importPage } from './importPage'
import { fileLimits, readFile, toImportedFile } from './readFile'

const editors = ['owner', 'designer', 'operator'] as const

/** A file as another system saved it. */
const anyFile = schema({ oneOf: [{ type: 'object', additionalProperties: true }, { type: 'array' }] })

const wish = schema({
  type: 'object',
  properties: { page: { type: 'integer', minimum: 0, maximum: 1000 }, name: nameSchema(120), slug: slugSchema },
})

export const routes: readonly Route[] = [
  route(
    {
      method: 'POST',
      path: '/api/imports',
      operationId: 'readImport',
      summary: 'Tells what a page file of another system would become here, and what would be lost. Keeps nothing.',
      who: editors,
      body: anyFile,
      bodyLimits: fileLimits,
      answers: { 200: importedFileSchema },
      unaudited: true,
    },
    async ({ world, body, member, locale, answer }) => {
      await rateLimitsOf(world).take('upload', member.id)
      return answer(200, toImportedFile(readFile(body, locale), locale))
    },
  ),
  route(
    {
      method: 'POST',
      path: '/api/imports/activity',
      operationId: 'importActivity',
      summary: 'Makes an activity of one page of such a file; embedded pictures go into the library. Nothing is published.',
      who: editors,
      body: anyFile,
      bodyLimits: fileLimits,
      query: wish,
      answers: { 201: activitySchema },
      refusals: ['slug-taken', 'limit-reached'],
    },
    async ({ world, body, query: { page = 0, name, slug }, member, locale, record, answer }) => {
      await rateLimitsOf(world).take('upload', member.id)
      const row = await importPage(world, readFile(body, locale), { page, name, slug, locale, by: member.email }, record)
      return answer(201, toActivity(row, await revisionsOf(world.store.db, row.id)), { Location: `/api/activities/${row.id}` })
    },
  ),
]
