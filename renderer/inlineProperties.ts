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

function withValue(css: string, [property, value]: Declaration): string {
  return css.split(`var(${property})`).join(value)
}

/**
 * A published page's style with its theme's values in the places that read them: nothing changes them there any more, and
 * a value weighs less than its name there and here. A property that the page itself sets anew stays a property.
 */
export function inlineProperties(
  declarations: readonly Declaration[],
  css: string,
  { text }: Material,
): { readonly css: string; readonly left: readonly Declaration[] } {
  const anew = new Set([css, text].flatMap((one) => one.match(/--[\w-]+(?=:)/g) ?? []))
  const isFixed = ([property, value]: Declaration): boolean => isWhole(value) && !anew.has(property)
  const fixed = declarations.filter(isFixed)
  const resolved = declarations.map(([property, value]): Declaration => [property, fixed.reduce(withValue, value)])
  return { css: resolved.filter(isFixed).reduce(withValue, css), left: resolved }
}
