import { problemAnswerSchema } from '../../schemas/api/management'
import { compileSchema, createAjv } from '../../schemas/compile'
import { refusals } from '../../schemas/refusals'
import type { Validate } from '../../schemas/validators'
import type { Route } from '../http/route'
import { refusalsOf } from '../openapi/describeApi'

/** Says what an answer has that its route does not declare; null: all is as declared. */
export type Contract = (method: string, path: string, answer: Response) => Promise<string | null>

/** Holds answers against the declarations that OpenAPI is made from: statuses and JSON bodies. */
export function contractOf(routes: readonly Route[]): Contract {
  const ajv = createAjv()
  const problem = compileSchema(ajv, problemAnswerSchema)
  const known = routes.map((route) => ({ route, pattern: patternOf(route.path), statuses: statusesOf(route), schemas: schemasOf(route, ajv) }))
  return async (method, path, answer) => {
    const { pathname } = new URL(path, 'http://localhost')
    const found = known.find(({ route, pattern }) => route.method === method && pattern.test(pathname))
    // Answers to what is no route at all (404, 405) are nobody's declaration.
    if (!found) return null
    const { operationId } = found.route
    if (!found.statuses.has(answer.status)) return `${operationId} answered ${answer.status}, which it does not declare.`
    const check = answer.headers.get('content-type')?.startsWith('application/problem+json') ? problem : found.schemas.get(answer.status)
    const errors = check && answer.body ? check(await answer.clone().json()) : []
    return errors.length ? `${operationId} answered ${answer.status} with another body than it declares: ${JSON.stringify(errors.slice(0, 3))}` : null
  }
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/:[a-zA-Z]+(\{[^/]*\})?/g, '[^/]+')}$`)
}

function statusesOf(route: Route): ReadonlySet<number> {
  return new Set([...Object.keys(route.answers).map(Number), ...refusalsOf(route).map((code) => refusals[code].status)])
}

function schemasOf({ answers }: Route, ajv: ReturnType<typeof createAjv>): ReadonlyMap<number, Validate> {
  const schemas = new Map<number, Validate>()
  for (const [status, body] of Object.entries(answers)) {
    if (body !== null && !('media' in body)) schemas.set(Number(status), compileSchema(ajv, body))
  }
  return schemas
}
