import {
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely'
import type { SqliteConnection } from './sqliteConnection'

/** Lets Kysely speak through a connection of ours. Nothing here waits its turn: the store's queue does. */
export function sqliteDialect(connection: SqliteConnection): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => driver(connection),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

function driver(connection: SqliteConnection): Driver {
  const session = databaseConnection(connection)
  const say = (sql: string) => async () => connection.exec(sql)
  return {
    init: async () => {},
    acquireConnection: async () => session,
    // Takes the write lock at once: a transaction that reads first could otherwise not go on to write.
    beginTransaction: () => connection.beginWriting(),
    commitTransaction: say('commit'),
    rollbackTransaction: async () => connection.rollback(),
    savepoint: async (_, name) => connection.exec(`savepoint "${name}"`),
    rollbackToSavepoint: async (_, name) => connection.exec(`rollback to "${name}"`),
    releaseSavepoint: async (_, name) => connection.exec(`release "${name}"`),
    releaseConnection: async () => {},
    destroy: async () => {},
  }
}

function databaseConnection(connection: SqliteConnection): DatabaseConnection {
  return {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      const { rows, changes } = connection.query(sql, parameters)
      // Which columns a row has is known to whoever wrote the query.
      return { rows: rows as Row[], numAffectedRows: BigInt(changes) }
    },
    async *streamQuery<Row>({ sql, parameters }: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
      yield { rows: connection.query(sql, parameters).rows as Row[] }
    },
  }
}
