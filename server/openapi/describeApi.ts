import { problemAnswerSchema } from '../../schemas/api/management'
import { machineSchema } from '../../schemas/machineSchema'
import { refusals, type RefusalCode } from '../../schemas/refusals'
import { isManagement, isUnsafe, type AnswerBody, type Route } from '../http/route'

/** An OpenAPI 3.1 document of the routes: every request, every answer, every refusal. */
export function describeApi(routes: readonly Route[]): object {
  const paths: { [path: string]: { [method: string]: object } } = {}
  for (const route of routes) {
    const path = openApiPath(route.path)
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Festoon', version: '1', description: 'Activity pages: the team’s API under /api, the visitors’ under /a/{slug}.' },
    paths,
    components: {
      schemas: { Problem: machineSchema(problemAnswerSchema) },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'festoon-session', description: '`__Host-festoon-session` over HTTPS.' },
        token: { type: 'http', scheme: 'bearer' },
        visitor: { type: 'apiKey', in: 'cookie', name: 'festoon-visitor' },
      },
    },
  }
}

/** What any request to a route may be refused with, whatever it asks for. */
export function commonRefusals(route: Pick<Route, 'who' | 'method' | 'path' | 'body' | 'query' | 'bodyMedia'>): RefusalCode[] {
  return [
    'bad-input',
    'not-found',
    'too-large',
    'too-many-requests',
    'internal',
    'busy',
    ...(Array.isArray(route.who) ? (['signed-out', 'forbidden'] as const) : []),
    ...(isUnsafe(route.method) ? (['cross-site'] as const) : []),
    ...(route.body ? (['bad-json', 'too-deep', 'not-json', 'too-slow'] as const) : []),
    ...(route.bodyMedia ? (['too-slow'] as const) : []),
  ]
}

export function refusalsOf(route: Route): RefusalCode[] {
  return [...new Set([...commonRefusals(route), ...(route.refusals ?? [])])]
}

function operationOf(route: Route): object {
  const { operationId, summary, answers } = route
  return {
    operationId,
    summary,
    tags: [isManagement(route) ? 'team' : 'visitors'],
    security: securityOf(route),
    parameters: parametersOf(route),
    ...requestBodyOf(route),
    responses: eitherOf(Object.fromEntries(Object.entries(answers).map(([status, body]) => [status, answerOf(body)])), problemsByStatus(refusalsOf(route))),
  }
}

function securityOf({ who }: Route): object[] {
  if (who === 'anyone') return []
  return who === 'visitor' ? [{ visitor: [] }] : [{ session: [] }, { token: [] }]
}

function parametersOf({ path, query, requestHeaders = {} }: Route): object[] {
  const names = [...path.matchAll(/:([a-zA-Z]+)/g)].map((match) => match[1]!)
  return [
    ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    ...Object.entries(query?.properties ?? {}).map(([name, schema]) => ({
      name,
      in: 'query',
      required: query?.required?.includes(name) ?? false,
      schema: machineSchema(schema),
    })),
    ...Object.entries(requestHeaders).map(([name, header]) => ({
      name,
      in: 'header',
      required: header.required,
      description: header.description,
      schema: { type: 'string' },
    })),
  ]
}

function requestBodyOf({ body, bodyMedia, optionalBody = false }: Route): object {
  if (body) return { requestBody: { required: !optionalBody, content: { 'application/json': { schema: machineSchema(body) } } } }
  if (bodyMedia)
    return {
      requestBody: {
        required: true,
        content: Object.fromEntries([bodyMedia].flat().map((media) => [media, media === 'multipart/form-data' ? { schema: { type: 'object' } } : {}])),
      },
    }
  return {}
}

interface Described {
  readonly description: string
  readonly content?: object
}
type ByStatus = { readonly [status: string]: Described }

/** All answers of both; a status of both has the media of both: pages refuse in words for people. */
function eitherOf(answers: ByStatus, problems: ByStatus): ByStatus {
  const shared = Object.keys(answers).filter((status) => problems[status])
  const merged = shared.map((status) => [status, { ...problems[status], content: { ...answers[status]!.content, ...problems[status]!.content } }])
  return { ...answers, ...problems, ...Object.fromEntries(merged) }
}

function answerOf(body: AnswerBody): Described {
  if (body === null) return { description: 'Done.' }
  if ('media' in body) return { description: 'The content.', content: { [body.media]: {} } }
  return { description: 'Done.', content: { 'application/json': { schema: machineSchema(body) } } }
}

/** Too many requests, and too busy: whoever waits as told may ask again. */
const waitStatuses: ReadonlySet<number> = new Set([429, 503])

/** Refusals with one status are one answer, whose description lists their codes. */
function problemsByStatus(codes: readonly RefusalCode[]): ByStatus {
  const byStatus: { [status: number]: RefusalCode[] } = {}
  for (const code of codes) (byStatus[refusals[code].status] ??= []).push(code)
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, list]) => [
      status,
      {
        description: list.map((code) => `\`${code}\`: ${refusals[code].en}`).join('\n'),
        ...(waitStatuses.has(Number(status))
          ? { headers: { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1 } } } }
          : {}),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

/** `/assets/:file{[a-z]+}` is `/assets/{file}`. */
function openApiPath(path: string): string {
  return path.replace(/:([a-zA-Z]+)(\{[^/]*\})?/g, '{$1}')
}
