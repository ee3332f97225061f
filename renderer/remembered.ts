/** Makes things that are the same for the same key once: what was made for the last keys is given again. */
export function remembered<T>(most = 100): (key: string, make: () => T) => T {
  const known = new Map<string, T>()
  return (key, make) => {
    const kept = known.get(key)
    if (kept !== undefined) return kept
    const made = make()
    if (known.size >= most) known.clear()
    known.set(key, made)
    return made
  }
}
