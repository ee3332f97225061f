import { setAt, type Diff } from '../../../schemas/diff'
import type { PageDocument } from '../../../schemas/page'

/** Several tokens of the page's own at once. */
export function setTokens(document: PageDocument, { tokens }: { readonly tokens: { readonly [token: string]: string } }): Diff {
  return setAt(document, ['theme', 'tokens'], { ...document.theme.tokens, ...tokens })
}
