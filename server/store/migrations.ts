import { migrations as engine } from '../engine/tables'
import { migrations as activities } from '../activities/store'
import { migrations as assets } from '../assets/store'
import { migrations as audit } from '../audit/store'
import { migrations as drafts } from '../drafts/store'
import { migrations as members } from '../members/store'
import { migrations as events } from '../events/store'
import { migrations as releases } from '../releases/store'
import { migrations as symbols } from '../symbols/store'
import { migrations as visitors } from '../visitors/store'
import { migrations as webhooks } from '../webhooks/store'
import type { Migration } from './migrate'
import { migrations as store } from './tables'

/** Every step that makes or changes a table, in order. One line a slice. Steps are never renamed, moved within their list or taken out. */
export const migrations: readonly Migration[] = [
  ...store,
  ...engine,
  ...members,
  ...audit,
  ...activities,
  ...drafts,
  ...assets,
  ...releases,
  ...visitors,
  ...events,
  ...symbols,
  ...webhooks,
]
