import type { Mine, PublicState } from '../../schemas/api/visitor'
import type { Json, Receipt } from '../../schemas/play'
import { say, type Words } from '../../schemas/words'
import { Refusal, type PlayScene, type Trouble, type WonPrize } from '../../widgets/host'
import type { Boot } from '../boot'
import { keep, kept, randomKey } from './keys'

/** The activity as this page knows it, and the way to act on it. */
export interface Live {
  /** Fetches what everybody and what this visitor may know. Never throws: a failure shows in every play's status. */
  refresh(): Promise<void>
  /** @throws Refusal */
  act(play: string, action: string, input?: Json): Promise<Receipt>
  playOf(play: string): PlayScene
  won(): readonly WonPrize[] | null
  /** The server's clock, epoch ms; this device's own until the server was heard. */
  now(): number
  /** True once the server's clock is known. */
  knowsTime(): boolean
  visitor(): string
}

/** Waits between attempts of one act, in ms. */
const pauses = [600, 1500, 4000]

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** @throws TypeError where there is no network, like `fetch` itself. */
async function answerOf(response: Response): Promise<never | unknown> {
  const body: unknown = await response.json()
  if (response.ok) return body
  const problem = body as { code?: string; title?: string; detail?: string; retryAt?: number }
  throw new Refusal({ code: problem.code || 'internal', title: problem.detail || problem.title || '', retryAt: problem.retryAt })
}

/** The page's connection to the server. `changed` runs after every change; `superseded` when the server has a newer page. */
export function connect(boot: Boot, changed: () => void, superseded: () => void): Live {
  let state: PublicState | null = null
  let me: Mine | null = null
  let failed = false
  let offset = 0
  let fetching: Promise<void> | null = null
  const running: { [id: string]: Promise<Receipt> } = {}

  const get = (path: string): Promise<unknown> => fetch(boot.api + path, { credentials: 'same-origin', headers: { 'Accept-Language': boot.locale } }).then(answerOf)
  const noNetwork = (): Trouble => ({ code: 'no-network', title: boot.words.noNetwork })

  async function load(): Promise<void> {
    const asked = Date.now()
    try {
      const [publicState, mine] = await Promise.all([get('state'), get('me')])
      state = publicState as PublicState
      me = mine as Mine
      // The server's time, as of the middle of the trip.
      offset = me.now - (asked + Date.now()) / 2
      failed = false
      if (state.release !== boot.release) superseded()
    } catch (error) {
      failed = true
    }
    fetching = null
    changed()
  }
  const refresh = (): Promise<void> => fetching || (fetching = load())

  async function send(path: string, key: string, input: Json | undefined): Promise<Receipt> {
    for (let attempt = 0; ; attempt++) {
      let response: Response | undefined
      try {
        response = await fetch(boot.api + path, {
          method: 'POST',
          credentials: 'same-origin',
          headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, 'Accept-Language': boot.locale },
          body: JSON.stringify({ input: input === undefined ? {} : input, release: boot.release }),
        })
        // 5xx: whether it was done is unknown or it was not; the same key may be tried again either way.
        if (response.status < 500) return (await answerOf(response)) as Receipt
      } catch (error) {
        if (error instanceof Refusal) {
          if (error.trouble.code !== 'no-visitor' || attempt) throw error
          await refresh()
        }
      }
      if (attempt >= pauses.length) return response ? ((await answerOf(response)) as Receipt) : Promise.reject(new Refusal(noNetwork()))
      await pause(Math.max(pauses[attempt]!, response ? 1000 * Number(response.headers.get('Retry-After')) : 0))
    }
  }

  async function act(path: string, id: string, input: Json | undefined): Promise<Receipt> {
    const key = kept(id) || keep(id, randomKey())
    try {
      const receipt = await send(path, key, input)
      keep(id, '')
      refresh()
      return receipt
    } catch (error) {
      const { code } = error instanceof Refusal ? error.trouble : noNetwork()
      // Only an answer ends an act: while it may still have happened, its key stays for the next try.
      if (code !== 'no-network' && code !== 'internal' && code !== 'busy') keep(id, '')
      if (code === 'release-superseded') superseded()
      throw error instanceof Refusal ? error : new Refusal(noNetwork())
    }
  }

  return {
    refresh,
    act(play, action, input) {
      const path = `plays/${play}/${action}`
      const id = boot.api + path + (input === undefined ? '' : JSON.stringify(input))
      return running[id] || (running[id] = act(path, id, input).finally(() => delete running[id]))
    },
    playOf(play) {
      const known = state && state.plays[play]
      const status = state && state.offline ? 'offline' : failed || (state && !known) ? 'failed' : state && me ? 'ready' : 'loading'
      return {
        status,
        stage: known ? known.stage : 'before',
        shown: known ? (known.shown as Json) : null,
        mine: me && me.plays[play] !== undefined ? (me.plays[play] as Json) : null,
      }
    },
    won: () => me && me.awards.map((award): WonPrize => {
      const { title, type, tier, icon, image, terms, amount } = award.snapshot
      const text = (words: unknown): string => say(words as Words, boot.locale)
      return { id: award.id, play: award.play, state: award.state, at: award.at, code: award.code, title: text(title), type, icon, image, amount, tier: text(tier) || undefined, terms: text(terms) || undefined }
    }),
    now: () => Date.now() + offset,
    knowsTime: () => me !== null,
    visitor: () => (me ? me.visitor : ''),
  }
}
