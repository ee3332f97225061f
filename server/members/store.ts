import type { Kysely, Transaction } from 'kysely'
import type { Role } from '../../schemas/api/management'
import type { Migration } from '../store/migrate'
import type { Tables } from '../store/tables'

export interface MembersTable {
  id: string
  /** Lower case. */
  email: string
  name: string
  role: Role
  /** Argon2id in PHC form. */
  password_hash: string
  time_created: number
}

export interface SessionsTable {
  /** SHA-256 of the token that the cookie holds, hex. */
  hash: string
  member: string
  time_created: number
  time_seen: number
}

declare module '../store/tables' {
  interface Tables {
    members: MembersTable
    sessions: SessionsTable
    /** Browsers that have signed in to an account before (see the limits on wrong passwords). */
    devices: { hash: string; member: string; time_created: number }
  }
}

export const migrations: readonly Migration[] = [
  {
    name: 'members-1-accounts',
    async up(db) {
      await db.schema
        .createTable('members')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('email', 'text', (column) => column.notNull().unique())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('role', 'text', (column) => column.notNull())
        .addColumn('password_hash', 'text', (column) => column.notNull())
        .addColumn('time_created', 'bigint', (column) => column.notNull())
        .execute()
      for (const table of ['sessions', 'devices'] as const) {
        await db.schema
          .createTable(table)
          .addColumn('hash', 'text', (column) => column.primaryKey())
          .addColumn('member', 'text', (column) => column.notNull())
          .addColumn('time_created', 'bigint', (column) => column.notNull())
          .$call((made) => (table === 'sessions' ? made.addColumn('time_seen', 'bigint', (column) => column.notNull()) : made))
          .execute()
        await db.schema.createIndex(`${table}_member`).on(table).column('member').execute()
      }
    },
  },
]

type Reader = Kysely<Tables>
type Writer = Transaction<Tables>

export async function hasMembers(db: Reader): Promise<boolean> {
  return (await db.selectFrom('members').select('id').limit(1).executeTakeFirst()) !== undefined
}

export function selectMembers(db: Reader): Promise<MembersTable[]> {
  return db.selectFrom('members').selectAll().orderBy('time_created').orderBy('id').execute()
}

export function selectMember(db: Reader, by: { id: string } | { email: string }): Promise<MembersTable | undefined> {
  const query = db.selectFrom('members').selectAll()
  return ('id' in by ? query.where('id', '=', by.id) : query.where('email', '=', by.email)).executeTakeFirst()
}

export async function countOwners(trx: Writer): Promise<number> {
  const { owners } = await trx
    .selectFrom('members')
    .select((select) => select.fn.countAll<number>().as('owners'))
    .where('role', '=', 'owner')
    .executeTakeFirstOrThrow()
  return Number(owners)
}

export async function insertMember(trx: Writer, row: MembersTable): Promise<void> {
  await trx.insertInto('members').values(row).execute()
}

export async function updateMember(trx: Writer, id: string, changes: Partial<Pick<MembersTable, 'name' | 'role' | 'password_hash'>>): Promise<void> {
  await trx.updateTable('members').set(changes).where('id', '=', id).execute()
}

export async function deleteMember(trx: Writer, id: string): Promise<void> {
  await trx.deleteFrom('members').where('id', '=', id).execute()
  await deleteSessionsOf(trx, id)
  await trx.deleteFrom('devices').where('member', '=', id).execute()
}

export async function insertSession(trx: Writer, row: SessionsTable): Promise<void> {
  await trx.insertInto('sessions').values(row).execute()
}

/** The session and its member as they are now, so that a change of role holds from the next request on. */
export function selectSession(db: Reader, hash: string): Promise<(SessionsTable & { email: string; name: string; role: Role }) | undefined> {
  return db
    .selectFrom('sessions')
    .innerJoin('members', 'members.id', 'sessions.member')
    .select(['sessions.hash', 'sessions.member', 'sessions.time_created', 'sessions.time_seen', 'members.email', 'members.name', 'members.role'])
    .where('sessions.hash', '=', hash)
    .executeTakeFirst()
}

export async function touchSession(trx: Writer, hash: string, at: number): Promise<void> {
  await trx.updateTable('sessions').set({ time_seen: at }).where('hash', '=', hash).execute()
}

export async function deleteSession(trx: Writer, hash: string): Promise<void> {
  await trx.deleteFrom('sessions').where('hash', '=', hash).execute()
}

export async function deleteSessionsOf(trx: Writer, member: string): Promise<void> {
  await trx.deleteFrom('sessions').where('member', '=', member).execute()
}

/** Sessions made before `createdBefore` or last seen before `seenBefore`. */
export async function deleteOldSessions(trx: Writer, createdBefore: number, seenBefore: number): Promise<void> {
  await trx
    .deleteFrom('sessions')
    .where((either) => either.or([either('time_created', '<', createdBefore), either('time_seen', '<', seenBefore)]))
    .execute()
}

export async function insertDevice(trx: Writer, row: { hash: string; member: string; time_created: number }): Promise<void> {
  await trx
    .insertInto('devices')
    .values(row)
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute()
}

export async function isKnownDevice(db: Reader, hash: string, member: string): Promise<boolean> {
  return (await db.selectFrom('devices').select('hash').where('hash', '=', hash).where('member', '=', member).executeTakeFirst()) !== undefined
}
