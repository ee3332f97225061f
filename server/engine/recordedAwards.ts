import type { Award, Command } from '../../schemas/play'
import { sha256 } from './chain'
import type { CodeTexts } from './codes'
import type { OwedAward } from './overlay'
import type { CodeNumber } from './vault'

/** An award as the journal holds it: of its code only the name, so that what is told to many tells nobody's code. */
export interface RecordedAward extends Omit<Award, 'code'> {
  readonly code?: CodeNumber
  /** Whose it is, where it is not the commanding visitor's. */
  readonly to?: string
}

export function recordAwards({ random, play, at }: Pick<Command, 'random' | 'play' | 'at'>, owed: readonly OwedAward[]): RecordedAward[] {
  return owed.map(({ snapshot, code, to }, n) => ({
    // Nobody can tell it before the draw, and a replay of the journal gives the same.
    id: sha256(`${random}/award/${n}`).slice(0, 32),
    play,
    snapshot,
    state: 'granted',
    at,
    ...(code ? { code } : {}),
    ...(to === undefined ? {} : { to }),
  }))
}

export function codesIn(awards: readonly { readonly code?: CodeNumber | null }[]): CodeNumber[] {
  return awards.flatMap(({ code }) => (code ? [code] : []))
}

/** The award as its owner is told of it. */
export function withCode({ code, ...award }: RecordedAward, texts: CodeTexts): Award {
  return code ? { ...award, code: texts(code) } : award
}
