import { roles } from '../../schemas/api/management'
import { awardsPageSchema, reportSchema } from '../../schemas/api/report'
import { say } from '../../schemas/words'
import { findActivity } from '../activities/findActivity'
import type { OwnedAward } from '../engine/awards'
import type { Words } from '../../schemas/words'
import type { World } from '../world'
import { route, type Route } from '../http/route'
import { csvLine } from './csv'
import { reportOf } from './report'
import { streamOf } from './stream'

const operators = ['owner', 'operator'] as const
const csvHeads = ['id', 'at', 'visitor', 'play', 'prize', 'title', 'state', 'code', 'source', 'seq']

function csvOf({ id, at, visitor, play, snapshot, state, code, source, seq }: OwnedAward): string {
  // A snapshot's title is `Words`, kept as JSON.
  return csvLine([id, new Date(at).toISOString(), visitor, play, snapshot.prize, say(snapshot.title as Words, 'zh-CN'), state, code, source, seq])
}

const pageSize = 1000

/** Which awards are wanted: of one play, of one visitor, or all. */
const filters = { play: { type: 'string', maxLength: 64 }, visitor: { type: 'string', maxLength: 64 } } as const
type Filter = { readonly [name in keyof typeof filters]?: string }

/** Every award, newest first, a page at a time. The first character tells spreadsheets that it is UTF-8. */
async function* allAwards(world: World, activity: string, filter: Filter): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(csvHeads)}`
  for (let before: number | undefined; ;) {
    const awards = await world.engine.awards(activity, 'live', { ...filter, before, limit: pageSize, withCodes: true })
    yield awards.map(csvOf).join('')
    if (awards.length < pageSize) return
    before = awards[awards.length - 1]!.seq
  }
}

async function* journalLines(world: World, activity: string, from: number): AsyncGenerator<string> {
  for (let after = from; ;) {
    const rows = await world.engine.journal(activity, 'live', { after, limit: pageSize })
    yield rows.map((row) => `${JSON.stringify(row)}\n`).join('')
    if (rows.length < pageSize) return
    after = rows[rows.length - 1]!.seq
  }
}

export const routes: readonly Route[] = [
  route(
    {
      method: 'GET',
      path: '/api/activities/:id/report',
      operationId: 'getReport',
      summary: 'How the activity is doing, in total and by day.',
      who: roles,
      answers: { 200: reportSchema },
      refusals: ['not-found'],
    },
    async ({ world, param, answer }) => {
      const activity = await findActivity(world, param('id'))
      return answer(200, await reportOf(world, activity.id))
    },
  ),
  route(
    {
      method: 'GET',
      path: '/api/activities/:id/awards',
      operationId: 'listAwards',
      who: operators,
      summary: 'What visitors won, newest first. `format=csv` leads on to the file for spreadsheets.',
      query: {
        type: 'object',
        properties: {
          ...filters,
          before: { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
          limit: { type: 'integer', minimum: 1, maximum: 500 },
          format: { enum: ['json', 'csv'] },
        },
      },
      answers: { 200: awardsPageSchema, 303: null },
      refusals: ['not-found'],
    },
    async ({ world, param, query: { play, visitor, before, limit = 100, format }, answer }) => {
      const activity = await findActivity(world, param('id'))
      if (format === 'csv') {
        const wanted = new URLSearchParams(Object.entries({ play, visitor }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
        return answer(303, null, { Location: `/api/activities/${activity.id}/awards.csv${wanted.size ? `?${wanted.toString()}` : ''}` })
      }
      const awards = await world.engine.awards(activity.id, 'live', { play, visitor, before, limit })
      return answer(200, { awards, next: awards.length < limit ? null : awards[awards.length - 1]!.seq })
    },
  ),
  route(
    {
      method: 'GET',
      path: '/api/activities/:id/awards.csv',
      operationId: 'exportAwards',
      who: operators,
      summary: 'All that visitors won, as a file for spreadsheets.',
      query: { type: 'object', properties: filters },
      answers: { 200: { media: 'text/csv' } },
      refusals: ['not-found'],
    },
    async (call) => {
      const { world, param, query, answer } = call
      const activity = await findActivity(world, param('id'))
      const headers = { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="awards-${activity.slug}.csv"` }
      return streamOf(call, answer(200, '', headers), allAwards(world, activity.id, query))
    },
  ),
  route(
    {
      method: 'GET',
      path: '/api/activities/:id/journal',
      operationId: 'readJournal',
      who: operators,
      summary: 'Every accepted act in order, one JSON record a line.',
      query: { type: 'object', properties: { after: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER } } },
      answers: { 200: { media: 'application/x-ndjson' } },
      refusals: ['not-found'],
    },
    async (call) => {
      const { world, param, query, answer } = call
      const activity = await findActivity(world, param('id'))
      return streamOf(call, answer(200, '', { 'Content-Type': 'application/x-ndjson; charset=utf-8' }), journalLines(world, activity.id, query.after ?? 0))
    },
  ),
]
