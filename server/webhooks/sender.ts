import { reasonOf } from '../cannotStart'
import { perWorld } from '../perWorld'
import { createWatch, type Watch } from '../watch'
import type { World } from '../world'
import { noticesOf, signatureOf } from './notices'
import { leaseWebhook, selectDue, updateProgress, type WebhooksTable } from './store'

/** Tells customers' backends what the journal says, in order, at least once: what was not taken is sent again. */
export interface Sender extends Watch {
  /** Sends what is due now. */
  look(): Promise<void>
}

const rowsAtOnce = 100
/** A backend that does not answer in time has not taken it. */
const answerMs = 10_000
/** No other server sends for an activity for so long; longer than one request can take. */
const leaseMs = 60_000
const pagesALook = 20
const longestWaitMs = 3_600_000

/** 2, 4, 8 … seconds, at most an hour. */
export function backoffMs(failures: number): number {
  return Math.min(longestWaitMs, 1000 * 2 ** Math.min(failures, 20))
}

function createSender(world: World): Sender {
  const { store, clock, log } = world
  async function look(): Promise<void> {
    for (const { activity } of await selectDue(store.db, clock.now())) {
      for (let page = 0; page < pagesALook; page++) if (!(await sendPage(activity))) break
    }
  }

  /** True when it was taken and there may be more. */
  async function sendPage(activity: string): Promise<boolean> {
    const now = clock.now()
    const webhook = await store.write(null, (trx) => leaseWebhook(trx, activity, { now, until: now + leaseMs }))
    if (!webhook) return false
    const rows = await world.engine.journal(activity, 'live', { after: webhook.seq, limit: rowsAtOnce })
    const notices = rows.flatMap(noticesOf)
    const trouble = await send(webhook, notices)
    const failures = trouble === null ? 0 : webhook.failures + 1
    const progress = {
      failures,
      last_error: trouble,
      next_at: trouble === null ? now : clock.now() + backoffMs(failures),
      time_taken: trouble === null && notices.length > 0 ? now : webhook.time_taken,
    }
    await store.write(null, (trx) => updateProgress(trx, webhook, { ...progress, seq: trouble === null ? (rows.at(-1)?.seq ?? webhook.seq) : webhook.seq }))
    if (trouble !== null) log.warn({ activity, failures, trouble }, 'a webhook did not take its notices')
    return trouble === null && rows.length === rowsAtOnce
  }

  /** Null when it was taken; else why not. */
  async function send({ activity, url, secret }: WebhooksTable, notices: readonly object[]): Promise<string | null> {
    if (notices.length === 0) return null
    const body = JSON.stringify({ activity, notices })
    try {
      const answer = await fetch(url, {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'application/json', 'Festoon-Signature': signatureOf(secret, body, clock.now()) },
        // Where it leads to is not where the owner wanted it.
        redirect: 'manual',
        signal: AbortSignal.timeout(answerMs),
      })
      await answer.body?.cancel()
      return answer.ok ? null : `HTTP ${answer.status}`
    } catch (error) {
      const { cause } = error as { cause?: unknown }
      return reasonOf(cause ?? error).slice(0, 200)
    }
  }

  return { look, ...createWatch(look, { usualMs: 1000, failed: (error) => log.error({ err: error }, 'cannot send notices') }) }
}

export const senderOf = perWorld(createSender)
