/** The part of the `node:sqlite` interface that the store uses. */
export interface SqliteDatabase {
  prepare(sql: string): SqliteStatement
  exec(sql: string): void
  close(): void
}

export interface SqliteStatement {
  all(...parameters: readonly (string | number | bigint | null | Uint8Array)[]): unknown[]
  run(...parameters: readonly (string | number | bigint | null | Uint8Array)[]): { changes: number | bigint; lastInsertRowid: number | bigint }
  columns(): readonly unknown[]
}

interface SqliteModule {
  readonly DatabaseSync: new (path: string) => SqliteDatabase
}

/** Before this release, two connections that wrote and checkpointed at once could corrupt the file (https://sqlite.org/wal.html#walresetbug). */
const oldestSafe = [3, 51, 3] as const

/** Opens a database file with the SQLite built into Node where it is new enough, else with the one from the package. */
export async function openSqlite(path: string): Promise<SqliteDatabase> {
  const builtIn = builtInModule()
  const { DatabaseSync } = builtIn ?? (await packagedModule())
  const database = new DatabaseSync(path)
  const version = versionOf(database)
  if (isSafe(version)) return database
  database.close()
  throw new Error(`SQLite ${version} is too old to be safe: Festoon needs ${oldestSafe.join('.')} or newer.`)
}

function builtInModule(): SqliteModule | undefined {
  // Older Nodes have neither the function nor the module, so the type promises too much.
  const found = (process.getBuiltinModule as ((id: string) => unknown) | undefined)?.('node:sqlite') as SqliteModule | undefined
  if (!found?.DatabaseSync) return undefined
  const probe = new found.DatabaseSync(':memory:')
  const isNewEnough = isSafe(versionOf(probe))
  probe.close()
  return isNewEnough ? found : undefined
}

async function packagedModule(): Promise<SqliteModule> {
  // Its statements take and give `any`; the interface above is what they accept.
  return (await import('@photostructure/sqlite')) as unknown as SqliteModule
}

function versionOf(database: SqliteDatabase): string {
  const [row] = database.prepare('select sqlite_version() as version').all() as { version: string }[]
  return row!.version
}

function isSafe(version: string): boolean {
  const parts = version.split('.').map(Number)
  for (const [i, wanted] of oldestSafe.entries()) {
    const has = parts[i] ?? 0
    if (has !== wanted) return has > wanted
  }
  return true
}
