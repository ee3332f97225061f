/** 32 hex digits that nobody can guess. */
export function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => (byte + 256).toString(16).slice(1)).join('')
}

const here: { [id: string]: string } = {}

/** The key of an act that was not answered yet, also after a reload; empty when there is none. */
export function kept(id: string): string {
  try {
    return sessionStorage.getItem(id) || here[id] || ''
  } catch {
    return here[id] || ''
  }
}

/** Keeps a key until it is set to ''. Where storage is forbidden it lives as long as the page. */
export function keep(id: string, key: string): string {
  here[id] = key
  try {
    if (key) sessionStorage.setItem(id, key)
    else sessionStorage.removeItem(id)
  } catch {
    // Private modes of some browsers refuse; `here` is the copy that counts then.
  }
  return key
}
