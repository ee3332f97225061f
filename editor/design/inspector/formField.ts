import { isSame } from '../../../schemas/diff'
import type { PageNode } from '../../../schemas/page'
import type { JsonSchema } from '../../../schemas/schema'
import type { WidgetSpec } from '../../../schemas/widget'

/** A property of one or several nodes as a form shows it. */
export interface FormField {
  readonly value: unknown
  /** The nodes do not agree; `value` is the first one's. */
  readonly isMixed: boolean
  /** Of several nodes, the value of each. */
  readonly each: readonly unknown[]
  /** Some node's own value is another than its widget came with. */
  readonly isChanged: boolean
  /** The phases in which some node has a value of its own. */
  readonly phases: readonly string[]
}

/** A property's value, always or in one phase. */
export function valueOf({ props, byPhase }: PageNode, name: string, phase: string | null): unknown {
  const own = phase === null ? undefined : byPhase?.[phase]?.props
  return own && Object.hasOwn(own, name) ? own[name] : props[name]
}

export function formField(
  nodes: readonly PageNode[],
  name: string,
  { specs, phase }: { specs: { readonly [type: string]: WidgetSpec }; phase: string | null },
): FormField {
  const each = nodes.map((node) => valueOf(node, name, phase))
  const [value] = each
  return {
    value,
    isMixed: each.some((one) => !isSame(one, value)),
    each: each.length > 1 ? each : [],
    isChanged: nodes.some(({ type, props }) => !isSame(props[name], specs[type]?.defaults[name])),
    phases: phasesOf(nodes, name),
  }
}

function phasesOf(nodes: readonly PageNode[], name: string): string[] {
  const phases = new Set<string>()
  for (const { byPhase } of nodes) for (const one in byPhase) if (Object.hasOwn(byPhase[one]?.props ?? {}, name)) phases.add(one)
  return [...phases]
}

/** The properties that several widgets have in common: of one name, and described alike. */
export function sharedProps(specs: readonly WidgetSpec[]): JsonSchema {
  const [first, ...others] = specs.map(({ props }) => props.properties ?? {})
  const shared = Object.entries(first ?? {}).filter(([name, schema]) => others.every((other) => other[name] !== undefined && isSame(other[name], schema)))
  return { type: 'object', properties: Object.fromEntries(shared) }
}

/** Whether a field is one of those looked for: by its name, its title in either language, or its hint. */
export function isFound(search: string, name: string, { title, description }: JsonSchema): boolean {
  const wanted = search.trim().toLowerCase()
  return [name, title?.zh, title?.en, description?.zh, description?.en].some((text) => text?.toLowerCase().includes(wanted))
}
