import { removeAt, setAt, type Diff } from '../../../schemas/diff'
import type { PageDocument } from '../../../schemas/page'

/** One token of the page's own; `undefined` goes back to the preset's. */
export function setToken(document: PageDocument, { token, value }: { readonly token: string; readonly value: string | undefined }): Diff {
  const at = ['theme', 'tokens', token]
  if (value !== undefined) return setAt(document, at, value)
  const isLast = Object.keys(document.theme.tokens ?? {}).every((name) => name === token)
  return removeAt(document, isLast ? ['theme', 'tokens'] : at)
}
