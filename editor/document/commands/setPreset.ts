import { setAt, type Diff } from '../../../schemas/diff'
import type { PageDocument, Theme } from '../../../schemas/page'

/** Another preset. The page's own tokens stay, because somebody chose them. */
export function setPreset(document: PageDocument, { preset }: { readonly preset: Theme['preset'] }): Diff {
  return setAt(document, ['theme', 'preset'], preset)
}
