import type { Checked } from '../../schemas/api/management'
import type { Key } from '../i18n/t'

export type ChangeClass = Checked['changes'][number]['class']

/** How the classes of changes are told apart. */
export const changeLooks: { readonly [kind in ChangeClass]: { readonly tone: 'plain' | 'good' | 'warn' | 'bad'; readonly name: Key } } = {
  cosmetic: { tone: 'plain', name: 'release.cosmetic' },
  neutral: { tone: 'plain', name: 'release.neutral' },
  favourable: { tone: 'good', name: 'release.favourable' },
  adverse: { tone: 'bad', name: 'release.adverse' },
  breaking: { tone: 'bad', name: 'release.breaking' },
}
