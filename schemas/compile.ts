import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { isDateTime } from './dateTime'
import { pageSchema } from './page'
import { machineSchema } from './machineSchema'
import { planSchema } from './plan'
import type { PlayKind } from './play'
import { rulesSchema } from './rules'
import type { JsonSchema } from './schema'
import type { Validate, Validators } from './validators'
import type { WidgetSpec } from './widget'

/** The words in our schemas that are for people and say nothing about what is admitted. */
export const humanKeywords = ['x-control', 'x-group', 'x-names', 'x-unit', 'x-kind', 'x-show-if', 'x-of', 'x-placeholder', 'x-order'] as const

/** ajv as every part of the product uses it. It compiles with `new Function`, so browsers get validators compiled ahead of time instead. */
export function createAjv(options: ConstructorParameters<typeof Ajv2020>[0] = {}): Ajv2020 {
  // Floats divide badly: without a precision 1.4 is no multiple of 0.1.
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    strictTypes: false,
    strictRequired: false,
    discriminator: true,
    multipleOfPrecision: 6,
    ...options,
  })
  ajv.addVocabulary([...humanKeywords])
  addFormats.default(ajv, ['date', 'uri', 'email'])
  ajv.addFormat('date-time', isDateTime)
  return ajv
}

/** A validator of one schema, compiled when it is first asked. `title` and `description` are bilingual records here, which JSON Schema does not know: they are left out. */
export function compileSchema(ajv: Ajv2020, described: JsonSchema): Validate {
  let check: ValidateFunction | undefined
  return (value) => {
    // All schemas together take more than a second, and a server that starts needs few of them.
    check ??= ajv.compile(machineSchema(described) as object)
    return check(value) ? [] : (check.errors ?? [])
  }
}

export function compileValidators(specs: { readonly [type: string]: WidgetSpec }, kinds: { readonly [kind: string]: PlayKind }): Validators {
  const ajv = createAjv()
  const each = <T>(records: { readonly [name: string]: T }, schemaOf: (record: T) => JsonSchema): { [name: string]: Validate } =>
    Object.fromEntries(Object.entries(records).map(([name, record]) => [name, compileSchema(ajv, schemaOf(record))]))
  return {
    page: compileSchema(ajv, pageSchema),
    rules: compileSchema(ajv, rulesSchema),
    plan: compileSchema(ajv, planSchema),
    widgets: each(specs, (spec) => spec.props),
    plays: each(kinds, (kind) => kind.schema),
  }
}
