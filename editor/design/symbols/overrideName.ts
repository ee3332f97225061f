import type { PageDocument } from '../../../schemas/page'
import type { SymbolContent } from '../../../schemas/symbol'
import { specs } from '../../../widgets/specs'
import type { Override } from '../../document/symbols/overridesOf'
import { t, told, type Key } from '../../i18n/t'
import { nameOf } from '../designer'

const fields: { readonly [field: string]: Key } = {
  on: 'design.tap',
  motion: 'design.motion',
  frame: 'design.placement',
  name: 'symbols.fieldName',
  hidden: 'symbols.fieldHidden',
}

/** What an override is called: whose it is, and what of it differs. */
export function overrideName(override: Override, { nodes }: PageDocument, content: SymbolContent): { readonly whose: string; readonly what: string } {
  const node = override.kind === 'removed' ? content.nodes[override.inner] : nodes[override.node]
  const whose = node ? nameOf(node) : ''
  if (override.kind === 'added') return { whose, what: t('symbols.fieldAdded') }
  if (override.kind === 'removed') return { whose, what: t('symbols.fieldRemoved') }
  if (override.kind === 'place') return { whose, what: t('symbols.fieldPlace') }
  const [field = '', prop] = override.at
  if (prop === undefined) return { whose, what: fields[field] ? t(fields[field]) : field }
  const title = specs[node?.type ?? '']?.props.properties?.[prop]?.title
  return { whose, what: title ? told(title) : prop }
}
