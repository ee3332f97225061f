import * as styles from '../widgets/styles'
import * as views from '../widgets/views'
import type { AnyView } from '../widgets/view'
import { camelCase, typeNamed } from './typeName'

const known = new Map<string, AnyView | undefined>()

/** The view of a widget type; undefined when no such widget is installed. */
export function viewOf(type: string): AnyView | undefined {
  if (!known.has(type)) known.set(type, (views as { readonly [name: string]: AnyView | undefined })[`${camelCase(type)}View`])
  return known.get(type)
}

/** The style sheet of a widget type; empty when it has none. */
export function styleOf(type: string): string {
  return (styles as { readonly [name: string]: string | undefined })[`${camelCase(type)}Style`] ?? ''
}

/** Every type that has a view, as the export's name tells it. */
export function viewTypes(): string[] {
  return Object.keys(views)
    .filter((name) => name.endsWith('View'))
    .map((name) => typeNamed(name.slice(0, -4)))
    .sort()
}
