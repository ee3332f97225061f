import { isRecord } from '../../../schemas/diff'
import type { JsonSchema } from '../../../schemas/schema'
import type { RulesDocument } from '../../../schemas/rules'
import { freeId } from '../freeId'

/** The control that a value of a schema is edited with. */
export type Shape =
  | { readonly is: 'nothing' }
  | { readonly is: 'words' | 'instant' | 'switch' | 'text' | 'icon' | 'asset' }
  | { readonly is: 'number'; readonly schema: JsonSchema }
  | { readonly is: 'choice'; readonly schema: JsonSchema }
  | { readonly is: 'pick'; readonly from: 'play' | 'phase' | 'prize'; readonly kind: string | undefined }
  | { readonly is: 'record'; readonly schema: JsonSchema }
  | { readonly is: 'list'; readonly items: JsonSchema; readonly most: number }
  | { readonly is: 'phases' }
  /** One of several records, told apart by `tag`; `canBeNull` where nothing at all is a choice too. */
  | { readonly is: 'variant'; readonly tag: string; readonly branches: readonly JsonSchema[]; readonly canBeNull: boolean }
  /** Something that a play gives, in one row. */
  | { readonly is: 'grant'; readonly branches: readonly JsonSchema[]; readonly canBeNull: boolean }
  /** A value or null. */
  | { readonly is: 'nullable'; readonly inner: JsonSchema }

export function shapeOf(schema: JsonSchema): Shape {
  switch (schema['x-control']) {
    case 'words':
      return { is: 'words' }
    case 'instant':
      return { is: 'instant' }
    case 'icon':
      return { is: 'icon' }
    case 'asset':
      return { is: 'asset' }
    case 'play':
      return { is: 'pick', from: 'play', kind: schema['x-kind'] }
    case 'phase':
      return { is: 'pick', from: 'phase', kind: undefined }
    case 'prize':
      if (!schema.oneOf) return { is: 'pick', from: 'prize', kind: undefined }
  }
  if (schema.oneOf) return shapeOfChoice(schema.oneOf, schema.discriminator?.propertyName)
  if (schema.const !== undefined) return { is: 'nothing' }
  if (schema.enum) return { is: 'choice', schema }
  switch (schema.type) {
    case 'boolean':
      return { is: 'switch' }
    case 'integer':
    case 'number':
      return { is: 'number', schema }
    case 'object':
      return { is: 'record', schema }
    case 'array':
      return schema.items?.['x-control'] === 'phase' ? { is: 'phases' } : { is: 'list', items: schema.items ?? {}, most: schema.maxItems ?? Infinity }
    default:
      return { is: 'text' }
  }
}

function shapeOfChoice(oneOf: readonly JsonSchema[], tag: string | undefined): Shape {
  const branches = oneOf.filter(({ type }) => type !== 'null')
  const canBeNull = branches.length < oneOf.length
  if (tag !== undefined) return variant(tag, branches, canBeNull)
  const [only] = branches
  if (canBeNull && branches.length === 1 && only?.oneOf && only.discriminator) return variant(only.discriminator.propertyName, only.oneOf, canBeNull)
  return canBeNull && only ? { is: 'nullable', inner: only } : { is: 'text' }
}

function variant(tag: string, branches: readonly JsonSchema[], canBeNull: boolean): Shape {
  return tag === 'give' ? { is: 'grant', branches, canBeNull } : { is: 'variant', tag, branches, canBeNull }
}

/** The tag of one branch of a variant. */
export function tagOf(branch: JsonSchema, tag: string): string {
  return String(branch.properties?.[tag]?.const ?? '')
}

/** A first value that a schema admits where it can: ids are picked from what the rules have. */
export function firstValue(schema: JsonSchema, rules: RulesDocument): unknown {
  if (schema.default !== undefined) return schema.default
  if (schema.const !== undefined) return schema.const
  const shape = shapeOf(schema)
  switch (shape.is) {
    case 'words':
    case 'text':
    case 'icon':
    case 'asset':
    case 'nothing':
      return ''
    case 'instant':
      return rules.schedule.endsAt
    case 'switch':
      return false
    case 'number':
      return Math.max(schema.minimum ?? 0, Math.min(1, schema.maximum ?? 1))
    case 'choice':
      return schema.enum?.[0] ?? null
    case 'pick':
      return idsOf(shape.from, shape.kind, rules)[0] ?? shape.kind ?? shape.from
    case 'record':
      return firstRecord(schema, rules)
    case 'list':
      return Array.from({ length: schema.minItems ?? 0 }, () => firstValue(shape.items, rules))
    case 'phases':
      return []
    case 'variant':
    case 'grant':
      return shape.canBeNull ? null : firstRecord(shape.branches[0] ?? {}, rules)
    case 'nullable':
      return null
  }
}

/** A record with a first value in every place that must not be empty. */
export function firstRecord({ properties = {}, required = [] }: JsonSchema, rules: RulesDocument): { readonly [name: string]: unknown } {
  return Object.fromEntries(required.map((name) => [name, firstValue(properties[name] ?? {}, rules)]))
}

/** A first value for one more item of a list. The id that items begin with is made free among theirs. */
export function freshItem(items: JsonSchema, list: readonly unknown[], rules: RulesDocument): unknown {
  const fresh = firstValue(items, rules)
  if (!isRecord(fresh) || typeof fresh['id'] !== 'string') return fresh
  const taken = list.filter(isRecord).map((item) => String(item['id']))
  return { ...fresh, id: freeId(fresh['id'] || 'item', taken) }
}

/** The ids that a place of the rules may name. */
export function idsOf(from: 'play' | 'phase' | 'prize', kind: string | undefined, rules: RulesDocument): readonly string[] {
  switch (from) {
    case 'play':
      return Object.keys(rules.plays).filter((id) => kind === undefined || rules.plays[id]?.kind === kind)
    case 'phase':
      return rules.schedule.phases.map(({ id }) => id)
    case 'prize':
      return Object.keys(rules.prizes)
  }
}

/** Another branch of a variant, with what the old value and the new branch have in common kept. */
export function switched(branch: JsonSchema, old: unknown, tag: string, rules: RulesDocument): unknown {
  const fresh = firstRecord(branch, rules)
  if (!isRecord(old)) return fresh
  const kept = Object.entries(old).filter(([name]) => name in fresh && name !== tag && typeof fresh[name] === 'number')
  return { ...fresh, ...Object.fromEntries(kept) }
}
