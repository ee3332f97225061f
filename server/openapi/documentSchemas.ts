import { composedSchemas } from '../../schemas/compose'
import { route, type Route } from '../http/route'

/** The published JSON Schemas of the three documents, as this server's widgets and plays fill them in. */
export const routes: readonly Route[] = (['page', 'rules', 'plan'] as const).map((of) =>
  route(
    {
      method: 'GET',
      path: `/api/schemas/${of}.json`,
      operationId: `get${{ page: 'Page', rules: 'Rules', plan: 'Plan' }[of]}Schema`,
      summary: `JSON Schema of ${of} documents.`,
      who: 'anyone',
      answers: { 200: { media: 'application/schema+json' } },
    },
    ({ world, answer }) =>
      answer(200, JSON.stringify(composedSchemas(world.specs, world.kinds)[of]), {
        'Content-Type': 'application/schema+json; charset=utf-8',
        'Cache-Control': 'no-cache',
      }),
  ),
)
