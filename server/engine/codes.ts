import { table, type Session } from '../store/session'

/** Adds codes to a pool behind those that are there; codes that it holds already are skipped. Gives the number added. */
export async function addCodes(session: Session, activity: string, pool: string, codes: readonly string[]): Promise<number> {
  const fresh = await without(session, { activity, pool, codes: [...new Set(codes)] })
  if (fresh.length === 0) return 0
  const [row] = await session.all<{ added: number }>(
    `insert into code_pools (activity, pool, added) values (?, ?, ?)
      on conflict (activity, pool) do update set added = code_pools.added + excluded.added returning added`,
    activity, pool, fresh.length,
  )
  const first = row!.added - fresh.length + 1
  await session.all(
    'insert into codes (activity, pool, number, code) select ?, ?, cast(value ->> 0 as bigint), cast(value ->> 1 as text) from rows(?)',
    activity, pool, table(fresh.map((code, i) => [first + i, code])),
  )
  return fresh.length
}

async function without(session: Session, { activity, pool, codes }: { activity: string; pool: string; codes: readonly string[] }): Promise<string[]> {
  const rows = await session.all<{ code: string }>(
    'select code from codes where activity = ? and pool = ? and code in (select cast(value ->> 0 as text) from rows(?))',
    activity, pool, table(codes.map((code) => [code])),
  )
  const known = new Set(rows.map(({ code }) => code))
  return codes.filter((code) => !known.has(code))
}
