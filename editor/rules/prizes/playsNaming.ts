import { isRecord } from '../../../schemas/diff'
import type { RulesDocument } from '../../../schemas/rules'

/** The plays that name a prize anywhere in their rules, whatever their kind. */
export function playsNaming(rules: RulesDocument, prize: string): readonly string[] {
  return Object.keys(rules.plays).filter((id) => names(rules.plays[id], prize))
}

function names(value: unknown, prize: string): boolean {
  if (Array.isArray(value)) return value.some((item) => names(item, prize))
  if (!isRecord(value)) return false
  return Object.entries(value).some(([key, inner]) => (key === 'prize' ? inner === prize : names(inner, prize)))
}
