import { route, type Route } from '../http/route'
import { auditPageSchema, auditVerdictSchema } from '../../schemas/api/audit'
import { selectRows } from './store'
import { verifyAudit } from './verify'

export const routes: readonly Route[] = [
  route(
    {
      method: 'GET',
      path: '/api/audit',
      operationId: 'listAudit',
      summary: 'What members changed, newest first.',
      who: ['owner', 'operator'],
      query: {
        type: 'object',
        properties: { before: { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, limit: { type: 'integer', minimum: 1, maximum: 500 } },
      },
      answers: { 200: auditPageSchema },
    },
    async ({ world, query: { before = Number.MAX_SAFE_INTEGER, limit = 100 }, answer }) => {
      const rows = await selectRows(world.store.db, { before, limit })
      return answer(200, {
        rows: rows.map(({ before_hash, after_hash, ...row }) => ({ ...row, before: before_hash, after: after_hash })),
        next: rows.length === limit ? (rows[rows.length - 1]?.seq ?? null) : null,
      })
    },
  ),
  route(
    {
      method: 'GET',
      path: '/api/audit/verdict',
      operationId: 'verifyAudit',
      summary: 'Whether the audit is as it was written.',
      who: ['owner'],
      answers: { 200: auditVerdictSchema },
    },
    async ({ world, answer }) => answer(200, await verifyAudit(world.store.db)),
  ),
]
