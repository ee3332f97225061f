import type { JsonSchema } from './schema'
import type { Bilingual } from './words'

/** One step from an older shape of a widget's props to the next. */
export interface WidgetMigration {
  readonly name: string
  up(props: { readonly [name: string]: unknown }): { readonly [name: string]: unknown }
}

/** What a widget is: plain data, the one source for validation, the inspector's form, completion and the docs. */
export interface WidgetSpec {
  readonly type: string
  readonly title: Bilingual
  readonly group: 'layout' | 'content' | 'game' | 'result'
  /** A Lucide icon's name. */
  readonly icon: string
  readonly props: JsonSchema
  readonly defaults: { readonly [name: string]: unknown }
  /** The kind of play that the widget shows; absent: none. */
  readonly shows?: string
  /** Absent: it holds no other widgets. `layouts`: what its `layout` prop may be. */
  readonly contains?: { readonly accepts: 'any' | readonly string[]; readonly layouts: readonly ('flow' | 'free')[] }
  /** Where it may stand: `page` only directly on the page, `any` in every container that accepts it. */
  readonly within?: 'page' | 'any'
  /** It starts closed and stands above the page when an action opens it. */
  readonly overlay?: true
  /** Its size when dropped into a free container. */
  readonly size?: { readonly w: number; readonly h: number }
  /** Append-only. The current version `v` is their number. */
  readonly migrations: readonly WidgetMigration[]
}

export function defineWidget(spec: Omit<WidgetSpec, 'migrations'> & { migrations?: readonly WidgetMigration[] }): WidgetSpec {
  return { migrations: [], ...spec }
}

/** The version that a spec's props are at. */
export function versionOf(spec: WidgetSpec): number {
  return spec.migrations.length
}
