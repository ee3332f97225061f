import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { splitFile } from '../releases/build'
import { createDraw } from '../testing/draw'
import { openFront, type FrontClient } from '../testing/front'
import { createTestWorld, type TestWorld } from '../testing/testWorld'
import { localeFor } from './negotiate'
import { bucketOf, seesCandidate } from './rollout'

let test: TestWorld
let front: FrontClient

beforeAll(async () => {
  test = await createTestWorld()
  front = await openFront(test.world)
  const id = await createDraw(test)
  await test.read(`/api/activities/${id}/releases`, { method: 'POST', body: {} })
})
afterAll(async () => {
  await front.close()
  await test.close()
})

it('sends one page in three encodings', async () => {
  const [plain, br, gzip] = await Promise.all(
    ['identity', 'br, gzip', 'gzip;q=0.5, br;q=0'].map((encoding) => front.get('/a/new-year', { 'accept-encoding': encoding })),
  )
  expect(plain!.headers['content-encoding']).toBeUndefined()
  expect([br!.headers['content-encoding'], brotliDecompressSync(br!.body)]).toEqual(['br', plain!.body])
  expect([gzip!.headers['content-encoding'], gunzipSync(gzip!.body)]).toEqual(['gzip', plain!.body])
  expect(plain!.body.toString()).toContain('<meta name="festoon-release"')
})

it('sends a file that a page brings later in the smallest encoding, to be kept for ever', async () => {
  const body = Buffer.from('export default function(F,b){}'.repeat(40))
  await test.world.files.put(splitFile('0123456789abcdef.js'), body)
  const get = (encoding: string) => front.get('/a/new-year/f/0123456789abcdef.js', { 'accept-encoding': encoding })
  const [plain, br, gzip] = await Promise.all([get('identity'), get('gzip, br'), get('gzip')])
  expect([plain!.body, brotliDecompressSync(br!.body), gunzipSync(gzip!.body)]).toEqual([body, body, body])
  expect([br!, gzip!].map(({ headers }) => [headers['content-encoding'], headers['cache-control'], headers['vary']])).toEqual(
    ['br', 'gzip'].map((encoding) => [encoding, 'public, max-age=31536000, immutable', 'Accept-Encoding']),
  )
  expect((await front.get('/a/new-year/f/0123456789abcdef.js', { 'accept-encoding': 'br', 'if-none-match': String(br!.headers.etag) })).status).toBe(304)
})

it('tags each encoding strongly and answers 304 to a tag that still holds', async () => {
  const [br, gzip] = await Promise.all(['br', 'gzip'].map((encoding) => front.get('/a/new-year', { 'accept-encoding': encoding })))
  expect(br!.headers.etag).toMatch(/^"[0-9a-f]{32}-br"$/)
  expect(br!.headers.etag).not.toBe(gzip!.headers.etag)
  const again = await front.get('/a/new-year', { 'accept-encoding': 'br', 'if-none-match': `"other", W/${br!.headers.etag}` })
  expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, br!.headers.etag])
  expect((await front.get('/a/new-year', { 'accept-encoding': 'gzip', 'if-none-match': String(br!.headers.etag) })).status).toBe(200)
})

it('lets caches keep a page only as long as they ask each time, and keeps scripts that are not the page’s own out', async () => {
  const { headers } = await front.get('/a/new-year?from=poster')
  expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'vary': 'Accept-Encoding, Accept-Language', 'x-content-type-options': 'nosniff' })
  expect(headers['content-security-policy']).toMatch(/script-src 'sha256-/)
  expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/)
  expect(headers['set-cookie']).toBeUndefined()
})

it('speaks the language of the address, then of the browser, then of the page', async () => {
  const languageOf = async (path: string, language?: string) =>
    /<html lang="([^"]+)"/.exec((await front.get(path, language ? { 'accept-language': language } : {})).body.toString())?.[1]
  expect([
    await languageOf('/a/new-year'),
    await languageOf('/a/new-year', 'en-GB,zh;q=0.5'),
    await languageOf('/a/new-year?lang=en', 'zh-CN'),
    await languageOf('/a/new-year', 'fr'),
  ]).toEqual(['zh-CN', 'en', 'en', 'zh-CN'])
  expect(localeFor('lang=xx', 'fr', 'en')).toBe('en')
})

it('answers HEAD with the headers of GET and no body', async () => {
  const [get, head] = [await front.get('/a/new-year'), await front.get('/a/new-year', {}, 'HEAD')]
  expect([head.status, head.body.length, head.headers['content-length'], head.headers.etag]).toEqual([200, 0, String(get.body.length), get.headers.etag])
})

it('sends an address with a slash at its end on to the one without, and no other', async () => {
  const { status, headers } = await front.get('/a/new-year/?channel=poster')
  expect([status, headers.location]).toEqual([308, '/a/new-year?channel=poster'])
  for (const path of ['/a/nowhere/', '/a//', '/a/new-year//', '/a//evil.example/']) expect((await front.get(path)).status).toBe(404)
})

it('says in both languages that an unknown address is unknown, and leaves other methods to the router', async () => {
  const missing = await front.get('/a/nothing-here')
  expect([missing.status, /没有找到/.test(missing.body.toString()), /no such activity/.test(missing.body.toString())]).toEqual([404, true, true])
  expect((await front.get('/a/new-year', {}, 'DELETE')).status).toBeGreaterThanOrEqual(404)
  expect((await front.get('/a/new-year/f/..%2f..%2ffestoon.db')).status).toBe(404)
  expect((await front.get('/a/new-year/f/none.js')).status).toBe(404)
})

it('never moves a visitor back as a share grows, and keeps the share (seeded ids)', () => {
  const visitors = Array.from({ length: 10_000 }, (_, i) => `visitor-${i}`)
  const inside = (basisPoints: number) => visitors.filter((visitor) => seesCandidate({ basisPoints, salt: 'seed-1' }, visitor, null))
  const [five, fifty] = [inside(500), inside(5000)]
  expect(five.every((visitor) => bucketOf('seed-1', visitor) < 5000)).toBe(true)
  expect(fifty).toEqual(expect.arrayContaining(five))
  // Four standard deviations of a fair split of 10,000.
  expect(Math.abs(five.length - 500)).toBeLessThan(4 * Math.sqrt(10_000 * 0.05 * 0.95))
  expect(Math.abs(fifty.length - 5000)).toBeLessThan(200)
  expect([inside(0), inside(10_000)]).toEqual([[], visitors])
})
