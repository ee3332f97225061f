import { openPostgresStore } from './postgresStore'
import { openSqliteStore } from './sqliteStore'
import type { Store } from './store'

interface Place {
  /** The folder that holds everything when there is no database server. Made when missing. */
  readonly dataDir: string
  /** `postgres://…`; absent or null: one SQLite file in `dataDir`. */
  readonly databaseUrl?: string | null | undefined
}

/** Opens the store and brings its tables up to date. @throws when the database was written by a newer program. */
export async function openStore({ dataDir, databaseUrl }: Place): Promise<Store> {
  if (!databaseUrl) return openSqliteStore(dataDir)
  if (/^postgres(ql)?:\/\//.test(databaseUrl)) return openPostgresStore(databaseUrl)
  throw new Error('FESTOON_DATABASE_URL must start with postgres:// (leave it unset for SQLite).')
}
