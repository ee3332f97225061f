import { idSchema, schema, type Admitted } from '../schema'
import { symbolContentSchema, type SymbolContent } from '../symbol'

const version = { type: 'string', pattern: '^[0-9a-f]{64}$' } as const

/** A symbol as lists show it. */
export const symbolHeadSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['id', 'name', 'type', 'revision', 'version', 'number', 'updatedAt', 'updatedBy'],
  properties: {
    id: idSchema,
    name: { type: 'string' },
    /** The widget that its root is. */
    type: { type: 'string' },
    /** For `If-Match`: every change takes the next, a new name too. */
    revision: { type: 'string' },
    /** The hash of its content's canonical JSON. */
    version,
    /** How people count the versions: 1, 2, 3 … */
    number: { type: 'integer' },
    updatedAt: { type: 'integer' },
    updatedBy: { type: 'string' },
  },
})
export type SymbolHead = Admitted<typeof symbolHeadSchema>

export const symbolListSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['symbols'],
  properties: { symbols: { type: 'array', items: symbolHeadSchema } },
})
export type SymbolList = Admitted<typeof symbolListSchema>

/** What a symbol is called, and what it is made of. */
export const symbolWishSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['name', 'content'],
  properties: { name: { type: 'string', minLength: 1, maxLength: 80, pattern: '\\S' }, content: symbolContentSchema },
})

export const symbolVersionSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['version', 'number', 'content'],
  properties: { version, number: { type: 'integer' }, content: symbolContentSchema },
})
export interface SymbolVersion extends Omit<Admitted<typeof symbolVersionSchema>, 'content'> {
  readonly content: SymbolContent
}

const symbolUseSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['activity', 'name', 'archived', 'instances', 'behind'],
  properties: {
    activity: { type: 'string' },
    name: { type: 'string' },
    archived: { type: 'boolean' },
    /** On the draft of its page. */
    instances: { type: 'integer' },
    /** Those of them that are not at the symbol's newest version. */
    behind: { type: 'integer' },
  },
})
export type SymbolUse = Admitted<typeof symbolUseSchema>

export const symbolUsesSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['uses'],
  properties: { uses: { type: 'array', items: symbolUseSchema } },
})
