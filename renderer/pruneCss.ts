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

/** Scripts write a class whole, or as a prefix with a value behind it (`wl-${style}`): both are found in their text. */
function foundIn(text: string): Found {
  // From the end backwards: looked for from their beginnings, starts would be tried at every letter of the page.
  const startBefore = (end: number): string | undefined => /[\w-]+-$/.exec(text.slice(Math.max(0, end - 80), end))?.[0]
  const starts = new Set(Array.from(text.matchAll(/-(?:\$\{|[`'"]\s*\+)/g), ({ index }) => startBefore(index + 1) ?? []).flat())
  return { words: new Set(text.match(/[\w-]+/g)), starts: [...starts], anew: new Set(text.match(/--[\w-]+(?=:)/g)) }
}

const knownCode = new Map<string, Found>()

function foundInCode(code: string): Found {
  const known = knownCode.get(code) ?? foundIn(code)
  knownCode.set(code, known)
  return known
}

/** `code` is what many pages share, each piece read once. */
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

const knownSheets = new Map<string, readonly Rule[]>()

function rulesOfSheet(css: string): readonly Rule[] {
  const known = knownSheets.get(css) ?? rulesOf(css)
  knownSheets.set(css, known)
  return known
}

type Kept = Pick<Rule, 'head' | 'body'>

function text(rules: readonly Kept[]): string {
  return rules.map(({ head, body }) => `${head}{${body}}`).join('')
}

function pruned(rules: readonly Rule[], material: Material): Kept[] {
  const mayMatch = (words: readonly string[]): boolean => words.every((word) => material.hasWord(word) || material.mayBegin(word))
  return rules.flatMap((rule): Kept[] => {
    if (rule.inner) {
      const body = text(pruned(rule.inner, material))
      return body ? [{ head: rule.head, body }] : []
    }
    if (!rule.selectors.length) return [rule]
    const kept = rule.selectors.filter(({ words }) => mayMatch(words))
    return kept.length ? [{ head: kept.map((selector) => selector.text).join(','), body: rule.body }] : []
  })
}

/** Whether something in the style runs by itself, so that a wish for less motion can stop it. */
const moves = /(animation|transition)[\w-]*:/

/** Takes a page's style sheets (minified) down to what `material` can come to use: rules by their selectors, then movements by their names. */
export function pruneCss(sheets: readonly string[], material: Material): string {
  const rules = pruned(sheets.flatMap(rulesOfSheet), material)
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
