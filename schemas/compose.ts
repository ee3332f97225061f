import { pageSchema } from './page'
import { planSchema } from './plan'
import type { PlayKind } from './play'
import { rulesSchema } from './rules'
import { machineSchema } from './machineSchema'
import type { WidgetSpec } from './widget'

/** A JSON Schema as published: 2020-12, everything included. */
export type PublishedSchema = { readonly [key: string]: unknown }

/** The published schemas of the three documents, with the props of every widget and the rules of every kind of play. */
export function composedSchemas(
  specs: { readonly [type: string]: WidgetSpec },
  kinds: { readonly [kind: string]: PlayKind },
): { readonly [document in 'page' | 'rules' | 'plan']: PublishedSchema } {
  return {
    page: graft(
      pageSchema,
      ['properties', 'nodes', 'additionalProperties'],
      'type',
      mapValues(specs, (spec) => ({ properties: { props: machineSchema(spec.props) } })),
    ),
    rules: graft(
      rulesSchema,
      ['properties', 'plays', 'additionalProperties'],
      'kind',
      mapValues(kinds, (kind) => machineSchema(kind.schema)),
    ),
    plan: machineSchema(planSchema) as PublishedSchema,
  }
}

function mapValues<T>(records: { readonly [name: string]: T }, to: (record: T) => unknown): { [name: string]: unknown } {
  return Object.fromEntries(Object.entries(records).map(([name, record]) => [name, to(record)]))
}

/** Puts "if the tag says so, then also this" into a schema at a path; an unknown tag asks for nothing more. */
function graft(base: unknown, path: readonly string[], tag: string, shapes: { readonly [name: string]: unknown }): PublishedSchema {
  // oxlint-disable-next-line unicorn/no-thenable -- `then` is JSON Schema's word
  const choices = Object.entries(shapes).map(([name, then]) => ({ if: { properties: { [tag]: { const: name } }, required: [tag] }, then }))
  const put = (value: PublishedSchema, depth: number): PublishedSchema => {
    const key = path[depth]
    return key === undefined ? { ...value, allOf: choices } : { ...value, [key]: put(value[key] as PublishedSchema, depth + 1) }
  }
  return put(machineSchema(base) as PublishedSchema, 0)
}
