import { schema, type Admitted } from '../schema'

const text = { type: 'string' } as const
const count = { type: 'integer', minimum: 0 } as const

/** What became of one part of a page from another system. */
export const importLineSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['was', 'fate', 'reasons'],
  properties: {
    /** Its type there. */
    was: text,
    name: text,
    /** `changed`: something of it is lost. `placeholder`: kept as it was, shown only in the editor. */
    fate: { enum: ['kept', 'changed', 'placeholder', 'dropped'] },
    /** The widget that it is here, and its node. */
    now: text,
    node: text,
    reasons: { type: 'array', items: { type: 'object', additionalProperties: false, required: ['code', 'text'], properties: { code: text, text } } },
  },
})
export type ImportLine = Admitted<typeof importLineSchema>

export const importedPageSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['title', 'nodes', 'fates', 'lines', 'document'],
  properties: {
    title: text,
    nodes: count,
    fates: {
      type: 'object',
      additionalProperties: false,
      required: ['kept', 'changed', 'placeholder', 'dropped'],
      properties: { kept: count, changed: count, placeholder: count, dropped: count },
    },
    /** In the order of the page; the page itself first. */
    lines: { type: 'array', items: importLineSchema },
    /** The page document that it would become. */
    document: { type: 'object', additionalProperties: true },
  },
})
export type ImportedPage = Admitted<typeof importedPageSchema>

/** What a file from elsewhere holds. */
export const importedFileSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['system', 'title', 'pages'],
  properties: { system: text, title: text, pages: { type: 'array', items: importedPageSchema } },
})
export type ImportedFile = Admitted<typeof importedFileSchema>
