import { parseSync, Visitor } from 'vite'

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

interface Piece {
  readonly type: string
  readonly start: number
  readonly end: number
}

type Told = Piece & { readonly value?: unknown; readonly consequent?: Told; readonly alternate?: Told }

/** The keys that a `t(…)` may mean, where its argument is a key or a choice of keys; null where it is worked out. */
function keysIn(told: Told): Told[] | null {
  if (told.type === 'Literal' && typeof told.value === 'string') return [told]
  if (told.type !== 'ConditionalExpression') return null
  const [yes, no] = [keysIn(told.consequent!), keysIn(told.alternate!)]
  return yes && no && [...yes, ...no]
}

/** `t('save')` becomes `('§save§')`, and `t('left', …)` becomes `t('§left§', …)`: the publisher writes the text itself in that place. */
function wordEdits(call: Piece, told: Told, isPlain: boolean): Edit[] {
  const keys = keysIn(told)
  if (!keys) return []
  const marked = keys.map(({ start, end, value }) => ({ start, end, text: JSON.stringify(`§${String(value)}§`) }))
  if (!isPlain) return marked
  return [{ start: call.start, end: told.start, text: '(' }, ...marked, { start: told.end, end: call.end, text: ')' }]
}

/**
 * A view's source as phones need it: without the call of `view()({ … })`, which only serves the types, and without its
 * `words`; of a resting one without its `html`, which phones never draw. Words asked for by their key are marked `§key§`;
 * the page brings the others in one language.
 */
export function leanView(code: string, file: string): string {
  const edits: Edit[] = []
  new Visitor({
    CallExpression(call) {
      const { callee, arguments: given } = call
      const [first] = given
      const isT =
        (callee.type === 'Identifier' && callee.name === 't') ||
        (callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && callee.property.name === 't')
      // The parser's own types are wider than what is looked at here.
      if (isT && first) edits.push(...wordEdits(call, first as Told, given.length === 1))
      const isView = callee.type === 'CallExpression' && callee.callee.type === 'Identifier' && callee.callee.name === 'view'
      if (!isView || first?.type !== 'ObjectExpression') return
      edits.push({ start: callee.start, end: callee.end, text: '' })
      const named = first.properties.flatMap((property) =>
        property.type === 'Property' && property.key.type === 'Identifier' ? [{ property, name: property.key.name }] : [],
      )
      const unsent = named.some(({ name }) => name === 'rests') ? ['words', 'html'] : ['words']
      for (const { property, name } of named) {
        if (unsent.includes(name)) edits.push({ start: property.start, end: property.end + Number(code[property.end] === ','), text: '' })
      }
    },
  }).visit(parseSync(file, code).program)
  // What is left out as a whole needs no edits of its own.
  const outer = edits.filter((edit) => !edits.some(({ start, end, text }) => !text && start < edit.start && edit.end < end))
  return outer.sort((a, b) => b.start - a.start).reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), code)
}
