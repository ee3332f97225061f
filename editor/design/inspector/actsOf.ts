import type { RulesDocument } from '../../../schemas/rules'
import { playKinds } from '../../../widgets/rules'
import { told } from '../../i18n/t'

/** What visitors can do to a play. */
export function actsOf({ plays }: RulesDocument, play: string): { readonly value: string; readonly label: string }[] {
  const actions = playKinds[plays[play]?.kind ?? '']?.actions ?? {}
  return Object.entries(actions).flatMap(([value, { by, title }]) => (by === 'visitor' ? [{ value, label: told(title) }] : []))
}
