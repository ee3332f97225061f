import { createHash, createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Fairness } from '../../schemas/api/fairness'
import type { Receipt } from '../../schemas/play'
import { createDraw, drawRules } from '../testing/draw'
import { createTestWorld, type TestWorld } from '../testing/testWorld'
import { createVisitor } from '../testing/visitor'
import { revealOf } from './reveal'

const weightPpm = 500_000
let test: TestWorld
let id: string

beforeAll(async () => {
  test = await createTestWorld()
  id = await createDraw(test, { rules: drawRules({ weightPpm }) })
  await test.read(`/api/activities/${id}/releases`, { method: 'POST', body: {} })
})
afterAll(() => test.close())

const fairness = async (): Promise<Fairness> => (await (await test.ask('/a/new-year/fairness', { as: 'nobody' })).json()) as Fairness

it('commits before the first draw and shows no seed while the activity runs', async () => {
  await revealOf(test.world).look()
  const { activity, epochs, rulesVersion } = await fairness()
  expect([activity, rulesVersion]).toEqual([id, expect.stringMatching(/^[0-9a-f]{64}$/)])
  expect(epochs).toEqual([{ epoch: 1, commitment: expect.stringMatching(/^[0-9a-f]{64}$/), openedAt: expect.any(Number), closedAt: null, seed: null }])
})

it('lets anybody work out a draw again once it is over, with nothing but what is public and their own key', async () => {
  const before = (await fairness()).epochs[0]!
  const visitor = await createVisitor(test, 'new-year')
  const keys = ['key-one', 'key-two', 'key-three']
  const won: boolean[] = []
  for (const key of keys) won.push(((await (await visitor.act('draw', 'draw', { key })).json()) as Receipt).awards.length === 1)
  test.pass(30 * 86_400_000)
  await Promise.all([revealOf(test.world).look(), revealOf(test.world).look()])
  const { activity, epochs } = await fairness()
  expect(epochs).toMatchObject([
    { epoch: 1, commitment: before.commitment, seed: expect.any(String) },
    { epoch: 2, seed: null },
  ])
  const seed = Buffer.from(epochs[0]!.seed!, 'hex')
  expect(createHash('sha256').update(seed).digest('hex')).toBe(before.commitment)
  const first = (key: string): number => parseInt(createHmac('sha256', seed).update(`${activity}|draw|${visitor.id}|${key}`).digest('hex').slice(0, 8), 16)
  expect(keys.map((key) => first(key) % 1_000_000 < weightPpm)).toEqual(won)
})

it('is not found where nothing was published', async () => {
  expect((await test.ask('/a/never/fairness', { as: 'nobody' })).status).toBe(404)
})
