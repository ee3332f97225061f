import type { Mine, PublicState } from '../../schemas/api/visitor'
import type { Json, Receipt } from '../../schemas/play'
import { Refusal, type PlayScene, type Trouble } from '../../widgets/host'
import type { Boot } from '../boot'
import { randomKey, store } from './keys'

/** The activity as this page knows it, and the way to act on it. Acting does not fetch anew by itself: what was won is known when its widget has shown it. */
export interface Live {
  /** Fetches what everybody and what this visitor may know. Never throws: a failure shows in every play's status, and is asked about again by itself. */
  refresh(): Promise<void>
  /** @throws Refusal */
  act(play: string, action: string, input?: Json): Promise<Receipt>
  playOf(play: string): PlayScene
  /** The server's clock, epoch ms; this device's own until the server was heard. */
  now(): number
  /** What the server said of this visitor; null until it did. */
  me(): Mine | null
}

/** Waits between attempts of one act, in ms. */
const pauses = [600, 1500, 4000]
/** The waits between questions that fail, in ms: twice as long each time, and spread, so that phones do not all knock at once. */
const waitAfter = (failures: number): number => Math.min(3000 * 2 ** failures, 60_000) * (1 + Math.random())
/** The longest that an answer may take: networks that change on the way leave a question open for minutes. */
const patienceMs = 12_000

/** The page's connection to the server. `changed` runs after every change; `superseded` when the server has a newer page. */
export function connect(boot: Boot, changed: () => void, superseded: () => void): Live {
  let state: PublicState | null = null
  let me: Mine | null = null
  /** How often in a row the server was not heard. */
  let failures = 0
  let offset = 0
  let fetching: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const running: { [id: string]: Promise<Receipt> } = {}

  /** The answer's body. @throws Refusal for every "no" of the server, with `status` for those that another try may turn */
  async function ask(path: string, headers?: { readonly [name: string]: string }, body?: unknown): Promise<unknown> {
    const patience = new AbortController()
    setTimeout(() => patience.abort(), patienceMs)
    const response = await fetch(boot.api + path, {
      signal: patience.signal,
      method: headers ? 'POST' : 'GET',
      headers: { 'Accept-Language': boot.locale, ...headers },
      body: headers && JSON.stringify(body),
    })
    const said = (await response.json()) as Trouble & { detail?: string }
    if (response.ok) return said
    const mayStillHappen = response.status > 499
    throw Object.assign(new Refusal({ ...said, title: said.detail || said.title }), {
      mayStillHappen,
      waitMs: 1000 * Number(response.headers.get('Retry-After')),
    })
  }

  async function load(): Promise<void> {
    const asked = Date.now()
    clearTimeout(timer)
    try {
      const [known, mine] = await Promise.all([ask('state'), ask('me')])
      state = known as PublicState
      me = mine as Mine
      // The server's time, as of the middle of the trip.
      offset = me.now - (asked + Date.now()) / 2
      failures = 0
      if (state.release !== boot.release) superseded()
    } catch {
      timer = setTimeout(refresh, waitAfter(failures++))
    }
    fetching = null
    changed()
  }
  const refresh = (): Promise<void> => fetching || (fetching = load())

  /** Sends until there is an answer: the key makes every further try the same action. */
  async function send(path: string, id: string, input: Json | undefined, attempt = 0): Promise<Receipt> {
    try {
      const key = store()[id] || (store()[id] = randomKey())
      const receipt = (await ask(
        path,
        { 'Content-Type': 'application/json', 'Idempotency-Key': key },
        { input: input === undefined ? {} : input, release: boot.release },
      )) as Receipt
      delete store()[id]
      return receipt
    } catch (error) {
      const no = error as Partial<Refusal> & { mayStillHappen?: boolean; waitMs?: number }
      const code = no.trouble && no.trouble.code
      if (code === 'no-visitor' && !attempt) await refresh()
      else if (code && !no.mayStillHappen) {
        // Answered for good; anything else keeps its key for the next try.
        delete store()[id]
        if (code === 'release-superseded') superseded()
        throw error
      } else if (attempt < pauses.length) await new Promise((done) => setTimeout(done, Math.max(pauses[attempt]!, no.waitMs || 0)))
      else throw code ? error : new Refusal({ code: 'no-network', title: boot.words.noNetwork })
    }
    return send(path, id, input, attempt + 1)
  }

  function act(play: string, action: string, input?: Json): Promise<Receipt> {
    const path = `plays/${play}/${action}`
    const id = boot.api + path + (JSON.stringify(input) || '')
    return running[id] || (running[id] = send(path, id, input).finally(() => delete running[id]))
  }

  return {
    refresh,
    act,
    me: () => me,
    now: () => Date.now() + offset,
    playOf(play) {
      const known = state && state.plays[play]
      return {
        status: state && state.offline ? 'offline' : failures || (state && !known) ? 'failed' : known && me ? 'ready' : 'loading',
        stage: known ? known.stage : 'before',
        shown: known ? (known.shown as Json) : (boot.still || {})[play] || null,
        mine: me && me.plays[play] !== undefined ? (me.plays[play] as Json) : null,
      }
    },
  }
}
