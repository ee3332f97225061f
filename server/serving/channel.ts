const name = 'festoon-channel'
const longest = 64

/** The channel that a page's address names; null: none. */
export function channelIn(query: string): string | null {
  return query.includes('channel=') ? (new URLSearchParams(query).get('channel')?.slice(0, longest) ?? null) : null
}

/** The channel of a request that a page makes: the page's own address, which browsers tell their own site, or the channel kept before. */
export function channelOf(page: string | undefined, cookies: string | undefined): string | null {
  const at = page?.indexOf('?') ?? -1
  return (at < 0 ? null : channelIn(page!.slice(at + 1).split('#')[0]!)) ?? channelKept(cookies)
}

/** The channel that a visitor came by before: pages ask for what goes with them without naming it again. */
export function channelKept(cookies: string | undefined): string | null {
  for (const pair of (cookies ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (pair.slice(0, at).trim() === name) return decoded(pair.slice(at + 1).trim())
  }
  return null
}

/** The `Set-Cookie` value that keeps a channel for as long as the browser stays open. */
export function channelCookie(channel: string, { path, secure }: { path: string; secure: boolean }): string {
  return `${name}=${encodeURIComponent(channel)}; Path=${path}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

/** Null for what no cookie of ours holds. */
function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value).slice(0, longest)
  } catch {
    return null
  }
}
