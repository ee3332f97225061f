import { isDateTime } from './dateTime'
import { pageSchema } from './page'
import { planSchema } from './plan'
import type { PlayKind } from './play'
import { rulesSchema } from './rules'
import type { JsonSchema } from './schema'
import type { SchemaError, Validate, Validators } from './validators'
import type { WidgetSpec } from './widget'

/** Validators for browsers: they read the schemas that are there anyway, where compiled ones would be 800 kB of code. They agree with ajv's. */
export function interpretValidators(specs: { readonly [type: string]: WidgetSpec }, kinds: { readonly [kind: string]: PlayKind }): Validators {
  const each = <T>(records: { readonly [name: string]: T }, schemaOf: (record: T) => JsonSchema): { [name: string]: Validate } =>
    Object.fromEntries(Object.entries(records).map(([name, record]) => [name, interpretSchema(schemaOf(record))]))
  return {
    page: interpretSchema(pageSchema),
    rules: interpretSchema(rulesSchema),
    plan: interpretSchema(planSchema),
    widgets: each(specs, (spec) => spec.props),
    plays: each(kinds, (kind) => kind.schema),
  }
}

/** The errors of a value, all of them, as ajv would list them (in an order of their own). Refuses words that documents do not use. */
export function interpretSchema(schema: JsonSchema): Validate {
  return (value) => errorsOf({ schema, value, instancePath: '', schemaPath: '#' })
}

/** A value before its schema. Paths are JSON pointers. */
interface Case {
  readonly schema: JsonSchema
  readonly value: unknown
  readonly instancePath: string
  readonly schemaPath: string
}
type Kind = 'string' | 'number' | 'boolean' | 'null' | 'array' | 'object'
type Found = readonly SchemaError[]
type Words = { readonly [Word in keyof JsonSchema]?: (wanted: NonNullable<JsonSchema[Word]>, one: Case) => Found }

const nothing: Found = []

function errorsOf(one: Case): SchemaError[] {
  const kind = kindOf(one.value)
  const found: SchemaError[] = []
  for (const word of Object.keys(one.schema) as (keyof JsonSchema)[]) {
    const judge = (ofAll[word] ?? ofKind[kind][word]) as ((wanted: unknown, one: Case) => Found) | undefined
    if (judge) found.push(...judge(one.schema[word], one))
  }
  return found
}

function kindOf(value: unknown): Kind {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  // JSON has no other kinds.
  return typeof value as Kind
}

const ofAll: Words = {
  type: (type, one) =>
    unless(
      [type].flat().some((wanted) => isOfType(one.value, wanted)),
      one,
      'type',
      { type },
    ),
  const: (allowedValue, one) => unless(one.value === allowedValue, one, 'const', { allowedValue }),
  enum: (allowedValues, one) =>
    unless(
      allowedValues.some((allowed) => allowed === one.value),
      one,
      'enum',
      { allowedValues },
    ),
  oneOf: (choices, one) => (one.schema.discriminator ? nothing : oneOf(choices, one)),
  $ref: unreadable,
}

const ofNumber: Words = {
  minimum: (limit, one) => unless(numberOf(one) >= limit, one, 'minimum', { limit }),
  exclusiveMinimum: (limit, one) => unless(numberOf(one) > limit, one, 'exclusiveMinimum', { limit }),
  maximum: (limit, one) => unless(numberOf(one) <= limit, one, 'maximum', { limit }),
  multipleOf: (multipleOf, one) => unless(isMultiple(numberOf(one), multipleOf), one, 'multipleOf', { multipleOf }),
}

const ofString: Words = {
  minLength: (limit, one) => unless([...textOf(one)].length >= limit, one, 'minLength', { limit }),
  maxLength: (limit, one) => unless([...textOf(one)].length <= limit, one, 'maxLength', { limit }),
  pattern: (pattern, one) => unless(expressionOf(pattern).test(textOf(one)), one, 'pattern', { pattern }),
  format: (format, one) => unless(format === 'date-time' ? isDateTime(textOf(one)) : unreadable(), one, 'format', { format }),
}

const ofArray: Words = {
  minItems: (limit, one) => unless(itemsOf(one).length >= limit, one, 'minItems', { limit }),
  maxItems: (limit, one) => unless(itemsOf(one).length <= limit, one, 'maxItems', { limit }),
  items: (schema, one) => itemsOf(one).flatMap((_, index) => within(one, schema, index, 'items')),
  uniqueItems: unreadable,
}

const ofObject: Words = {
  required: (names, one) => names.flatMap((missingProperty) => unless(recordOf(one)[missingProperty] !== undefined, one, 'required', { missingProperty })),
  properties: (schemas, one) =>
    Object.entries(schemas).flatMap(([name, schema]) =>
      recordOf(one)[name] === undefined ? nothing : within(one, schema, name, `properties/${escaped(name)}`),
    ),
  additionalProperties: (wanted, one) => surplusOf(one).flatMap((name) => surplus(wanted, name, one)),
  propertyNames: (schema, one) => Object.keys(recordOf(one)).flatMap((name) => nameErrors(schema, name, one)),
  minProperties: (limit, one) => unless(Object.keys(recordOf(one)).length >= limit, one, 'minProperties', { limit }),
  maxProperties: (limit, one) => unless(Object.keys(recordOf(one)).length <= limit, one, 'maxProperties', { limit }),
  discriminator: ({ propertyName }, one) => byTag(propertyName, one),
}

const ofKind: { readonly [K in Kind]: Words } = { number: ofNumber, string: ofString, array: ofArray, object: ofObject, boolean: {}, null: {} }

function isOfType(value: unknown, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value)
  return type === 'number' ? Number.isFinite(value) : kindOf(value) === type
}

/** Just one choice fits. The errors of the others are told too: they say what was meant. */
function oneOf(choices: readonly JsonSchema[], one: Case): Found {
  const judged = choices.map((schema, index) => errorsOf({ ...one, schema, schemaPath: `${one.schemaPath}/oneOf/${index}` }))
  const passing = judged.flatMap((errors, index) => (errors.length ? [] : [index]))
  if (passing.length === 1) return nothing
  return [...judged.flat(), error(one, 'oneOf', { passingSchemas: passing.length ? passing : null })]
}

/** The choice whose tag the value carries. */
function byTag(propertyName: string, one: Case): Found {
  const tag = recordOf(one)[propertyName]
  const index = one.schema.oneOf!.findIndex(({ properties }) => carries(properties?.[propertyName], tag))
  const schema = one.schema.oneOf![index]
  if (schema) return errorsOf({ ...one, schema, schemaPath: `${one.schemaPath}/oneOf/${index}` })
  return [error(one, 'discriminator', { error: typeof tag === 'string' ? 'mapping' : 'tag', tag: propertyName, tagValue: tag })]
}

function carries(tags: JsonSchema | undefined, tag: unknown): boolean {
  return tags?.const === undefined ? (tags?.enum?.some((allowed) => allowed === tag) ?? false) : tags.const === tag
}

function surplusOf(one: Case): string[] {
  const known = one.schema.properties ?? {}
  return Object.keys(recordOf(one)).filter((name) => !Object.hasOwn(known, name))
}

function surplus(wanted: boolean | JsonSchema, name: string, one: Case): Found {
  if (typeof wanted === 'boolean') return unless(wanted, one, 'additionalProperties', { additionalProperty: name })
  return unlessSound(wanted, recordOf(one)[name], () => within(one, wanted, name, 'additionalProperties'))
}

const sound = new WeakMap<JsonSchema, WeakSet<object>>()

/** Of many records of one shape an edit changes few. Documents are values, never changed in place, so one that was sound is not read again. */
function unlessSound(schema: JsonSchema, value: unknown, judge: () => Found): Found {
  if (typeof value !== 'object' || value === null) return judge()
  const known = sound.get(schema) ?? new WeakSet()
  if (known.has(value)) return nothing
  const found = judge()
  if (found.length === 0) sound.set(schema, known.add(value))
  return found
}

const soundNames = new WeakMap<JsonSchema, Set<string>>()

/** A name that was sound stays so: the ids of a large page are read once, not with each edit. */
function nameErrors(schema: JsonSchema, name: string, one: Case): Found {
  const known = soundNames.get(schema) ?? new Set()
  if (known.has(name)) return nothing
  const errors = errorsOf({ ...one, schema, value: name, schemaPath: `${one.schemaPath}/propertyNames` })
  if (errors.length) return [...errors, error(one, 'propertyNames', { propertyName: name })]
  soundNames.set(schema, known.add(name))
  return nothing
}

/** What a value within the value says to its own schema. */
function within({ value, instancePath, schemaPath }: Case, schema: JsonSchema, name: string | number, path: string): Found {
  // Whoever asks has seen that the value has something by that name.
  const inner = (value as { readonly [name: string | number]: unknown })[name]
  return errorsOf({ schema, value: inner, instancePath: `${instancePath}/${escaped(String(name))}`, schemaPath: `${schemaPath}/${path}` })
}

function unless(holds: boolean, one: Case, keyword: string, params: SchemaError['params']): Found {
  return holds ? nothing : [error(one, keyword, params)]
}

function error({ instancePath, schemaPath }: Case, keyword: string, params: SchemaError['params']): SchemaError {
  return { keyword, instancePath, schemaPath: `${schemaPath}/${keyword}`, params }
}

function unreadable(): never {
  throw new Error('Documents are described without references, unique lists and formats other than instants: only ajv reads those.')
}

// The words of a kind are asked only of values of that kind.
const numberOf = ({ value }: Case): number => value as number
const textOf = ({ value }: Case): string => value as string
const itemsOf = ({ value }: Case): readonly unknown[] => value as readonly unknown[]
const recordOf = ({ value }: Case): { readonly [name: string]: unknown } => value as { readonly [name: string]: unknown }

/** Floats divide badly: 1.4 is a multiple of 0.1. */
function isMultiple(value: number, of: number): boolean {
  return Math.abs(Math.round(value / of) - value / of) <= 1e-6
}

const expressions = new Map<string, RegExp>()

function expressionOf(pattern: string): RegExp {
  const kept = expressions.get(pattern) ?? new RegExp(pattern, 'u')
  expressions.set(pattern, kept)
  return kept
}

function escaped(name: string): string {
  return name.replace(/~/g, '~0').replace(/\//g, '~1')
}
