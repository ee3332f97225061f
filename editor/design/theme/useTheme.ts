import { computed, type ComputedRef } from 'vue'
import type { Theme } from '../../../schemas/page'
import { tokensOf } from '../../../widgets/themes'
import { clearTokens } from '../../document/commands/clearTokens'
import { setPreset } from '../../document/commands/setPreset'
import { setToken } from '../../document/commands/setToken'
import { setTokens } from '../../document/commands/setTokens'
import { useDesigner } from '../designer'
import { stepNames } from '../stepNames'

/** The page's theme and the ways to change it. */
export interface ThemeDesk {
  readonly theme: ComputedRef<Theme>
  readonly tokens: ComputedRef<{ readonly [token: string]: string }>
  isOwn(token: string): boolean
  choose(preset: Theme['preset']): void
  /** `undefined` goes back to the preset's. `stroke` as in the inspector's fields. */
  paint(token: string, value: string | undefined, stroke?: string): void
  paintAll(tokens: { readonly [token: string]: string }): void
  clear(): void
}

export function useTheme(): ThemeDesk {
  const { store, edits } = useDesigner()
  const theme = computed(() => store.fields.value.theme)
  return {
    theme,
    tokens: computed(() => tokensOf(theme.value)),
    isOwn: (token) => theme.value.tokens?.[token] !== undefined,
    choose: (preset) => void edits.run(stepNames.theme, (document) => setPreset(document, { preset })),
    paint: (token, value, stroke = '') => void edits.run(stepNames.theme, (document) => setToken(document, { token, value }), `token/${token}/${stroke}`),
    paintAll: (tokens) => void edits.run(stepNames.theme, (document) => setTokens(document, { tokens })),
    clear: () => void edits.run(stepNames.theme, clearTokens),
  }
}
