import type { PageDocument, PageNode } from '../../../schemas/page'
import type { Specs } from '../placing'

/** How a widget looks, apart from what it says. */
export interface Style {
  readonly props: { readonly [name: string]: unknown }
  readonly motion?: PageNode['motion']
}

/** The properties of a widget that its inspector shows under style. */
export function styleProps(type: string, specs: Specs): readonly string[] {
  const properties = specs[type]?.props.properties ?? {}
  return Object.keys(properties).filter((name) => name !== 'layout' && properties[name]!['x-group'] === 'style')
}

/** The look of one widget, to be given to others. */
export function copyStyle({ nodes }: PageDocument, { from, specs }: { readonly from: string; readonly specs: Specs }): Style | null {
  const node = nodes[from]
  if (!node) return null
  const known = styleProps(node.type, specs).filter((name) => node.props[name] !== undefined)
  return { props: Object.fromEntries(known.map((name) => [name, node.props[name]])), ...(node.motion ? { motion: node.motion } : {}) }
}
