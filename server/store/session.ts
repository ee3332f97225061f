export type Parameter = string | number | null

/**
 * One connection inside a transaction, for statements written by hand. The same text runs on both databases:
 * `?` is a parameter, and `rows(?)` a table made of one parameter, a JSON list of lists, whose only column is
 * `value`; `cast(value ->> 0 as bigint)` is a cell.
 */
export interface Session {
  all<Row>(statement: string, ...parameters: readonly Parameter[]): Promise<Row[]>
  /** Inserts many rows in whatever way is quickest. Cells stand in the order of the insertion's columns. */
  insert(insertion: Insertion, rows: readonly (readonly Parameter[])[]): Promise<void>
}

/** What an insert says besides its rows. Make it once, outside functions: statements are prepared by it. */
export interface Insertion {
  readonly into: string
  readonly columns: { readonly [name: string]: 'text' | 'bigint' }
  /** `on conflict …` */
  readonly conflict?: string
}

/** The table parameter for `rows(?)`. */
export function table(rows: readonly (readonly Parameter[])[]): string {
  return JSON.stringify(rows)
}

/** Inserts one row: a parameter a column. */
export function insertOne({ into, columns, conflict = '' }: Insertion): string {
  const names = Object.keys(columns)
  return `insert into ${into} (${names.join(', ')}) values (${names.map(() => '?').join(', ')}) ${conflict}`
}

/** Inserts a row table: one parameter. */
export function insertMany({ into, columns, conflict = '' }: Insertion): string {
  const cells = Object.values(columns).map((type, i) => `cast(value ->> ${i} as ${type})`)
  return `insert into ${into} (${Object.keys(columns).join(', ')}) select ${cells.join(', ')} from rows(?) where true ${conflict}`
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
