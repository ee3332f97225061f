import type { AwardsPage } from '../../schemas/api/report'
import type { AwardState } from '../../schemas/play'
import { ask } from './request'

const pathOf = (activity: string): string => `/api/activities/${activity}/awards`

export interface AwardsWish {
  /** Only what this visitor won. */
  readonly visitor?: string | undefined
  /** `next` of the page before. */
  readonly before?: number | undefined
}

/** A page of what visitors won, newest first. */
export function listAwards(activity: string, { visitor, before }: AwardsWish = {}): Promise<AwardsPage> {
  const query = new URLSearchParams({ limit: '50', ...(visitor === undefined ? {} : { visitor }), ...(before === undefined ? {} : { before: String(before) }) })
  return ask(`${pathOf(activity)}?${query}`)
}

/** Where all of it is as a file for spreadsheets, codes included. */
export function awardsFile(activity: string, visitor?: string): string {
  return `${pathOf(activity)}.csv${visitor === undefined ? '' : `?${new URLSearchParams({ visitor })}`}`
}

/** Only forward: what was settled stays settled. */
export function moveAward(activity: string, award: string, state: AwardState, reason: string): Promise<void> {
  return ask(`${pathOf(activity)}/${award}`, { method: 'PATCH', body: { state, reason } })
}

/** Which visitor a user of the customer's is. */
export async function visitorOfUser(activity: string, subject: string): Promise<string> {
  return (await ask<{ readonly visitor: string }>(`/api/activities/${activity}/visitor?${new URLSearchParams({ subject })}`)).visitor
}
