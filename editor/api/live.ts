import type { LiveNews, Presence } from '../../schemas/api/live'
import { ask } from './request'

export type LiveListener = { readonly [Name in keyof LiveNews]: (news: LiveNews[Name]) => void } & { readonly connected: (isConnected: boolean) => void }

/** Hears what others do with an activity, until the returned function is called. The browser connects anew by itself. */
export function watchActivity(activity: string, listener: LiveListener): () => void {
  const source = new EventSource(`/api/activities/${activity}/live`)
  for (const name of ['saved', 'present'] as const) {
    // The server writes exactly this shape.
    source.addEventListener(name, (event: MessageEvent<string>) => (listener[name] as (news: unknown) => void)(JSON.parse(event.data)))
  }
  source.addEventListener('open', () => listener.connected(true))
  source.addEventListener('error', () => listener.connected(false))
  return () => source.close()
}

export function tellPresence(activity: string, presence: Presence): Promise<void> {
  return ask(`/api/activities/${activity}/presence`, { method: 'POST', body: presence })
}

/** The same as the tab closes, when no request would outlive it. */
export function tellLeaving(activity: string, tab: string): void {
  const body = new Blob([JSON.stringify({ tab, selection: [], isLeaving: true } satisfies Presence)], { type: 'application/json' })
  navigator.sendBeacon?.(`/api/activities/${activity}/presence`, body)
}
