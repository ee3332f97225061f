import type { Control, JsonSchema } from '../../../schemas/schema'

/** Which control edits a value: those that a schema can ask for by name, and those that its shape calls for. */
export type ControlKind = Exclude<Control, 'slider'> | 'text' | 'number' | 'switch' | 'select' | 'list' | 'record' | 'json'

/** The control for a schema: what it asks for by name, else by its choices, format and type. Json, for whatever no control fits. */
export function controlOf(schema: JsonSchema): ControlKind {
  const isWords = schema.oneOf?.some(({ properties }) => properties?.['zh-CN'] !== undefined) ?? false
  const asked = schema['x-control']
  if (isWords) return asked === 'longtext' || asked === 'richtext' ? 'longtext' : 'words'
  if (asked === 'longtext') return 'longtext'
  if (schema.enum) return (asked === 'segmented' || schema.enum.length <= 3) && fitInRow(schema) ? 'segmented' : 'select'
  if (asked && asked !== 'slider' && asked !== 'segmented') return asked
  if (schema.format === 'date-time') return 'instant'
  switch (schema.type) {
    case 'string':
      return 'text'
    case 'integer':
    case 'number':
      return 'number'
    case 'boolean':
      return 'switch'
    case 'array':
      return 'list'
    case 'object':
      return schema.properties ? 'record' : 'json'
    default:
      return 'json'
  }
}

/** px that a row of choices has in the inspector's narrowest place, an item of a list; and beside a label. */
const [rowWidth, besideLabel] = [224, 140]

/** Whether the names of all choices stand in one row, in either language. */
function fitInRow(schema: JsonSchema): boolean {
  return (['zh', 'en'] as const).every((language) => rowOf(schema, language) <= rowWidth)
}

/** About how wide a row of its choices is, in px. */
function rowOf(schema: JsonSchema, language: 'zh' | 'en'): number {
  const names = schema['x-names'] ?? (schema.enum ?? []).map((member) => ({ zh: String(member), en: String(member) }))
  return 4 + names.reduce((sum, name) => sum + 18 + textWidth(name[language]), 0)
}

/** Whether its choices stand beside a label, in one language. */
export function isShortRow(schema: JsonSchema, language: 'zh' | 'en'): boolean {
  return controlOf(schema) === 'segmented' && rowOf(schema, language) <= besideLabel
}

/** About how wide a text is at 12 px: Chinese characters are as wide as they are high, others take half of that. */
function textWidth(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + (letter > '\u2E80' ? 12 : 6.5), 0)
}

/** Whether a property is shown beside the others of its record. */
export function isShown(schema: JsonSchema, record: { readonly [name: string]: unknown }): boolean {
  const wish = schema['x-show-if']
  return wish === undefined || record[wish.prop] === wish.is
}

/** What a new item of a list starts as: the least that its schema admits. */
export function blankOf(schema: JsonSchema): unknown {
  if (schema.default !== undefined) return schema.default
  if (schema.enum) return schema.enum[0]
  switch (controlOf(schema)) {
    case 'number':
      return schema.minimum ?? 0
    case 'switch':
      return false
    case 'list':
      return []
    case 'record':
      return Object.fromEntries((schema.required ?? []).map((name) => [name, blankOf(schema.properties?.[name] ?? {})]))
    case 'json':
      return null
    default:
      return ''
  }
}

const groups = ['content', 'style', 'behaviour'] as const
export type Group = (typeof groups)[number]

/** The properties of a record under the headings that the inspector shows them in; ungrouped ones count as content. */
export function grouped(schema: JsonSchema): readonly { readonly group: Group; readonly names: readonly string[] }[] {
  const entries = Object.entries(schema.properties ?? {})
  return groups
    .map((group) => ({ group, names: entries.filter(([, { 'x-group': own = 'content' }]) => own === group).map(([name]) => name) }))
    .filter(({ names }) => names.length)
}
