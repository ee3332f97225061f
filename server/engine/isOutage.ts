/** SQLSTATE classes of a server that cannot serve: connection lost, out of resources, shutting down. */
const outClasses = ['08', '53', '57']

/** What Node says of a connection that cannot be made, or broke. */
const outCodes = ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EHOSTUNREACH']

/** Whether a store's error is no wish's fault, so that trying wish by wish would be in vain. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  if (typeof code === 'string') return outCodes.includes(code) || (code.length === 5 && outClasses.includes(code.slice(0, 2)))
  // pg gives a lost connection no code.
  return error.message.startsWith('Connection terminated') || error.message.startsWith('Client has encountered a connection error')
}
