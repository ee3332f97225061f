import base from '../widgets/base.css?inline'
import { propertyOf, themeDeclarations, typeScaleToken } from '../widgets/themes'
import type { Theme } from '../schemas/page'
import { inlineProperties } from './inlineProperties'
import { pruneCss, pruneProperties, type Material } from './pruneCss'
import { styleOf } from './registry'
import { remembered } from './remembered'
import conditions from './styles/conditions.css?inline'
import exit from './styles/exit.css?inline'
import frame from './styles/frame.css?inline'
import motion from './styles/motion.css?inline'
import page from './styles/page.css?inline'
import scale from './styles/scale.css?inline'
import script from './styles/script.css?inline'

/** CSS without comments and needless blanks. Strings are kept. */
export function minifyCss(css: string): string {
  return css
    .replace(/("[^"]*"|'[^']*')|\/\*[^]*?\*\/|\s+/g, (_match, quoted: string | undefined) => quoted ?? ' ')
    .replace(/("[^"]*"|'[^']*')| ?([{};,]) ?|: /g, (_match, quoted: string | undefined, sign: string | undefined) => quoted ?? sign ?? ':')
    .replace(
      /("[^"]*"|'[^']*')|;}|(?<![\w.%)])0(?=\.\d)| ?> ?/g,
      (match, quoted: string | undefined) => quoted ?? (match === '0' ? '' : match.replace(/[; ]/g, '')),
    )
    .trim()
}

/** A theme without the tokens that could end a declaration. */
function soundTheme({ preset, tokens = {} }: Theme): Theme {
  const sound = Object.entries(tokens).filter(([name, value]) => /^--[a-z0-9-]+$/.test(propertyOf(name)) && !/[;{}<>\\]/.test(value))
  return { preset, tokens: Object.fromEntries(sound) }
}

/** The rules by which a theme's texts grow and shrink together; none where it leaves them at their usual size. */
export function scaleStyle({ tokens }: Theme): string {
  return tokens?.[typeScaleToken] === undefined ? '' : scale
}

/** A theme's custom properties, as CSS declarations. */
export function themeStyle(theme: Theme): string {
  return themeDeclarations(soundTheme(theme))
}

/** A page's style under its theme: the theme's values where they are read, and those properties that the page itself reads. */
function themed(theme: Theme, css: string, material: Material | undefined): string {
  const name = JSON.stringify(theme)
  const declarations = declarationsFor(name, () => declarationsOf(theme))
  if (!material) return `${rootRule(declarations)}${css}`
  // All that is asked of the material here: of the same answers the same style is made.
  const answers = declarations.map(([property]) => [material.setsAnew(property), material.hasWord(property) || material.mayBegin(property)])
  return themedStyles([name, answers.join(' '), css].join('\n'), () => {
    const inlined = inlineProperties(declarations, css, material)
    return `${rootRule(pruneProperties(inlined.left, inlined.css, material))}${inlined.css}`
  })
}

type Declaration = readonly [property: string, value: string]

const declarationsFor = remembered<readonly Declaration[]>()
const themedStyles = remembered<string>()

function declarationsOf(theme: Theme): Declaration[] {
  return minifyCss(themeStyle(theme).replace(/, /g, ','))
    .split(';')
    .map((declaration) => [declaration.slice(0, declaration.indexOf(':')), declaration.slice(declaration.indexOf(':') + 1)])
}

function rootRule(declarations: readonly Declaration[]): string {
  return declarations.length ? `:root{${declarations.map((declaration) => declaration.join(':')).join(';')}}` : ''
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
  readonly hasExits?: boolean
  /** A turned node enters or leaves moving. */
  readonly hasTurns?: boolean
  readonly hasConditions?: boolean
  readonly hasScript: boolean
  /** What the page can come to show; absent: anything. */
  readonly material?: Material
}

/** All CSS of a page: its theme, the shared parts, and the sheets of the widgets that stand on it; of each what the page can come to use. */
export function pageStyles({ theme, types, hasFrames, hasMotion, hasExits, hasTurns, hasConditions, hasScript, material }: StyleWish): string {
  const turned = (css: string): string => (hasTurns ? css : css.replace(/ rotate\(var\(--turn,0deg\)\)/g, ''))
  const sheets = [
    base,
    page,
    hasFrames && frame,
    hasMotion && turned(motion),
    hasExits && turned(exit),
    hasScript && script,
    hasConditions && conditions,
    ...[...types].map(styleOf),
    scaleStyle(theme),
  ]
  const all = sheets.map((sheet) => (sheet ? small(sheet) : ''))
  const css = material ? pruneCss(all, material) : all.join('')
  return themed(theme, css, material)
}
