import { removeAt, type Diff } from '../../../schemas/diff'
import type { PageDocument } from '../../../schemas/page'

/** Takes away all tokens of the page's own, so that it looks as its preset says. */
export function clearTokens(document: PageDocument): Diff {
  return removeAt(document, ['theme', 'tokens'])
}
