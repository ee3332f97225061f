import { Refuse } from '../problem'

/**
 * The revision that an `If-Match` header names, with quotes or without; a proxy that compresses may have made it weak.
 * `*` names none: it would write over anything. @throws Refuse `revision-missing`, `revision-stale`
 */
export function revisionFrom(header: string | undefined): number {
  if (!header || header.trim() === '*') throw new Refuse('revision-missing')
  const digits = /^(?:W\/)?"?(\d{1,15})"?$/.exec(header.trim())?.[1]
  // Something that we never gave out cannot be the current revision. 0 is before all of them.
  return digits === undefined ? -1 : Number(digits)
}
