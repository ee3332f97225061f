import { migratePage } from '../../schemas/migrate'
import { rootId, type PageDocument } from '../../schemas/page'
import { say } from '../../schemas/words'
import { specs } from '../../widgets/specs'
import type { Line } from './drawPage'
import type { Foreign } from './readForeign'
import { firstText, recordOf, type Raw } from './reading'

/** A file of this system's own: a page document, or an activity as `export` writes it; null when it is none. */
export function readOwn(value: unknown): Foreign | null {
  const file = recordOf(value)
  const page = file['festoon'] === 1 ? recordOf(file['page']) : file
  if (!isPage(page)) return null
  // Its shape is checked like any draft's before it is kept.
  const document = migratePage(page as unknown as PageDocument, specs)
  const lines = Object.values(document.nodes).map(lineOf)
  const { rules, plan } = file
  return {
    system: 'festoon',
    title: 'Festoon',
    pages: [{ title: firstText(file['name'], say(document.title, document.locale)), document, plays: {}, lines }],
    others: file['festoon'] === 1 ? { ...(rules ? { rules } : {}), ...(plan ? { plan } : {}) } : {},
  }
}

function isPage({ format, nodes }: Raw): boolean {
  const all = Object.values(recordOf(nodes))
  return (
    typeof format === 'number' &&
    rootId in recordOf(nodes) &&
    all.every((node) => typeof recordOf(node)['type'] === 'string' && typeof recordOf(node)['props'] === 'object')
  )
}

function lineOf({ id, type, name }: PageDocument['nodes'][string]): Line {
  const isKnown = type in specs
  return { was: type, ...(name ? { name } : {}), fate: isKnown ? 'kept' : 'placeholder', now: type, node: id, reasons: isKnown ? [] : ['no-widget'] }
}
