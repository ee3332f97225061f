const memory = 'festoon.recent-deeds'
const mostKept = 6

/** The ids of what was done from the palette of late on this device, latest first. */
export function recentDeeds(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(memory) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}

export function rememberDeed(id: string): void {
  localStorage.setItem(memory, JSON.stringify([id, ...recentDeeds().filter((one) => one !== id)].slice(0, mostKept)))
}
