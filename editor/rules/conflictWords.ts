import { isRecord } from '../../schemas/diff'
import type { Conflict } from '../../schemas/merge'
import { rulesSchema, type RulesDocument } from '../../schemas/rules'
import type { JsonSchema } from '../../schemas/schema'
import type { Words } from '../../schemas/words'
import { playKinds } from '../../widgets/rules'
import { moment, number, percent } from '../i18n/format'
import { said, t, told, type Key } from '../i18n/t'

/** What schemas leave to the forms to name. */
const names: { readonly [field: string]: Key } = {
  'schedule': 'rules.schedule',
  'prizes': 'rules.prizes',
  'segments': 'rules.segments',
  'plays': 'rules.plays',
  'title': 'rules.name',
  'startsAt': 'rules.startsAt',
  'endsAt': 'rules.endsAt',
  'phases': 'rules.phases',
  'image': 'rules.image',
  'zh-CN': 'ui.chinese',
  'en': 'ui.english',
}
const collections = ['prizes', 'segments', 'plays'] as const
const places = ' › '

/** Where two people changed the rules, from the outside in: 奖品 › 保温杯 › 库存. */
export function placeInWords({ at, ...sides }: Conflict, rules: RulesDocument): string {
  const whole = at.length === 2 ? [sides.mine, sides.theirs, sides.base].find(isRecord) : undefined
  return at.map((key, depth) => (depth === 1 && ownName(at[0]!, key, rules, whole)) || fieldName(schemaAt(at.slice(0, depth + 1), rules), key)).join(places)
}

/** What one side has at such a place: a line a field, or one for each thing of a list. */
export function sideInWords(conflict: Conflict, side: 'mine' | 'theirs', rules: RulesDocument): string {
  if (!(side in conflict)) return t('rules.removed')
  const value = conflict[side]
  const schema = schemaAt(conflict.at, rules, value)
  const lines = isRecord(value) && !isWords(value) ? fieldsInWords(value, schema, rules) : [inWords(value, schema, rules)]
  return lines.join('\n')
}

/** The name that people gave to a prize, a segment or a play. */
function ownName(collection: string, id: string, rules: RulesDocument, given: { readonly [field: string]: unknown } | undefined): string {
  const known = collections.find((one) => one === collection)
  // Each record of these has a title.
  return known ? said((rules[known]?.[id]?.title ?? given?.['title']) as Words | undefined) || id : ''
}

function fieldName(schema: JsonSchema | undefined, key: string): string {
  return told(schema?.title) || (names[key] ? t(names[key]) : key)
}

function schemaAt([top, id, ...deeper]: readonly string[], rules: RulesDocument, whole?: unknown): JsonSchema | undefined {
  const section = top === undefined ? undefined : (rulesSchema.properties as { readonly [name: string]: JsonSchema })[top]
  if (id === undefined || !section) return section
  const kind = top === 'plays' ? (rules.plays[id]?.kind ?? (isRecord(whole) ? String(whole['kind']) : '')) : ''
  const record = top === 'plays' ? playKinds[kind]?.schema : recordOf(section)
  return record ? deeper.reduce<JsonSchema | undefined>(fieldOf, record) : fieldOf(section, id)
}

function recordOf({ additionalProperties }: JsonSchema): JsonSchema | undefined {
  return typeof additionalProperties === 'object' ? additionalProperties : undefined
}

function fieldOf(schema: JsonSchema | undefined, key: string): JsonSchema | undefined {
  return schema?.properties?.[key] ?? schema?.oneOf?.map((choice) => fieldOf(choice, key)).find(Boolean)
}

/** Of several shapes the one that a record has, by what they hold fast. */
function shapeFor(schema: JsonSchema | undefined, record: { readonly [field: string]: unknown }): JsonSchema | undefined {
  const choices = schema?.oneOf?.flatMap((choice) => choice.oneOf ?? choice) ?? []
  const fits = ({ properties = {} }: JsonSchema): boolean =>
    Object.entries(properties).every(([key, { const: held }]) => held === undefined || held === record[key])
  return choices.find((choice) => choice.type === 'object' && fits(choice)) ?? schema
}

function isWords(value: object): boolean {
  const keys = Object.keys(value)
  return keys.length > 0 && keys.every((key) => key === 'zh-CN' || key === 'en')
}

function fieldsInWords(record: { readonly [field: string]: unknown }, schema: JsonSchema | undefined, rules: RulesDocument): string[] {
  const shape = shapeFor(schema, record)
  const shown = Object.entries(record).filter(([key]) => key !== 'id' && shape?.properties?.[key]?.const === undefined)
  const fields = shown.map(([key, value]) =>
    t('rules.fieldIs', { field: fieldName(shape?.properties?.[key], key), value: inWords(value, shape?.properties?.[key], rules) }),
  )
  return shape !== schema && shape?.title ? [told(shape.title), ...fields] : fields
}

function inWords(value: unknown, schema: JsonSchema | undefined, rules: RulesDocument): string {
  if (Array.isArray(value)) return value.length ? value.map((item) => `· ${inWords(item, schema?.items, rules)}`).join('\n') : t('rules.empty')
  if (isRecord(value)) return isWords(value) ? Object.values(value).filter(Boolean).join(' / ') : fieldsInWords(value, schema, rules).join(t('rules.and'))
  if (typeof value === 'string') return textInWords(value, schema, rules)
  if (typeof value === 'number')
    return schema?.['x-unit'] === 'ppm' ? percent(value / 1_000_000, 4) : [number(value), schema?.['x-unit']].filter(Boolean).join(' ')
  return t(value === null ? 'rules.empty' : value ? 'rules.yes' : 'rules.no')
}

function textInWords(value: string, schema: JsonSchema | undefined, rules: RulesDocument): string {
  const choice = schema?.enum?.indexOf(value) ?? -1
  if (choice >= 0) return told(schema?.['x-names']?.[choice]) || value
  switch (schema?.['x-control']) {
    case 'instant':
      return Number.isNaN(Date.parse(value)) ? value : moment(Date.parse(value), rules.schedule.timeZone)
    case 'play':
      return said(rules.plays[value]?.title) || value
    case 'prize':
      return said(rules.prizes[value]?.title) || value
    case 'phase':
      return said(rules.schedule.phases.find(({ id }) => id === value)?.title) || value
    default:
      return value
  }
}
