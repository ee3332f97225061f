import { leastContrast, nearestReadable, worstContrast } from '../schemas/contrast'
import type { Theme } from '../schemas/page'
import { tokensOf, type TokenName } from './themes'

/** A colour and what it is read on. */
export interface ThemePair {
  readonly back: TokenName
  readonly front: TokenName
}

/** The pairs of tokens in which widgets write on something. Each keeps 4.5 : 1. */
export const themePairs: readonly ThemePair[] = [
  { back: 'color.page', front: 'color.onPage' },
  { back: 'color.backdrop', front: 'color.onPage' },
  { back: 'color.surface', front: 'color.text' },
  { back: 'color.surface', front: 'color.muted' },
  { back: 'color.surface', front: 'color.primary' },
  { back: 'color.surface', front: 'color.good' },
  { back: 'color.surface', front: 'color.bad' },
  { back: 'color.primary', front: 'color.onPrimary' },
  { back: 'color.accent', front: 'color.onAccent' },
]

/** A pair as a page's theme has it. */
export interface PairContrast extends ThemePair {
  /** Null: one of the two is written in a way that only browsers can read. */
  readonly ratio: number | null
  readonly isEnough: boolean
}

/** How well each pair of a theme reads. What cannot be worked out counts as enough. */
export function themeContrasts(theme: Theme): PairContrast[] {
  const tokens = tokensOf(theme)
  return themePairs.map(({ back, front }) => {
    const ratio = worstContrast(tokens[front] ?? '', tokens[back] ?? '')
    return { back, front, ratio, isEnough: ratio === null || ratio >= leastContrast.text }
  })
}

/** The colour nearest to a token's that reads on everything the token is read on; null where none does. */
export function mendedToken(theme: Theme, front: TokenName): string | null {
  const tokens = tokensOf(theme)
  const backs = themePairs.filter((pair) => pair.front === front).map(({ back }) => tokens[back] ?? '')
  return nearestReadable(tokens[front] ?? '', backs.join(' '))
}
