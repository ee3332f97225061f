import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '../../schemas/api/management'
import { createApp } from '../app'
import type { Config } from '../config'
import { newPlace } from '../engine/testing/stage'
import type { AppEnv } from '../http/route'
import { slices } from '../slices'
import type { Store } from '../store/store'
import { openWorld, type World } from '../world'
import { contractOf } from './contract'

/** A Tuesday evening in Shanghai. */
export const testTime = Date.parse('2026-01-06T20:00:00+08:00')

export const testToken = 'a-script-with-an-owners-rights'
export const testPassword = 'correct horse battery'

export interface Wish {
  readonly method?: string
  readonly body?: unknown
  /** Sent as it is, in place of `body`. */
  readonly raw?: BodyInit
  /** An empty value leaves a header out that is sent otherwise. */
  readonly headers?: { readonly [name: string]: string }
  /** Who asks; absent: the script's bearer token. `nobody`: no identity at all. */
  readonly as?: Role | 'nobody'
  /** The address that the request comes from. */
  readonly from?: string
}

export interface TestWorld {
  readonly world: World
  /** Moves the clock that all parts share. */
  pass(ms: number): void
  /** Everything that was logged as an error. */
  readonly errors: readonly object[]
  /** A request from this very site. */
  ask(path: string, wish?: Wish): Promise<Response>
  /** The JSON of an answer that must be a success. */
  read<T>(path: string, wish?: Wish): Promise<T>
  close(): Promise<void>
}

const contract = contractOf(slices)

/** A server of real parts on an empty store, with a clock of its own. Every answer is held against what its route declares. */
export async function createTestWorld(settings: Partial<Config> = {}, dialect: Store['dialect'] = 'sqlite'): Promise<TestWorld> {
  const place = await newPlace(dialect)
  const dataDir = await mkdtemp(join(tmpdir(), 'festoon-'))
  let now = testTime
  const errors: object[] = []
  const log = { info() {}, warn() {}, error: (facts: object) => void errors.push(facts) }
  const config: Config = {
    port: 0,
    dataDir,
    databaseUrl: place.databaseUrl,
    redisUrl: null,
    owner: { email: 'owner@team.example', password: testPassword },
    apiToken: testToken,
    publicUrl: null,
    studioUrl: null,
    trustedProxies: 0,
    ...settings,
  }
  const world = await openWorld(config, { clock: { now: () => now }, log })
  const app = createApp(world)
  const cookies = new Map<Role, string>()

  const send = async (path: string, { method = 'GET', body, raw, headers = {}, as, from = '203.0.113.7' }: Wish): Promise<Response> => {
    const identity: { [name: string]: string } =
      as === undefined ? { Authorization: `Bearer ${testToken}` } : as === 'nobody' ? {} : { Cookie: await cookieOf(as) }
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body))
    const type: { [name: string]: string } = body === undefined ? {} : { 'Content-Type': 'application/json' }
    const all = Object.entries({ 'Host': 'localhost', 'Sec-Fetch-Site': 'same-origin', ...type, ...identity, ...headers })
    const init: RequestInit = { method, headers: all.filter(([, value]) => value !== '') }
    // The socket is all that the app asks of node's request.
    const env = { incoming: { socket: { remoteAddress: from } } } as unknown as AppEnv['Bindings']
    const answer = await app.request(path, sent === undefined ? init : { ...init, body: sent }, env)
    const breach = await contract(method, path, answer)
    if (breach) throw new Error(breach)
    return answer
  }

  /** Signs in once a role; members other than the first owner are made on the way. */
  const cookieOf = async (role: Role): Promise<string> => {
    const known = cookies.get(role)
    if (known) return known
    const email = `${role}@team.example`
    if (role !== 'owner') await send('/api/members', { method: 'POST', body: { email, password: testPassword, name: role, role } })
    const answer = await send('/api/session', { method: 'POST', body: { email, password: testPassword }, as: 'nobody', from: `203.0.113.${20 + cookies.size}` })
    const cookie = answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0]!)
      .join('; ')
    cookies.set(role, cookie)
    return cookie
  }

  return {
    world,
    errors,
    pass: (ms) => void (now += ms),
    ask: (path, wish = {}) => send(path, wish),
    async read<T>(path: string, wish: Wish = {}) {
      const answer = await send(path, wish)
      if (!answer.ok) throw new Error(`${wish.method ?? 'GET'} ${path}: ${answer.status} ${await answer.text()}`)
      return (await answer.json()) as T
    },
    async close() {
      await world.close()
      await rm(dataDir, { recursive: true, force: true })
      await place.remove()
    },
  }
}
