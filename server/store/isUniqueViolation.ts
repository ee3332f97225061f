/** Whether a write failed because such a row exists already. */
export function isUniqueViolation(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, errcode } = error as { code?: unknown; errcode?: unknown }
  return code === '23505' || errcode === 2067 || errcode === 1555 || (error instanceof Error && error.message.startsWith('UNIQUE constraint failed'))
}
