import type { Material } from './pruneCss'

type Declaration = readonly [property: string, value: string]

/** Whether a value ends where it seems to: in the middle of a style sheet, an open bracket or quote would take more with it than its own line. */
function isWhole(value: string): boolean {
  let bare = value.replace(/"[^"]*"/g, '')
  for (let before = ''; before !== bare;) {
    before = bare
    bare = bare.replace(/\([^()]*\)/g, '')
  }
  return !/["'()]|\/\*/.test(bare)
}

/** Text with `values` in the places that read them, also those that come by way of another. */
function withValues(text: string, values: ReadonlyMap<string, string>, depth = 0): string {
  return text.replace(/var\((--[\w-]+)\)([\w.%-]?)/g, (whole, property: string, next: string) => {
    const value = values.get(property)
    // Values that name each other in a circle mean nothing, and are left as they are.
    if (value === undefined || depth > 8) return whole
    // A bracket parts what stands on both sides of it; a colour would run into the number behind it.
    return `${withValues(value, values, depth + 1)}${next && ' '}${next}`
  })
}

/**
 * A published page's style with its theme's values in the places that read them: nothing changes them there any more, and
 * a value weighs less than its name there and here. A property that the page itself sets anew stays a property.
 */
export function inlineProperties(
  declarations: readonly Declaration[],
  css: string,
  { setsAnew }: Material,
): { readonly css: string; readonly left: readonly Declaration[] } {
  const anew = new Set(css.match(/--[\w-]+(?=:)/g))
  const fixed = new Map(declarations.filter(([property, value]) => isWhole(value) && !anew.has(property) && !setsAnew(property)))
  return { css: withValues(css, fixed), left: declarations.map(([property, value]): Declaration => [property, withValues(value, fixed)]) }
}
