import type { WebhookState } from '../../schemas/api/webhooks'
import { isProblem } from './apiProblem'
import { ask } from './request'

const pathOf = (activity: string): string => `/api/activities/${activity}/webhook`

export interface WebhookAnswer {
  /** Null: none is set. */
  readonly webhook: WebhookState | null
}

export async function readWebhook(activity: string): Promise<WebhookAnswer> {
  try {
    return { webhook: await ask<WebhookState>(pathOf(activity)) }
  } catch (error) {
    if (isProblem(error, 'not-found')) return { webhook: null }
    throw error
  }
}

/** From now on each award is told there, signed with this secret. */
export function setWebhook(activity: string, url: string, secret: string): Promise<WebhookState> {
  return ask(pathOf(activity), { method: 'PUT', body: { url, secret } })
}

export function removeWebhook(activity: string): Promise<void> {
  return ask(pathOf(activity), { method: 'DELETE' })
}
