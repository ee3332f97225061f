const key = 'festoon.art'
const most = 20

/** The icons that were chosen last in this browser, newest first. */
export function recentArt(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((name): name is string => typeof name === 'string').slice(0, most) : []
  } catch {
    return []
  }
}

export function rememberArt(name: string): void {
  localStorage.setItem(key, JSON.stringify([name, ...recentArt().filter((one) => one !== name)].slice(0, most)))
}
