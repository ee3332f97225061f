import base from '../widgets/base.css?inline'
import { propertyOf, themeDeclarations } from '../widgets/themes'
import type { Theme } from '../schemas/page'
import { styleOf } from './registry'
import frame from './styles/frame.css?inline'
import motion from './styles/motion.css?inline'
import page from './styles/page.css?inline'
import script from './styles/script.css?inline'

/** CSS without comments and needless blanks. Strings are kept. */
export function minifyCss(css: string): string {
  return css.replace(/("[^"]*"|'[^']*')|\/\*[^]*?\*\/|\s+/g, (_match, quoted: string | undefined) => quoted ?? ' ')
    .replace(/("[^"]*"|'[^']*')| ?([{};,]) ?|: /g, (_match, quoted: string | undefined, sign: string | undefined) => quoted ?? sign ?? ':')
    .replace(/;}/g, '}').trim()
}

/** A theme without the tokens that could end a declaration. */
function soundTheme({ preset, tokens = {} }: Theme): Theme {
  const sound = Object.entries(tokens).filter(([name, value]) => /^--[a-z0-9-]+$/.test(propertyOf(name)) && !/[;{}<>\\]/.test(value))
  return { preset, tokens: Object.fromEntries(sound) }
}

/** A theme's custom properties, as CSS declarations. */
export function themeStyle(theme: Theme): string {
  return themeDeclarations(soundTheme(theme))
}

/** The colour behind a page, for the browser's own bars. */
export function pageColour(theme: Theme): string {
  return /--color-page:([^;]*)/.exec(themeStyle(theme))?.[1] ?? ''
}

const minified = new Map<string, string>()

function small(css: string): string {
  const known = minified.get(css)
  if (known !== undefined) return known
  const made = minifyCss(css)
  minified.set(css, made)
  return made
}

export interface StyleWish {
  readonly theme: Theme
  readonly types: Iterable<string>
  readonly hasFrames: boolean
  readonly hasMotion: boolean
  readonly hasScript: boolean
}

/** All CSS of a page: its theme, the shared parts, and the sheets of the widgets that stand on it. */
export function pageStyles({ theme, types, hasFrames, hasMotion, hasScript }: StyleWish): string {
  const sheets = [base, page, hasFrames && frame, hasMotion && motion, hasScript && script, ...[...types].map(styleOf)]
  return `:root{${themeStyle(theme)}}${sheets.map((sheet) => (sheet ? small(sheet) : '')).join('')}`
}
