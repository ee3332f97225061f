import { isSame } from './diff'
import { pageFormat, type PageDocument, type PageNode } from './page'
import { versionOf, type WidgetSpec } from './widget'

type Rec = { readonly [key: string]: unknown }

/** One step from an older format of a document to the next. Append-only; its place is the format it starts from, less one. */
export interface FormatMigration {
  readonly name: string
  up(document: Rec): Rec
}

/** Pages have had one format so far. */
export const pageMigrations: readonly FormatMigration[] = []

/** Brings a document's envelope to the newest format. @throws when it comes from a newer program. */
export function migrateFormat(document: Rec, steps: readonly FormatMigration[], newest: number): Rec {
  const format = typeof document['format'] === 'number' ? document['format'] : 1
  if (format > newest) throw new Error(`This document has format ${format}; this program knows formats up to ${newest}. Update Festoon first.`)
  const current = steps.slice(format - 1).reduce((old, step) => step.up(old), document)
  return format === newest ? current : { ...current, format: newest }
}

/** A page with its envelope and every known widget at their newest versions. Unknown types and newer versions stay as they are. */
export function migratePage(document: PageDocument, specs: { readonly [type: string]: WidgetSpec }): PageDocument {
  // The envelope's steps keep the shape of a page; its schema is checked afterwards.
  const page = migrateFormat(document as unknown as Rec, pageMigrations, pageFormat) as unknown as PageDocument
  const migrated = Object.entries(page.nodes).map(([id, node]) => [id, migrateNode(node, specs[node.type])] as const)
  return migrated.every(([id, node]) => node === page.nodes[id]) ? page : { ...page, nodes: Object.fromEntries(migrated) }
}

/** One node at its spec's newest version; the very same record where nothing is to be done. */
export function migrateNode(node: PageNode, spec: WidgetSpec | undefined): PageNode {
  if (!spec || node.v >= versionOf(spec)) return node
  const raise = (old: Rec): Rec => spec.migrations.slice(node.v).reduce((props, step) => step.up(props), old)
  const props = raise(node.props)
  return { ...node, v: versionOf(spec), props, ...(node.byPhase && { byPhase: raiseOverrides(node, props, raise) }) }
}

/** A step needs all props at once: a phase's are raised together with the node's, and what then differs is the phase's own. */
function raiseOverrides({ props, byPhase = {} }: PageNode, raised: Rec, raise: (old: Rec) => Rec): NonNullable<PageNode['byPhase']> {
  const own = (override: Rec): Rec =>
    Object.fromEntries(Object.entries(raise({ ...props, ...override })).filter(([name, value]) => !isSame(value, raised[name])))
  return Object.fromEntries(Object.entries(byPhase).map(([phase, override]) => [phase, { ...override, props: own(override.props) }]))
}
