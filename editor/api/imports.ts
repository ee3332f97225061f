import type { ImportedFile } from '../../schemas/api/imports'
import type { Activity } from '../../schemas/api/management'
import { ask } from './request'

/** What a page file of another system would become here. @throws ApiProblem when no such system is known */
export function readImport(file: unknown): Promise<ImportedFile> {
  return ask('/api/imports', { method: 'POST', body: file })
}

/** Makes an activity of one page of such a file, counted from 0. */
export function importActivity(file: unknown, { page, name }: { readonly page: number; readonly name: string }): Promise<Activity> {
  const wish = new URLSearchParams({ page: String(page), name })
  return ask(`/api/imports/activity?${wish}`, { method: 'POST', body: file })
}
