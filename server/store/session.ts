export type Parameter = string | number | null

/**
 * One connection inside a transaction, for statements written by hand. The same text runs on both databases:
 * `?` is a parameter, and `rows(?)` a table made of one parameter, a JSON list of lists, whose only column is
 * `value`; `cast(value ->> 0 as bigint)` is a cell.
 */
export interface Session {
  all<Row>(statement: string, ...parameters: readonly Parameter[]): Promise<Row[]>
}

/** The table parameter for `rows(?)`. */
export function table(rows: readonly (readonly Parameter[])[]): string {
  return JSON.stringify(rows)
}

/** A statement as SQLite reads it. */
export function forSqlite(statement: string): string {
  return statement.replace(/\brows\(\?\)/g, 'json_each(?)')
}

/** A statement as PostgreSQL reads it: parameters are numbered in order. */
export function forPostgres(statement: string): string {
  let count = 0
  return statement.replace(/\brows\(\?\)/g, 'json_array_elements(?::json)').replace(/\?/g, () => `$${++count}`)
}
