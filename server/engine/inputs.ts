import { compileSchema, createAjv } from '../../schemas/compile'
import { refuse, type Json, type PlayAction, type Refused } from '../../schemas/play'
import { schemaProblems, unknownField } from '../../schemas/schemaProblems'
import type { Validate } from '../../schemas/validators'

/** What no column can hold on every store: NUL, and halves of a surrogate pair. As JSON escapes them. */
const unstorable = /\\u(0000|d[89a-f])/i

export function isStorable(value: Json): boolean {
  return !unstorable.test(JSON.stringify(value))
}

/** Checks inputs against their actions' schemas, each compiled once. Gives the refusal, or null. */
export function createInputCheck(): (action: PlayAction, input: Json) => Refused | null {
  const ajv = createAjv()
  const compiled = new WeakMap<PlayAction, Validate>()
  return (action, input) => {
    let validate = compiled.get(action)
    if (!validate) compiled.set(action, (validate = compileSchema(ajv, action.input)))
    const errors = validate(input)
    if (errors.length > 0)
      return badInput(schemaProblems(errors).map(({ path, message, isUnknownKey }) => ({ path, message: { ...(isUnknownKey ? unknownField : message) } })))
    return isStorable(input) ? null : badInput([{ path: '', message: { zh: '包含不允许的字符', en: 'Contains characters that are not allowed' } }])
  }
}

/** `detail` lists what is wrong: `{ problems: { path, message: { zh, en } }[] }`. */
function badInput(problems: readonly { readonly path: string; readonly message: { readonly zh: string; readonly en: string } }[]): Refused {
  return refuse('bad-input', { detail: { problems } })
}
