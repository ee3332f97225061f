import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { ProblemAnswer } from '../../schemas/api/management'
import { slices } from '../slices'
import { createTestWorld, type TestWorld, type Wish } from '../testing/testWorld'
import { isUnsafe, type Route } from './route'

let test: TestWorld
beforeAll(async () => void (test = await createTestWorld()))
afterAll(() => test.close())

const json = { 'Content-Type': 'application/json' }
const withBody = slices.filter(({ body }) => body)

/** Paths of things that do not exist, with whatever an attacker writes in their place. */
const fill = ({ path }: Route, text = 'nothing'): string => path.replace(/:[a-z]+/gi, encodeURIComponent(text))

const hostile: readonly (readonly [string, string, number | null])[] = [
  ['nothing', '', 400],
  ['half a record', '{"a":', 400],
  ['a list', '[]', 400],
  ['null', 'null', 400],
  ['a number beyond numbers', '1e999', 400],
  ['__proto__', '{"__proto__":{"role":"owner"}}', 400],
  ['constructor', '{"constructor":{"prototype":{"x":1}}}', 400],
  ['prototype', '{"a":{"prototype":1}}', 400],
  ['100,000 levels', '['.repeat(100_000) + ']'.repeat(100_000), null],
  ['100,000 open brackets', '{"a":'.repeat(100_000), null],
  ['a NUL', '{"name":"a\\u0000b","email":"\\u0000","password":"\\u0000"}', 400],
  ['9 MiB', `"${'x'.repeat(9 * 1024 * 1024)}"`, 413],
]

describe.each(withBody.map((route) => [route.operationId, route] as const))('%s', (_, route) => {
  it.each(hostile)('answers %s with a refusal', async (_name, raw, status) => {
    const answer = await test.ask(fill(route), { method: route.method, raw, headers: json })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    if (status !== null) expect(answer.status).toBe(status)
  })

  it('takes bodies only as JSON', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/json; charset=utf-16',
      'application/json-patch+json',
    ]) {
      expect((await test.ask(fill(route), { method: route.method, raw: '{}', headers: { 'Content-Type': type } })).status).toBe(415)
    }
  })

  it('refuses bytes that are not UTF-8', async () => {
    expect((await test.ask(fill(route), { method: route.method, raw: new Uint8Array([0x22, 0xff, 0xfe, 0x22]), headers: json })).status).toBe(400)
  })
})

describe('whatever is sent', () => {
  it('never is a bug of ours (seed 20260106)', async () => {
    const wish = fc.record({
      route: fc.constantFrom(...slices),
      text: fc.oneof(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.constantFrom('..', '../../etc/passwd', '%00', '🧨', "'; drop table audit --", 'a'.repeat(4000)),
      ),
      body: fc.json({ maxDepth: 4 }),
      header: fc.string({ maxLength: 30 }),
    })
    await fc.assert(
      fc.asyncProperty(wish, async ({ route, text, body, header }) => {
        const headers = {
          ...json,
          'If-Match': visible(header),
          'X-Request-Id': visible(header),
          'Accept-Language': visible(header),
          'Idempotency-Key': visible(header),
        }
        const sent: Wish = isUnsafe(route.method) ? { method: route.method, raw: body, headers } : { headers }
        const { status } = await test.ask(`${fill(route, safe(text))}?limit=${encodeURIComponent(safe(text))}`, sent)
        expect(status).toBeLessThan(500)
      }),
      { seed: 20260106, numRuns: 300 },
    )
    expect(test.errors).toEqual([])
  })

  it('is no name when it is blank', async () => {
    const blank = (path: string, more: object = {}) => test.ask(path, { method: 'POST', body: { name: ' \n\u3000', ...more } })
    const member = { email: 'blank@team.example', password: 'correct horse battery', role: 'viewer' }
    for (const answer of [await blank('/api/activities'), await blank('/api/members', member)])
      expect([answer.status, ((await answer.json()) as ProblemAnswer).problems?.map(({ path }) => path)]).toEqual([400, ['/name']])
  })

  it('to no route at all is answered like everything else', async () => {
    const answers = await Promise.all(
      ['/nowhere', '/api/nowhere', '/a/', '/assets/../../etc/passwd', '/studio/../server/app.ts'].map((path) => test.ask(path, { as: 'nobody' })),
    )
    expect(answers.map(({ status, headers }) => [status, headers.get('content-type')])).toEqual(
      answers.map(() => [404, 'application/problem+json; charset=utf-8']),
    )
  })

  it('by another method is told which there are', async () => {
    const answer = await test.ask('/api/activities', { method: 'DELETE' })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST, HEAD'])
  })

  it('is answered in the reader’s language, with the request’s id and no word about our inside', async () => {
    const ask = async (language: string): Promise<ProblemAnswer> =>
      (await (await test.ask('/api/activities/none', { headers: { 'Accept-Language': language, 'X-Request-Id': 'request-42' } })).json()) as ProblemAnswer
    expect([await ask('zh-CN,zh;q=0.9'), await ask('en-GB')]).toMatchObject([
      { title: '没有找到。', requestId: 'request-42' },
      { title: 'Not found.', requestId: 'request-42' },
    ])
  })

  it('has headers that keep browsers from guessing, framing and keeping', async () => {
    for (const path of ['/api/session', '/nowhere', '/api/activities']) {
      const { headers } = await test.ask(path, { as: 'nobody' })
      expect(['x-content-type-options', 'cache-control', 'content-security-policy', 'referrer-policy'].map((name) => headers.get(name))).toEqual([
        'nosniff',
        'no-store',
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        'strict-origin-when-cross-origin',
      ])
    }
  })
})

/** What a header may hold. */
function visible(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '').trim()
}

/** What can be written in a URL at all: lone surrogates cannot. */
function safe(text: string): string {
  return text.replace(/[\ud800-\udfff]/g, '') || 'x'
}
