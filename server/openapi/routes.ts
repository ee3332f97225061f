import { route, type Route } from '../http/route'
import { describeApi } from './describeApi'

/** The description of all routes, itself among them. */
export function openApiRoute(others: readonly Route[]): Route {
  const self: Route = route(
    {
      method: 'GET',
      path: '/api/openapi.json',
      operationId: 'getOpenApi',
      summary: 'This description (OpenAPI 3.1).',
      who: 'anyone',
      answers: { 200: { type: 'object', additionalProperties: true } },
    },
    ({ answer }) => {
      text ??= JSON.stringify(describeApi([...others, self]))
      return answer(200, text, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-cache' })
    },
  )
  let text: string | undefined
  return self
}
