/** What a page can come to show: the text of its HTML and of every script that may change it. */
export interface Material {
  /** Whether `word` stands somewhere as a class, a tag, an attribute. */
  hasWord(word: string): boolean
  /** Whether some text is put together that begins with `start`. */
  mayBegin(name: string): boolean
  readonly text: string
}

/** Scripts write a class whole, or as a prefix with a value behind it (`wl-${style}`): both are found in their text. */
export function materialOf(text: string): Material {
  const words = new Set(text.match(/[\w-]+/g))
  // From the end backwards: looked for from their beginnings, starts would be tried at every letter of the page.
  const startBefore = (end: number): string | undefined => /[\w-]+-$/.exec(text.slice(Math.max(0, end - 80), end))?.[0]
  const starts = [...new Set(Array.from(text.matchAll(/-(?:\$\{|[`'"]\s*\+)/g), ({ index }) => startBefore(index + 1) ?? []).flat())]
  return { text, hasWord: (word) => words.has(word), mayBegin: (name) => starts.some((start) => name.startsWith(start)) }
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
  const read = new Set([css, material.text].flatMap((one) => one.match(/--[\w-]+/g) ?? []))
  return declarations.filter(([property]) => read.has(property) || material.mayBegin(property)).map(([property, value]) => [property, value])
}
