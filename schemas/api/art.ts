import { schema, type Admitted } from '../schema'

/** The shelves that icons stand on. `prizes` are those that activities give away most; they stand on their own shelf as well. */
export const artGroups = ['prizes', 'smileys', 'people', 'nature', 'food', 'travel', 'activities', 'objects', 'symbols', 'flags'] as const
export type ArtGroup = (typeof artGroups)[number]

const artSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['name', 'char', 'zh', 'en'],
  properties: {
    /** Under which it is drawn and taken. */
    name: { type: 'string' },
    /** The character that it is a drawing of. */
    char: { type: 'string' },
    zh: { type: 'string' },
    en: { type: 'string' },
  },
})
export type Art = Admitted<typeof artSchema>

export const artListSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['art', 'found', 'credit'],
  properties: {
    art: { type: 'array', items: artSchema },
    /** How many there are in all, on this page of the list or not. */
    found: { type: 'integer' },
    /** Who drew them, and under which licence. */
    credit: { type: 'string' },
  },
})
export type ArtList = Admitted<typeof artListSchema>

export const artChoiceSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['name'],
  properties: { name: { type: 'string', maxLength: 120 } },
})
