import type { Bilingual } from './words'

/**
 * The control that the inspector shows for a value, where type and format alone do not say it.
 * `words` edits a text in both languages; `play`, `phase`, `prize`, `asset` and `node` pick an id.
 */
export type Control =
  | 'words'
  | 'longtext'
  | 'richtext'
  | 'colour'
  | 'asset'
  | 'link'
  | 'instant'
  | 'play'
  | 'phase'
  | 'prize'
  | 'node'
  | 'slider'
  | 'segmented'
  | 'icon'
  | 'gradient'
  | 'spacing'
  | 'shadow'
  | 'focus'
  | 'border'

/** What people see of a value; it never decides what is admitted. */
export interface Label {
  readonly 'title'?: Bilingual
  readonly 'description'?: Bilingual
  readonly 'x-control'?: Control
  /** The heading under which the inspector groups the value. */
  readonly 'x-group'?: 'content' | 'style' | 'behaviour'
  /** Names for the members of `enum`, in its order. */
  readonly 'x-names'?: readonly Bilingual[]
  /** The unit shown behind a number: ms, px, %, ppm. */
  readonly 'x-unit'?: string
  /** For `x-control: play`: the kind that may be picked. */
  readonly 'x-kind'?: string
  /** For `x-control: focus`: the picture beside it that the point is of. */
  readonly 'x-of'?: string
  /** The value is shown only while the property `prop` beside it is `is`. What is not shown is kept all the same. */
  readonly 'x-show-if'?: { readonly prop: string; readonly is: string | number | boolean }
}

/** The subset of JSON Schema 2020-12 that documents are described in: what ajv, the form and Monaco all understand. */
export interface JsonSchema extends Label {
  readonly $id?: string
  readonly $schema?: string
  readonly $defs?: { readonly [name: string]: JsonSchema }
  readonly $ref?: string
  readonly type?:
    | 'object'
    | 'array'
    | 'string'
    | 'number'
    | 'integer'
    | 'boolean'
    | 'null'
    | readonly ('string' | 'number' | 'integer' | 'boolean' | 'null' | 'object' | 'array')[]
  readonly const?: string | number | boolean | null
  readonly enum?: readonly (string | number | null)[]
  readonly oneOf?: readonly JsonSchema[]
  readonly discriminator?: { readonly propertyName: string }
  readonly properties?: { readonly [name: string]: JsonSchema }
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | JsonSchema
  readonly propertyNames?: JsonSchema
  readonly minProperties?: number
  readonly maxProperties?: number
  readonly items?: JsonSchema
  readonly minItems?: number
  readonly maxItems?: number
  readonly uniqueItems?: boolean
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly multipleOf?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly format?: 'date-time' | 'date' | 'uri' | 'email'
  readonly default?: unknown
}

/** Keeps a schema's literal types, so that `Admitted` can read them. */
export function schema<const S extends JsonSchema>(described: S): S {
  return described
}

/** The TypeScript type of the values that a schema admits. */
export type Admitted<S> = S extends { const: infer C }
  ? C
  : S extends { enum: readonly (infer E)[] }
    ? E
    : S extends { oneOf: readonly (infer U)[] }
      ? Admitted<U>
      : S extends { type: readonly (infer T)[] }
        ? Primitive<T>
        : S extends { type: 'array'; items: infer I }
          ? readonly Admitted<I>[]
          : S extends { type: 'object'; properties: infer P }
            ? AdmittedObject<P, S extends { required: readonly (infer R)[] } ? R : never>
            : S extends { type: 'object'; additionalProperties: infer A }
              ? { readonly [key: string]: Admitted<A> }
              : S extends { type: infer T }
                ? Primitive<T>
                : unknown

type Primitive<T> = T extends 'string' ? string : T extends 'number' | 'integer' ? number : T extends 'boolean' ? boolean : T extends 'null' ? null : unknown

type AdmittedObject<P, R> = { readonly [K in keyof P as K extends R ? K : never]: Admitted<P[K]> } & {
  readonly [K in keyof P as K extends R ? never : K]?: Admitted<P[K]>
}

/** What may stand as a value inside other CSS: no sign in it can end that or begin markup. */
export const cssValuePattern = '^[^;{}<>\\\\]*$'

/** A text in one language or in both (see `Words`). */
export const wordsSchema = schema({
  'oneOf': [
    { type: 'string', maxLength: 20_000 },
    {
      type: 'object',
      additionalProperties: false,
      properties: { 'zh-CN': { type: 'string', maxLength: 20_000 }, 'en': { type: 'string', maxLength: 20_000 } },
    },
  ],
  'x-control': 'words',
})

/** A point in time as documents write it: RFC 3339 with an offset. */
export const instantSchema = schema({ 'type': 'string', 'format': 'date-time', 'x-control': 'instant' })

/** Records answer to these whether or not somebody put them there. */
const namesOfAll = 'constructor|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toLocaleString|toString|valueOf'

/** The name of a play, prize, phase or node: short, and safe in a URL, in a CSS selector and as the key of a record. */
export const idSchema = schema({ type: 'string', pattern: `^(?!(${namesOfAll})$)[a-zA-Z][a-zA-Z0-9_-]{0,63}$` })

/** What a variable of the page can hold. */
export const variableSchema = schema({ type: ['string', 'number', 'boolean'], maxLength: 200 })
