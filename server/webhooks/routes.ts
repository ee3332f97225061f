import { webhookSchema, webhookStateSchema, type WebhookState } from '../../schemas/api/webhooks'
import { actionLimits } from '../../schemas/limits'
import { speak, type Locale } from '../../schemas/words'
import { findActivity } from '../activities/findActivity'
import { route, type Route } from '../http/route'
import { Refuse } from '../problem'
import type { World } from '../world'
import { deleteWebhook, lastSeq, selectWebhook, upsertWebhook } from './store'

const owners = ['owner'] as const
const path = '/api/activities/:id/webhook'

/** @throws Refuse `not-found` where none is set */
async function stateOf({ store }: World, activity: string): Promise<WebhookState> {
  const row = await selectWebhook(store.db, activity)
  if (!row) throw new Refuse('not-found', { detail: { zh: '没有设置回调地址。', en: 'No webhook is set.' } })
  const { url, seq, failures, last_error, next_at, time_taken } = row
  return {
    url,
    sent: seq,
    waiting: (await lastSeq(store.db, activity)) - seq,
    takenAt: time_taken,
    failures,
    lastError: last_error,
    retryAt: failures ? next_at : null,
  }
}

const unusable = {
  zh: '这个网址无法访问：请检查主机和端口，且不要带用户名和密码',
  en: 'Nothing can be sent to this URL: check host and port, and leave out user and password',
}

/** A schema admits URLs that no client asks. @throws Refuse `bad-input` */
function refuseUnusable(url: string, locale: Locale): void {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (parsed && !parsed.username && !parsed.password) return
  throw new Refuse('bad-input', { problems: [{ document: 'body', path: '/url', message: speak(unusable, locale), severity: 'error' }] })
}

export const routes: readonly Route[] = [
  route(
    {
      method: 'GET',
      path,
      operationId: 'getWebhook',
      who: owners,
      summary: 'Where the customer’s backend is told of awards, and how that goes.',
      answers: { 200: webhookStateSchema },
    },
    async ({ world, param, answer }) => answer(200, await stateOf(world, (await findActivity(world, param('id'))).id)),
  ),
  route(
    {
      method: 'PUT',
      path,
      operationId: 'setWebhook',
      who: owners,
      summary: 'Has a backend told of each award from now on: in order, signed, at least once.',
      body: webhookSchema,
      bodyLimits: actionLimits,
      answers: { 200: webhookStateSchema },
    },
    async ({ world, param, body: { url, secret }, locale, record, answer }) => {
      refuseUnusable(url, locale)
      const { id } = await findActivity(world, param('id'))
      await world.store.write(id, async (trx) => {
        await upsertWebhook(trx, { activity: id, url, secret })
        await record(trx, { target: `activity/${id}/webhook`, reason: new URL(url).origin })
      })
      return answer(200, await stateOf(world, id))
    },
  ),
  route(
    {
      method: 'DELETE',
      path,
      operationId: 'removeWebhook',
      who: owners,
      summary: 'Tells the backend nothing more.',
      answers: { 204: null },
    },
    async ({ world, param, record, answer }) => {
      const { id } = await findActivity(world, param('id'))
      await world.store.write(id, async (trx) => {
        if (!(await deleteWebhook(trx, id))) throw new Refuse('not-found')
        await record(trx, { target: `activity/${id}/webhook` })
      })
      return answer(204)
    },
  ),
]
