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
    rules.push({ head: css.slice(from, open), body: css.slice(open + 1, index) })
    from = index + 1
  }
  return rules
}

function mayMatch(selector: string, { hasWord, mayBegin }: Material): boolean {
  const bare = selector.replace(/"[^"]*"|::?[\w-]+(\([^)]*\))?/g, '')
  return (bare.match(/[\w-]+/g) ?? []).every((name) => hasWord(name) || mayBegin(name))
}

function pruned(css: string, material: Material): string {
  return rulesOf(css)
    .map(({ head, body }) => {
      if (head.startsWith('@keyframes')) return `${head}{${body}}`
      if (head.startsWith('@')) {
        const inner = pruned(body, material)
        return inner && `${head}{${inner}}`
      }
      const kept = head.split(/,(?![^(]*\))/).filter((selector) => mayMatch(selector, material))
      return kept.length ? `${kept.join(',')}{${body}}` : ''
    })
    .join('')
}

/** Whether something in the style runs by itself, so that a wish for less motion can stop it. */
const moves = /(animation|transition)[\w-]*:/

/** Takes a page's style (minified) down to what `material` can come to use: rules by their selectors, then movements by their names. */
export function pruneCss(css: string, material: Material): string {
  const kept = pruned(css, material)
  const rules = rulesOf(kept)
  const still = rules
    .filter(({ head }) => head[0] !== '@')
    .map(({ body }) => body)
    .join(';')
  return rules
    .filter(({ head }) => {
      if (head.startsWith('@keyframes ')) return new RegExp(`animation[\\w-]*:[^;]*\\b${head.slice(11)}(?![\\w-])`).test(still)
      return !head.includes('prefers-reduced-motion') || moves.test(still)
    })
    .map(({ head, body }) => `${head}{${body}}`)
    .join('')
}

/** The custom properties among `declarations` that the style, the page or its scripts read, also by way of another. */
export function pruneProperties(declarations: readonly (readonly [property: string, value: string])[], css: string, material: Material): [string, string][] {
  const read = new Set(css.match(/--[\w-]+/g))
  return declarations
    .filter(([property]) => read.has(property) || material.hasWord(property) || material.mayBegin(property))
    .map(([property, value]) => [property, value])
}
