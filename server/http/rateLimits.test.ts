import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ProblemAnswer } from '../../schemas/api/management'
import { createDraw } from '../testing/draw'
import { createTestWorld, testTime, type TestWorld, type Wish } from '../testing/testWorld'
import { createVisitor } from '../testing/visitor'
import { rateLimitsOf, type BucketName } from './rateLimits'

let test: TestWorld
beforeAll(async () => {
  test = await createTestWorld()
  const id = await createDraw(test)
  await test.read(`/api/activities/${id}/releases`, { method: 'POST', body: {} })
})
afterAll(() => test.close())

async function useUp(bucket: BucketName, key: string): Promise<void> {
  const { take } = rateLimitsOf(test.world)
  for (;;) {
    const isLeft = await take(bucket, key).then(
      () => true,
      () => false,
    )
    if (!isLeft) return
  }
}
const statusOf = async (path: string, wish: Wish): Promise<number> => (await test.ask(path, { as: 'nobody', ...wish })).status
const events = {
  method: 'POST',
  raw: JSON.stringify({ events: [{ id: 'event-0001', name: 'page_view', at: testTime }] }),
  headers: { 'Content-Type': 'application/json' },
}

it('stops one visitor who acts faster than a thumb can, and says for how long; others go on', async () => {
  const [mia, noa] = [await createVisitor(test, 'new-year'), await createVisitor(test, 'new-year')]
  const answers = await Promise.all(Array.from({ length: 121 }, () => mia.act('draw', 'draw', { key: 'same' })))
  const stopped = answers.filter(({ status }) => status === 429)
  expect([stopped.length, answers.filter(({ status }) => status === 200).length]).toEqual([1, 120])
  const problem = (await stopped[0]!.json()) as ProblemAnswer
  expect([problem.code, stopped[0]!.headers.get('content-type')]).toEqual(['too-many-requests', 'application/problem+json; charset=utf-8'])
  const seconds = Number(stopped[0]!.headers.get('retry-after'))
  expect(seconds).toBeGreaterThan(50)
  expect(problem.retryAt! - testTime).toBeLessThanOrEqual(60_000)
  expect((await noa.act('draw', 'draw')).status).toBe(200)
})

it('lets ten thousand phones arrive from one address in a minute, then no more of them, while those that have come go on', async () => {
  const from = '198.51.100.1'
  const mia = await createVisitor(test, 'new-year')
  for (let i = 0; i < 10_000; i++) await rateLimitsOf(test.world).take('arrival', from)
  expect(await statusOf('/a/new-year/me', { from })).toBe(200)
  await useUp('arrival', from)
  expect(await statusOf('/a/new-year/me', { from })).toBe(429)
  expect(await statusOf('/a/new-year/session', { from, method: 'POST', body: { token: 'x'.repeat(40) } })).toBe(429)
  expect(await statusOf('/a/new-year/me', { from, headers: { Cookie: mia.cookie } })).toBe(200)
})

it('takes one network of IPv6 for one address', async () => {
  await useUp('arrival', '2001:db8:0:1::/64')
  expect([await statusOf('/a/new-year/me', { from: '2001:db8:0:1:aaaa::7' }), await statusOf('/a/new-year/me', { from: '2001:db8:0:2::7' })]).toEqual([
    429, 200,
  ])
})

it('counts all that is sent from one address, whoever sends it', async () => {
  const from = '198.51.100.2'
  const { cookie } = await createVisitor(test, 'new-year')
  await useUp('crowd', from)
  const act = { method: 'POST', body: {}, headers: { 'Cookie': cookie, 'Idempotency-Key': 'crowd' } }
  expect([await statusOf('/a/new-year/plays/draw/draw', { from, ...act }), await statusOf('/a/new-year/events', { from, ...events })]).toEqual([429, 429])
  expect([
    await statusOf('/a/new-year/plays/draw/draw', act),
    await statusOf('/a/new-year/events', events),
    await statusOf('/a/new-year/state', { from }),
  ]).toEqual([200, 202, 200])
})

it('stops one visitor’s flood of events', async () => {
  const { id, cookie } = await createVisitor(test, 'new-year')
  await useUp('visitor', id)
  expect(await statusOf('/a/new-year/events', { ...events, headers: { ...events.headers, Cookie: cookie } })).toBe(429)
})

it('costs little for an address it has never seen: twenty thousand of them take less than two seconds of CPU', async () => {
  const { take } = rateLimitsOf(test.world)
  const before = process.cpuUsage()
  for (let i = 0; i < 20_000; i++) await take('crowd', `10.0.${i >> 8}.${i & 255}`)
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(2)
})
