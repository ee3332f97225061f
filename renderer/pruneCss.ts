import { remembered } from './remembered'

/** What a page can come to show: the text of its HTML and of every script that may change it. */
export interface Material {
  /** Whether `word` stands somewhere as a class, a tag, an attribute, a custom property. */
  hasWord(word: string): boolean
  /** Whether some text is put together that begins with `start`. */
  mayBegin(name: string): boolean
  /** Whether some text gives a custom property a value of its own. */
  setsAnew(property: string): boolean
}

/** What is found in one text. */
interface Found {
  readonly words: ReadonlySet<string>
  readonly starts: readonly string[]
  readonly anew: ReadonlySet<string>
}

function foundIn(text: string): Found {
  return { words: new Set(text.match(/[\w-]+/g)), starts: [], anew: new Set(text.match(/--[\w-]+(?=:)/g)) }
}

/** Scripts write a class whole, or as a prefix with a value behind it (`wl-${style}`): both are found in their text. */
function foundInScript(text: string): Found {
  // From the end backwards: looked for from their beginnings, starts would be tried at every letter of the page.
  const startBefore = (end: number): string | undefined => /[\w-]+-$/.exec(text.slice(Math.max(0, end - 80), end))?.[0]
  const starts = new Set(Array.from(text.matchAll(/-(?:\$\{|[`'"]\s*\+)/g), ({ index }) => startBefore(index + 1) ?? []).flat())
  return { ...foundIn(text), starts: [...starts] }
}

const knownCode = new Map<string, Found>()

function foundInCode(code: string): Found {
  const known = knownCode.get(code) ?? foundInScript(code)
  knownCode.set(code, known)
  return known
}

/** `text` is drawn; `code` draws: it is what many pages share, each piece read once. */
export function materialOf(text: string, code: readonly string[] = []): Material {
  const found = [foundIn(text), ...code.map(foundInCode)]
  const starts = [...new Set(found.flatMap((each) => each.starts))]
  return {
    hasWord: (word) => found.some(({ words }) => words.has(word)),
    mayBegin: (name) => starts.some((start) => name.startsWith(start)),
    setsAnew: (property) => found.some(({ anew }) => anew.has(property)),
  }
}

interface Rule {
  readonly head: string
  readonly body: string
  /** Each selector with the words that it asks for. */
  readonly selectors: readonly { readonly text: string; readonly words: readonly string[] }[]
  /** The rules in a block of rules. */
  readonly inner?: readonly Rule[]
}

/** The rules of minified CSS. Blocks inside blocks stay in the body. */
function rulesOf(css: string): Rule[] {
  const rules: Rule[] = []
  let depth = 0
  let from = 0
  let open = 0
  for (const { 0: sign, index } of css.matchAll(/"[^"]*"|'[^']*'|[{}]/g)) {
    if (sign === '{' && depth++ === 0) open = index
    if (sign !== '}' || --depth > 0) continue
    rules.push(ruleOf(css.slice(from, open), css.slice(open + 1, index)))
    from = index + 1
  }
  return rules
}

function ruleOf(head: string, body: string): Rule {
  if (head.startsWith('@keyframes')) return { head, body, selectors: [] }
  if (head.startsWith('@')) return { head, body, selectors: [], inner: rulesOf(body) }
  const wordsOf = (selector: string): string[] => selector.replace(/"[^"]*"|::?[\w-]+(\([^)]*\))?/g, '').match(/[\w-]+/g) ?? []
  return { head, body, selectors: head.split(/,(?![^(]*\))/).map((text) => ({ text, words: wordsOf(text) })) }
}

/** A style sheet taken apart. */
interface Sheet {
  readonly name: string
  readonly rules: readonly Rule[]
  /** All that its selectors ask for. */
  readonly words: ReadonlySet<string>
}

const knownSheets = new Map<string, Sheet>()

function wordsIn(rules: readonly Rule[]): string[] {
  return rules.flatMap(({ selectors, inner }) => [...selectors.flatMap(({ words }) => words), ...(inner ? wordsIn(inner) : [])])
}

function sheetOf(css: string): Sheet {
  const known = knownSheets.get(css)
  if (known) return known
  const rules = rulesOf(css)
  const sheet = { name: String(knownSheets.size), rules, words: new Set(wordsIn(rules)) }
  knownSheets.set(css, sheet)
  return sheet
}

type Kept = Pick<Rule, 'head' | 'body'>

function text(rules: readonly Kept[]): string {
  return rules.map(({ head, body }) => `${head}{${body}}`).join('')
}

function pruned(rules: readonly Rule[], used: ReadonlySet<string>): Kept[] {
  return rules.flatMap((rule): Kept[] => {
    if (rule.inner) {
      const body = text(pruned(rule.inner, used))
      return body ? [{ head: rule.head, body }] : []
    }
    if (!rule.selectors.length) return [rule]
    const kept = rule.selectors.filter(({ words }) => words.every((word) => used.has(word)))
    return kept.length ? [{ head: kept.map((selector) => selector.text).join(','), body: rule.body }] : []
  })
}

/** Whether something in the style runs by itself, so that a wish for less motion can stop it. */
const moves = /(animation|transition)[\w-]*:/

const prunedStyles = remembered<string>()

/** Takes a page's style sheets (minified) down to what `material` can come to use: rules by their selectors, then movements by their names. */
export function pruneCss(css: readonly string[], material: Material): string {
  const sheets = css.map(sheetOf)
  const words = new Set(sheets.flatMap((sheet) => [...sheet.words]))
  const used = [...words].filter((word) => material.hasWord(word) || material.mayBegin(word))
  const key = [...sheets.map(({ name }) => name), ...used].join(' ')
  return prunedStyles(key, () => withUsed(sheets, new Set(used)))
}

function withUsed(sheets: readonly Sheet[], used: ReadonlySet<string>): string {
  const rules = pruned(
    sheets.flatMap((sheet) => sheet.rules),
    used,
  )
  const still = rules
    .filter(({ head }) => head[0] !== '@')
    .map(({ body }) => body)
    .join(';')
  const kept = rules.filter(({ head }) => {
    if (head.startsWith('@keyframes ')) return new RegExp(`animation[\\w-]*:[^;]*\\b${head.slice(11)}(?![\\w-])`).test(still)
    return !head.includes('prefers-reduced-motion') || moves.test(still)
  })
  return text(kept)
}

/** The custom properties among `declarations` that the style, the page or its scripts read, also by way of another. */
export function pruneProperties(declarations: readonly (readonly [property: string, value: string])[], css: string, material: Material): [string, string][] {
  const read = new Set(css.match(/--[\w-]+/g))
  return declarations
    .filter(([property]) => read.has(property) || material.hasWord(property) || material.mayBegin(property))
    .map(([property, value]) => [property, value])
}
