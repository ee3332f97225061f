/** Something outside of this program that keeps it from starting. The message says what it is, and what to do. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'
}

/** What an error says of itself; some of Node's say nothing but a code. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code } = error as { code?: unknown }
  return error.message || String(code ?? error.name)
}
