import type { Activity, Template } from '../../schemas/api/management'
import type { PageDocument } from '../../schemas/page'
import type { Schedule } from '../../schemas/rules'
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

/** The page that a template begins with, and the kinds of play in its rules. */
export function readTemplate(id: string): Promise<{ readonly page: PageDocument; readonly schedule: Schedule; readonly kinds: readonly string[] }> {
  return ask(`/api/templates/${id}`)
}

export function listTemplates(): Promise<{ readonly templates: readonly Template[] }> {
  return ask('/api/templates')
}
