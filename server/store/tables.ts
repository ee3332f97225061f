import type { Migration } from './migrate'

/**
 * Every table, as Kysely sees it. Each slice adds its own from its `store.ts`:
 * `declare module '../store/tables' { interface Tables { drafts: DraftRow } }`.
 * Portable columns only: ids and JSON are text, times are epoch ms, booleans are 0 or 1.
 */
export interface Tables {
  activities: ActivityRow
  versions: VersionRow
  releases: ReleaseRow
  visitors: VisitorRow
}

export interface ActivityRow {
  id: string
  name: string
  slug: string
  state: 'draft' | 'live' | 'offline'
  time_created: number
  time_updated: number
  live_release: string | null
}

/** An immutable document, named by the hash of its canonical JSON. */
export interface VersionRow {
  activity: string
  of: 'page' | 'rules'
  hash: string
  number: number
  document: string
  note: string
  by_member: string
  time_created: number
}

export interface ReleaseRow {
  id: string
  activity: string
  number: number
  kind: 'normal' | 'rollback'
  state: 'scheduled' | 'live' | 'candidate' | 'superseded' | 'failed'
  page_hash: string
  rules_hash: string
  note: string
  by_member: string
  time_created: number
  starts_at: number
  /** JSON of `rolloutSchema`. */
  rollout: string | null
}

export interface VisitorRow {
  id: string
  activity: string
  name: string
  /** JSON of what the customer's own server vouched for. */
  claims: string | null
  /** The channel that they first came by. */
  channel: string | null
  time_created: number
}

export const migrations: readonly Migration[] = [
  {
    name: 'store-1-base',
    async up({ schema }) {
      await schema
        .createTable('activities')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('slug', 'text', (column) => column.notNull().unique())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('time_created', 'bigint', (column) => column.notNull())
        .addColumn('time_updated', 'bigint', (column) => column.notNull())
        .addColumn('live_release', 'text')
        .execute()
      await schema
        .createTable('versions')
        .addColumn('activity', 'text', (column) => column.notNull())
        .addColumn('of', 'text', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull())
        .addColumn('number', 'bigint', (column) => column.notNull())
        .addColumn('document', 'text', (column) => column.notNull())
        .addColumn('note', 'text', (column) => column.notNull())
        .addColumn('by_member', 'text', (column) => column.notNull())
        .addColumn('time_created', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('versions_key', ['activity', 'of', 'hash'])
        .execute()
      await schema
        .createTable('releases')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('activity', 'text', (column) => column.notNull())
        .addColumn('number', 'bigint', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('page_hash', 'text', (column) => column.notNull())
        .addColumn('rules_hash', 'text', (column) => column.notNull())
        .addColumn('note', 'text', (column) => column.notNull())
        .addColumn('by_member', 'text', (column) => column.notNull())
        .addColumn('time_created', 'bigint', (column) => column.notNull())
        .addColumn('starts_at', 'bigint', (column) => column.notNull())
        .addColumn('rollout', 'text')
        .addUniqueConstraint('releases_number', ['activity', 'number'])
        .execute()
      await schema
        .createTable('visitors')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('activity', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('claims', 'text')
        .addColumn('time_created', 'bigint', (column) => column.notNull())
        .execute()
      await schema.createIndex('visitors_activity').on('visitors').columns(['activity', 'time_created']).execute()
    },
  },
]
