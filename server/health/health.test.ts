import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSqlite } from '../store/sqliteDriver'
import { createDraw } from '../testing/draw'
import { openFront } from '../testing/front'
import { createTestWorld, type TestWorld } from '../testing/testWorld'
import { createVisitor } from '../testing/visitor'
import { drainingOf } from './routes'

let test: TestWorld
beforeEach(async () => void (test = await createTestWorld()))
afterEach(() => test.close())

const statusOf = async (path: string): Promise<number> => (await test.ask(path, { as: 'nobody' })).status

it('is alive and ready when it can write and its clock is set', async () => {
  expect([await statusOf('/healthz'), await statusOf('/readyz')]).toEqual([200, 200])
})

it('is alive but not ready while it drains, and says when to ask again', async () => {
  drainingOf(test.world).isDraining = true
  const answer = await test.ask('/readyz', { as: 'nobody' })
  expect([answer.status, answer.headers.get('retry-after'), await statusOf('/healthz')]).toEqual([503, '2', 200])
  expect(await answer.json()).toMatchObject({ code: 'busy', detail: 'draining' })
})

it('is not ready while its store takes no writes; visitors and team are told to try again', async () => {
  const id = await createDraw(test)
  await test.read(`/api/activities/${id}/releases`, { method: 'POST', body: {} })
  const mia = await createVisitor(test, 'new-year')
  const other = await openSqlite(join(test.world.config.dataDir, 'festoon.db'))
  other.exec('begin immediate')
  const [ready, act, made] = await Promise.all([
    test.ask('/readyz', { as: 'nobody' }),
    mia.act('draw', 'draw', { key: 'a' }),
    test.ask('/api/activities', { method: 'POST', body: { name: 'Late' } }),
  ])
  other.exec('rollback')
  other.close()
  expect([ready, act, made].map(({ status, headers }) => [status, Number(headers.get('retry-after')) > 0])).toEqual([
    [503, true],
    [503, true],
    [503, true],
  ])
  test.pass(1000)
  expect([await statusOf('/readyz'), (await mia.act('draw', 'draw', { key: 'a' })).status]).toEqual([200, 200])
}, 40_000)

it('is not ready with a clock that nobody has set', async () => {
  test.pass(-10 * 365 * 24 * 3_600_000)
  expect(await statusOf('/readyz')).toBe(503)
})

it('counts pages by status and acts by how they ended', async () => {
  const id = await createDraw(test)
  await test.read(`/api/activities/${id}/releases`, { method: 'POST', body: {} })
  const front = await openFront(test.world)
  const { headers } = await front.get('/a/new-year')
  await front.get('/a/new-year', { 'if-none-match': String(headers.etag) })
  await front.get('/a/nothing')
  await front.close()
  const mia = await createVisitor(test, 'new-year')
  for (const key of ['a', 'a', 'b', 'c', 'd']) await mia.act('draw', 'draw', { key })
  const answer = await test.ask('/metrics', { as: 'nobody' })
  const told = await answer.text()
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
  for (const line of [
    'festoon_pages_total{status="200"} 1',
    'festoon_pages_total{status="304"} 1',
    'festoon_pages_total{status="404"} 1',
    'festoon_acts_total{outcome="accepted"} 3',
    'festoon_acts_total{outcome="replayed"} 1',
    'festoon_acts_total{outcome="no-chance-left"} 1',
  ])
    expect(told).toContain(line)
  expect(told).toMatch(/^process_cpu_seconds_total /m)
})
