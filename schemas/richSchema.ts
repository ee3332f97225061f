import { cssValuePattern, schema, type Admitted } from './schema'
import type { Locale } from './words'

/** Lines that a text may have, and runs that a line may. */
export const mostTogether = 500

const run = schema({
  type: 'object',
  additionalProperties: false,
  required: ['text'],
  properties: {
    text: { type: 'string', minLength: 1, maxLength: 20_000 },
    bold: { type: 'boolean' },
    italic: { type: 'boolean' },
    underline: { type: 'boolean' },
    strike: { type: 'boolean' },
    colour: { 'type': 'string', 'maxLength': 200, 'pattern': cssValuePattern, 'x-control': 'colour' },
    /** px at the design width. */
    size: { type: 'integer', minimum: 10, maximum: 120 },
    link: { 'type': 'string', 'maxLength': 2048, 'x-control': 'link' },
  },
})

const lines = schema({
  type: 'array',
  maxItems: mostTogether,
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['runs'],
    properties: { list: { enum: ['bullet', 'number'] }, runs: { type: 'array', maxItems: mostTogether, items: run } },
  },
})

/** How the lines of a text look, a language each: runs of letters with their marks. A tree of what is listed here, never markup. */
export const richSchema = schema({ type: 'object', additionalProperties: false, properties: { 'zh-CN': lines, 'en': lines } })

export type Run = Admitted<typeof run>
export type RichLine = Admitted<typeof lines>[number]
export type Rich = { readonly [locale in Locale]?: readonly RichLine[] }
export type Marks = Omit<Run, 'text'>
