import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProblemAnswer } from '../../schemas/api/management'
import type { Mine } from '../../schemas/api/visitor'
import type { Receipt } from '../../schemas/play'
import type { Config } from '../config'
import { createDraw } from '../testing/draw'
import { createTestWorld, testTime, type TestWorld, type Wish } from '../testing/testWorld'
import { createVisitor } from '../testing/visitor'
import { signJwt, verifyJwt } from './jwt'

const secret = 'a secret that only the shop and Festoon know'
let test: TestWorld

beforeAll(async () => {
  test = await createTestWorld()
  for (const slug of ['new-year', 'other']) {
    const id = await createDraw(test, { slug })
    await test.read(`/api/activities/${id}/releases`, { method: 'POST', body: {} })
    if (slug === 'new-year') expect((await test.ask(`/api/activities/${id}/secret`, { method: 'PUT', body: { secret } })).status).toBe(204)
  }
})
afterAll(() => test.close())

const codeOf = async (path: string, wish: Wish): Promise<string> => ((await (await test.ask(path, { as: 'nobody', ...wish })).json()) as ProblemAnswer).code
const soon = Math.floor(testTime / 1000) + 300

describe('an anonymous identity', () => {
  it('is issued once and kept', async () => {
    const answer = await test.ask('/a/new-year/me', { as: 'nobody' })
    expect(answer.headers.getSetCookie()[0]).toMatch(/^festoon-visitor=v[0-9a-f]{32}\.[\w-]{43}; Path=\/a\/new-year; Max-Age=\d+; HttpOnly; SameSite=Lax$/)
    const mia = await createVisitor(test, 'new-year')
    expect((await mia.me()).visitor).toBe(mia.id)
  })

  it('is in a Secure cookie when the origin of pages is https or, without one, when a trusted proxy says so', async () => {
    const https = { 'X-Forwarded-Proto': 'http, https' }
    const isSecure = async (settings: Partial<Config>, headers: { [name: string]: string }): Promise<boolean> => {
      const own = await createTestWorld(settings)
      try {
        await own.read(`/api/activities/${await createDraw(own)}/releases`, { method: 'POST', body: {} })
        const answer = await own.ask('/a/new-year/me', { as: 'nobody', headers })
        return answer.headers.getSetCookie()[0]!.endsWith('; Secure')
      } finally {
        await own.close()
      }
    }
    expect(await isSecure({ publicUrl: 'https://act.example' }, {})).toBe(true)
    expect(await isSecure({ trustedProxies: 1 }, https)).toBe(true)
    expect(await isSecure({ trustedProxies: 1 }, { 'X-Forwarded-Proto': 'https, http' })).toBe(false)
    expect(await isSecure({ trustedProxies: 0 }, https)).toBe(false)
    expect(await isSecure({ publicUrl: 'http://act.example', trustedProxies: 1 }, https)).toBe(false)
  })

  it('counts for nothing when altered, or in another activity', async () => {
    const mia = await createVisitor(test, 'new-year')
    const altered = mia.cookie.replace(/=v./, (start) => (start.endsWith('0') ? '=v1' : '=v0'))
    for (const Cookie of ['', altered, mia.cookie.slice(0, -2), 'festoon-visitor=admin', `festoon-visitor=${mia.id}.`]) {
      expect(await codeOf('/a/new-year/plays/draw/draw', { method: 'POST', body: {}, headers: { Cookie, 'Idempotency-Key': 'k-1' } })).toBe('no-visitor')
    }
    expect(await codeOf('/a/other/plays/draw/draw', { method: 'POST', body: {}, headers: { 'Cookie': mia.cookie, 'Idempotency-Key': 'k-1' } })).toBe(
      'no-visitor',
    )
  })
})

describe('acting', () => {
  it('gives a repeated key its first receipt, and refuses the key for another wish', async () => {
    const mia = await createVisitor(test, 'new-year')
    const first = (await (await mia.act('draw', 'draw', { key: 'same' })).json()) as Receipt
    const again = await mia.act('draw', 'draw', { key: 'same' })
    expect([again.headers.get('idempotent-replayed'), await again.json()]).toEqual(['true', first])
    expect((await mia.act('draw', 'nothing', { key: 'same' })).status).toBeGreaterThanOrEqual(400)
  })

  it('refuses a missing key, other sites, and unknown plays', async () => {
    const { cookie, act } = await createVisitor(test, 'new-year')
    expect(await codeOf('/a/new-year/plays/draw/draw', { method: 'POST', body: {}, headers: { Cookie: cookie } })).toBe('key-missing')
    expect(
      await codeOf('/a/new-year/plays/draw/draw', {
        method: 'POST',
        body: {},
        headers: { 'Cookie': cookie, 'Idempotency-Key': 'k', 'Sec-Fetch-Site': 'cross-site' },
      }),
    ).toBe('cross-site')
    expect(((await (await act('nothing', 'draw')).json()) as ProblemAnswer).code).toBe('unknown-play')
  })

  it('refuses in the visitor’s language and says when to come back', async () => {
    const { cookie, act } = await createVisitor(test, 'new-year')
    for (let i = 0; i < 3; i++) await act('draw', 'draw')
    const answer = await test.ask('/a/new-year/plays/draw/draw', {
      method: 'POST',
      as: 'nobody',
      body: {},
      headers: { 'Cookie': cookie, 'Idempotency-Key': 'fourth', 'Accept-Language': 'en' },
    })
    const problem = (await answer.json()) as ProblemAnswer
    expect(problem).toMatchObject({
      code: 'no-chance-left',
      title: 'No chances left today. Come back tomorrow.',
      retryAt: Date.parse('2026-01-07T00:00:00+08:00'),
    })
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
  })
})

describe('a customer’s token', () => {
  it('is taken for an identity, once, with what it says of the member', async () => {
    const token = signJwt(secret, { sub: 'user-7', exp: soon, name: 'Mia', tier: 'gold' })
    const answer = await test.ask('/a/new-year/session', { method: 'POST', as: 'nobody', body: { token } })
    const mine = (await answer.json()) as Mine
    expect([answer.status, mine.name, mine.visitor.includes('user-7')]).toEqual([200, 'Mia', false])
    expect(await codeOf('/a/new-year/session', { method: 'POST', body: { token } })).toBe('bad-token')
    const other = signJwt(secret, { sub: 'user-7', exp: soon + 1 })
    expect(((await (await test.ask('/a/new-year/session', { method: 'POST', as: 'nobody', body: { token: other } })).json()) as Mine).visitor).toBe(
      mine.visitor,
    )
  })

  it('makes a visitor whom the team finds by the user, and nobody else', async () => {
    const token = signJwt(secret, { sub: 'user & 10', exp: soon })
    const { visitor } = (await (await test.ask('/a/new-year/session', { method: 'POST', as: 'nobody', body: { token } })).json()) as Mine
    const { activities } = await test.read<{ activities: { id: string; slug: string }[] }>('/api/activities')
    const path = `/api/activities/${activities.find(({ slug }) => slug === 'new-year')!.id}/visitor`
    expect(await test.read(`${path}?subject=user%20%26%2010`, { as: 'operator' })).toEqual({ visitor })
    expect((await test.ask(`${path}?subject=user%20%26%2010`, { as: 'designer' })).status).toBe(403)
    expect((await test.ask(path)).status).toBe(400)
  })

  it('is refused, and not used up, while a claim cannot be meant so, as seconds for milliseconds', async () => {
    const wrong = async (claims: object): Promise<string | undefined> => {
      const token = signJwt(secret, { sub: 'user-9', exp: soon, ...claims })
      const answer = await test.ask('/a/new-year/session', { method: 'POST', as: 'nobody', body: { token }, headers: { 'Accept-Language': 'en' } })
      return /cannot be used: ([a-zA-Z, ]+)/.exec(((await answer.json()) as ProblemAnswer).detail ?? '')?.[1]
    }
    expect(await wrong({ registeredAt: soon })).toBe('registeredAt')
    expect(await wrong({ name: 7, tier: 'x'.repeat(65), tags: 'tea', registeredAt: 'today' })).toBe('name, tier, tags, registeredAt')
    expect(await wrong({ tags: Array.from({ length: 33 }, String) })).toBe('tags')
    expect(await wrong({ name: null, tier: null, tags: null, registeredAt: null })).toBeUndefined()
  })

  it('is refused when its signature, algorithm, time or subject is wrong, or another activity is meant', async () => {
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ sub: 'x', exp: soon })).toString('base64url')}.`
    const good = signJwt(secret, { sub: 'user-8', exp: soon })
    const [head, , signature] = good.split('.')
    const forged = `${head}.${Buffer.from(JSON.stringify({ sub: 'boss', exp: soon })).toString('base64url')}.${signature}`
    const stronger = good.replace(head!, Buffer.from('{"alg":"HS512"}').toString('base64url'))
    const bad = [
      unsigned,
      forged,
      stronger,
      `${good}.x`,
      signJwt('another secret', { sub: 'x', exp: soon }),
      signJwt(secret, { sub: 'x', exp: soon - 900 }),
      signJwt(secret, { sub: 'x', exp: soon + 9000 }),
      signJwt(secret, { sub: 'x' }),
      signJwt(secret, { exp: soon }),
      signJwt(secret, { sub: 'x', exp: soon, nbf: soon }),
      signJwt(secret, { sub: 'x', exp: soon, play: 'draw' }),
    ]
    for (const token of bad) expect(await codeOf('/a/new-year/session', { method: 'POST', body: { token: token.padEnd(20, '=') } })).toBe('bad-token')
    expect(await codeOf('/a/other/session', { method: 'POST', body: { token: good } })).toBe('bad-token')
    expect(verifyJwt(secret, good, testTime)).toMatchObject({ sub: 'user-8' })
  })
})
