import type { PageDocument } from '../../schemas/page'
import { t } from '../i18n/t'
import { nameOf } from './designer'

/** What nodes on their way are called: one by its name, several by their number. */
export function cargoName({ nodes }: PageDocument, ids: readonly string[]): string {
  return ids.length > 1 ? t('design.dragged', { n: ids.length }) : nameOf(nodes[ids[0]!]!)
}
