import type { Checked, Release } from '../../schemas/api/management'
import type { Report } from '../../schemas/api/report'
import { ask } from './request'

export interface NewRelease {
  readonly note?: string
  readonly rollout?: { readonly basisPoints: number }
  /** RFC 3339; absent: now. */
  readonly startsAt?: string
  /** The owner's reason to publish changes that are adverse to visitors. */
  readonly overrideAdverse?: string
}

/** Problems of the drafts as they stand, and what a release of them would change. */
export function checkDrafts(activity: string): Promise<Checked> {
  return ask(`/api/activities/${activity}/check`, { method: 'POST', body: {} })
}

export function listReleases(activity: string): Promise<{ readonly releases: readonly Release[] }> {
  return ask(`/api/activities/${activity}/releases`)
}

/** `key` names this wish to publish: sent again, it is answered with the release that it made first. */
export function publish(activity: string, release: NewRelease, key: string): Promise<Release> {
  return ask(`/api/activities/${activity}/releases`, { method: 'POST', body: release, key })
}

/** Serves the page of an older release again; rules, stock and draws stay as they are. */
export function rollBack(activity: string, to: string, reason: string): Promise<Release> {
  return ask(`/api/activities/${activity}/rollback`, { method: 'POST', body: { to, reason } })
}

export function takeOffline(activity: string, reason: string): Promise<void> {
  return ask(`/api/activities/${activity}/offline`, { method: 'POST', body: { reason } })
}

export function putOnline(activity: string, reason: string): Promise<void> {
  return ask(`/api/activities/${activity}/online`, { method: 'POST', body: { reason } })
}

/** Calls off a release that is scheduled, or shown to a share of visitors. */
export function cancelRelease(activity: string, release: string, reason: string): Promise<Release> {
  return ask(`/api/activities/${activity}/releases/${release}/cancel`, { method: 'POST', body: { reason } })
}

export function readReport(activity: string): Promise<Report> {
  return ask(`/api/activities/${activity}/report`)
}

/** A kept document, by its version's id. It never changes. */
export function readVersion<T>(activity: string, version: string): Promise<T> {
  return ask(`/api/activities/${activity}/versions/${version}`)
}
