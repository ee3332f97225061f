/** SQLSTATE classes of a server that cannot serve: connection lost, out of resources, shutting down. */
const outClasses = ['08', '53', '57']

/** What Node says of a connection that cannot be made, or broke, and of a disk that takes nothing more. */
const outCodes = ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EHOSTUNREACH', 'ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EMFILE']

/** SQLite's primary result codes of a file that cannot be written now (https://sqlite.org/rescode.html). */
const busy = 5
const outResults = [busy, 8 /* read-only */, 10 /* I/O */, 13 /* full */, 14 /* cannot be opened */]

/** Whether what failed is the store and no wish's fault: tried again later, the same may succeed. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  if (outResults.includes(sqliteResult(error))) return true
  if (typeof code === 'string') return outCodes.includes(code) || (code.length === 5 && outClasses.includes(code.slice(0, 2)))
  // pg gives a lost connection no code.
  return error.message.startsWith('Connection terminated') || error.message.startsWith('Client has encountered a connection error')
}

/** Whether another process holds the lock of the SQLite file. */
export function isLocked(error: unknown): boolean {
  return error instanceof Error && sqliteResult(error) === busy
}

/** SQLite's primary result code; the extended ones hold it in their last byte. */
function sqliteResult(error: Error): number {
  const { errcode } = error as { errcode?: unknown }
  return typeof errcode === 'number' ? errcode & 0xff : 0
}
