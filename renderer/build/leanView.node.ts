import { parseSync, Visitor } from 'vite'

/**
 * A view's source as phones need it: without the `words` of its `view()({ … })`, which the page brings in one language,
 * and without the call itself, which only serves the types.
 */
export function leanView(code: string, file: string): string {
  const cuts: { start: number; end: number }[] = []
  new Visitor({
    CallExpression({ callee, arguments: [described] }) {
      const isView = callee.type === 'CallExpression' && callee.callee.type === 'Identifier' && callee.callee.name === 'view'
      if (!isView || described?.type !== 'ObjectExpression') return
      cuts.push(callee)
      for (const property of described.properties) {
        if (property.type === 'Property' && property.key.type === 'Identifier' && property.key.name === 'words') cuts.push(property)
      }
    },
  }).visit(parseSync(file, code).program)
  return cuts.sort((a, b) => b.start - a.start).reduce((text, { start, end }) => text.slice(0, start) + text.slice(end).replace(/^\s*,/, ''), code)
}
