import { migrations as engine } from '../engine/tables'
import type { Migration } from './migrate'
import { migrations as store } from './tables'

/** Every step that makes or changes a table, in order. One line a slice. Steps are never renamed, moved within their list or taken out. */
export const migrations: readonly Migration[] = [
  ...store,
  ...engine,
]
