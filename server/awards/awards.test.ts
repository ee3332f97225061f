import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDraw } from '../testing/draw'
import { createTestWorld, type TestWorld } from '../testing/testWorld'
import { createVisitor, type TestVisitor } from '../testing/visitor'

let test: TestWorld
let id: string
let mia: TestVisitor
let award: string

beforeAll(async () => {
  test = await createTestWorld()
  id = await createDraw(test)
  await test.read(`/api/activities/${id}/releases`, { method: 'POST', body: {} })
  mia = await createVisitor(test, 'new-year')
  await mia.act('draw', 'draw')
  award = (await mia.me()).awards[0]!.id
})
afterAll(() => test.close())

const move = (body: object, of = award): Promise<Response> => test.ask(`/api/activities/${id}/awards/${of}`, { method: 'PATCH', body, as: 'operator' })
const stateNow = async (): Promise<string> => (await mia.me()).awards[0]!.state

it('moves an award forward, which its visitor sees and the audit remembers', async () => {
  expect(await stateNow()).toBe('granted')
  expect(await (await move({ state: 'fulfilling', reason: 'parcel 17' })).json()).toEqual({ id: award, state: 'fulfilling' })
  expect(await stateNow()).toBe('fulfilling')
  const { rows } = await test.read<{ rows: object[] }>('/api/audit')
  expect(rows[0]).toMatchObject({
    action: 'moveAward',
    actor: 'operator@team.example',
    target: `activity/${id}/award/${award}`,
    after: 'fulfilling',
    reason: 'parcel 17',
  })
})

it('takes the same move twice for one', async () => {
  expect((await move({ state: 'fulfilling' })).status).toBe(200)
  expect(await test.world.store.db.selectFrom('award_moves').select('n').execute()).toHaveLength(1)
})

it('refuses to go back, states that do not exist, and awards that are not of this activity', async () => {
  expect((await move({ state: 'claiming' })).status).toBe(409)
  expect((await move({ state: 'granted' })).status).toBe(400)
  expect((await move({ state: 'fulfilled' }, 'nothing')).status).toBe(404)
  const other = await test.read<{ id: string }>('/api/activities', { method: 'POST', body: { name: 'Other' } })
  expect((await test.ask(`/api/activities/${other.id}/awards/${award}`, { method: 'PATCH', body: { state: 'revoked' } })).status).toBe(404)
  expect(await stateNow()).toBe('fulfilling')
})

it('leaves the receipt as it was, and holds when everything is made anew from the journal', async () => {
  await move({ state: 'fulfilled' })
  await test.world.engine.rebuild(id)
  expect(await stateNow()).toBe('fulfilled')
  expect((await test.world.engine.verify(id)).problems).toEqual([])
})
