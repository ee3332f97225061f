import type { Problem } from '../../schemas/api/management'
import { compileSchema, createAjv } from '../../schemas/compile'
import { schemaProblems, unknownField } from '../../schemas/schemaProblems'
import { speak, type Locale } from '../../schemas/words'
import type { SchemaError, Validate } from '../../schemas/validators'
import { Refuse } from '../problem'
import type { Route } from './route'

export interface Input {
  /** @throws Refuse `bad-input` with every problem of the body. */
  body(value: unknown, locale: Locale): void
  /** The declared parameters, as the types they are declared with. @throws Refuse `bad-input` */
  query(given: { readonly [name: string]: string }): unknown
}

const bodies = createAjv()
const queries = createAjv({ coerceTypes: true, useDefaults: true })

/** A route's input, with its schemas compiled once. */
export function compileInput({ body, query }: Pick<Route, 'body' | 'query'>): Input {
  const checkBody = body && compileSchema(bodies, body)
  const checkQuery = query && compileSchema(queries, query)
  return {
    body(value, locale) {
      if (checkBody) refuseProblems(checkBody(value), locale)
    },
    query(given) {
      return checkQuery ? coerced(given, Object.keys(query?.properties ?? {}), checkQuery) : {}
    },
  }
}

function coerced(given: { readonly [name: string]: string }, known: readonly string[], check: Validate): unknown {
  const value = Object.fromEntries(known.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]))
  refuseProblems(check(value), 'en')
  return value
}

function refuseProblems(errors: readonly SchemaError[], locale: Locale): void {
  if (errors.length) throw new Refuse('bad-input', { problems: bodyProblems(errors, locale) })
}

/** More would help nobody, and a hostile body can have thousands. */
const mostShown = 100

function bodyProblems(errors: readonly SchemaError[], locale: Locale): Problem[] {
  return schemaProblems(errors.slice(0, mostShown)).map(({ path, message, isUnknownKey }) => ({
    document: 'body',
    path,
    message: speak(isUnknownKey ? unknownField : message, locale),
    severity: 'error',
  }))
}
