import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Report } from '../../schemas/api/report'
import type { Mine, PublicState } from '../../schemas/api/visitor'
import { createDraw, drawPage, drawRules, saveDraw } from '../testing/draw'
import { createTestWorld, type TestWorld } from '../testing/testWorld'

let test: TestWorld
let id: string

beforeAll(async () => {
  test = await createTestWorld()
  id = await createDraw(test)
  await test.read(`/api/activities/${id}/releases`, { method: 'POST', body: {} })
  await saveDraw(test, id, { page: drawPage('Draft'), rules: drawRules({ stock: 2, perDay: 5 }) })
})
afterAll(() => test.close())

const link = async (hours = 1): Promise<string> =>
  new URL((await test.read<{ url: string }>(`/api/activities/${id}/preview`, { method: 'POST', body: { hours } })).url).pathname

it('shows the draft to whoever has the link, and asks nobody to keep it', async () => {
  const answer = await test.ask(await link(), { as: 'nobody' })
  expect(await answer.text()).toContain('<title>Draft</title>')
  expect(Object.fromEntries(answer.headers)).toMatchObject({ 'x-robots-tag': 'noindex', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
})

it('rehearses by the draft’s rules and leaves the live activity as it was', async () => {
  const path = await link()
  const arrived = await test.ask(`${path}/me`, { as: 'nobody' })
  const headers = { Cookie: arrived.headers.getSetCookie()[0]!.split(';')[0]! }
  const draws = [1, 2].map((number) =>
    test.ask(`${path}/plays/draw/draw`, { method: 'POST', as: 'nobody', body: {}, headers: { ...headers, 'Idempotency-Key': `k${number}` } }),
  )
  expect((await Promise.all(draws)).map(({ status }) => status)).toEqual([200, 200])
  const mine = (await (await test.ask(`${path}/me`, { as: 'nobody', headers })).json()) as Mine
  expect(mine.awards).toHaveLength(2)
  const live = await test.read<Report>(`/api/activities/${id}/report`)
  expect([live.totals.draws, live.prizes[0]?.awarded]).toEqual([0, 0])
  expect(await (await test.ask(`/api/activities/${id}/journal`)).text()).toBe('')
  expect(Object.keys(((await (await test.ask(`${path}/state`, { as: 'nobody' })).json()) as PublicState).plays)).toEqual(['draw'])
})

it('gives a rehearsal’s identity no standing in the live activity', async () => {
  const arrived = await test.ask(`${await link()}/me`, { as: 'nobody' })
  const headers = { 'Cookie': arrived.headers.getSetCookie()[0]!.split(';')[0]!, 'Idempotency-Key': 'k' }
  expect((await test.ask('/a/new-year/plays/draw/draw', { method: 'POST', as: 'nobody', body: {}, headers })).status).toBe(401)
})

it('is gone when altered, over or ended', async () => {
  const path = await link()
  const statusOf = async (of: string) => (await test.ask(of, { as: 'nobody' })).status
  expect([await statusOf(`${path}x`), await statusOf('/preview/x'), await statusOf(path)]).toEqual([404, 404, 200])
  expect((await test.ask(`/api/activities/${id}/preview`, { method: 'DELETE' })).status).toBe(204)
  expect(await statusOf(path)).toBe(404)
  const short = await link()
  test.pass(2 * 3_600_000)
  expect(await statusOf(short)).toBe(404)
})
