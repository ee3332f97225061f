import type { Activity, Template } from '../../schemas/api/management'
import type { Locale } from '../../schemas/words'
import { ask } from './request'

export interface NewActivity {
  readonly name: string
  readonly slug?: string
  readonly template?: string
  readonly locale?: Locale
}

export function listActivities(): Promise<{ readonly activities: readonly Activity[] }> {
  return ask('/api/activities')
}

export function readActivity(id: string): Promise<Activity> {
  return ask(`/api/activities/${id}`)
}

export function createActivity(wanted: NewActivity): Promise<Activity> {
  return ask('/api/activities', { method: 'POST', body: wanted })
}

export function changeActivity(id: string, change: { readonly name?: string; readonly slug?: string }): Promise<Activity> {
  return ask(`/api/activities/${id}`, { method: 'PATCH', body: change })
}

export function listTemplates(): Promise<{ readonly templates: readonly Template[] }> {
  return ask('/api/templates')
}
