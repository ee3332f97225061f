/** 32 hex digits that nobody can guess. */
export function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => (byte + 256).toString(16).slice(1)).join('')
}

function openStore(): { [id: string]: string } {
  try {
    // A store is used as a plain record, which both kinds are; asking for its length finds out whether it is allowed.
    return sessionStorage.length < 0 ? {} : (sessionStorage as unknown as { [id: string]: string })
  } catch {
    return {}
  }
}

let opened: { [id: string]: string } | undefined

/**
 * Keys of acts that were not answered yet. They outlive a reload; where storage is forbidden, they live as long as the page.
 * It is opened when it is first asked for: the browser stands still meanwhile, and before the first paint that is seen.
 */
export function store(): { [id: string]: string } {
  return opened || (opened = openStore())
}
