import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CodesAdded, CodePools } from '../../schemas/api/codes'
import type { ProblemAnswer } from '../../schemas/api/management'
import type { RulesDocument } from '../../schemas/rules'
import { createDraw, drawRules } from '../testing/draw'
import { createTestWorld, type TestWorld } from '../testing/testWorld'
import { createVisitor } from '../testing/visitor'

let test: TestWorld
let id: string

/** Every draw wins a code of the pool `coffee`. */
function codeRules(): RulesDocument {
  const rules = drawRules()
  return { ...rules, prizes: { mug: { title: { 'zh-CN': '咖啡券', 'en': 'Coffee' }, type: 'code', stock: null, codePool: 'coffee' } } }
}

beforeAll(async () => {
  test = await createTestWorld()
  id = await createDraw(test, { rules: codeRules() })
  await test.read(`/api/activities/${id}/releases`, { method: 'POST', body: {} })
})
afterAll(() => test.close())

const add = (body: string, type: string, pool = 'coffee'): Promise<Response> =>
  test.ask(`/api/activities/${id}/codes/${pool}`, { method: 'POST', raw: body, headers: { 'Content-Type': type } })
const added = async (answer: Response): Promise<CodesAdded> => (await answer.json()) as CodesAdded
const problem = async (answer: Response): Promise<[number, string]> => [answer.status, ((await answer.json()) as ProblemAnswer).code]

it('takes a JSON list or lines of text, and counts what it has already', async () => {
  expect(await added(await add('["A-1", " A-2 ", "A-1"]', 'application/json'))).toEqual({
    added: 2,
    duplicates: 1,
    pool: { pool: 'coffee', total: 2, free: 2, assigned: 0 },
  })
  expect(await added(await add('\uFEFFA-2\r\nA-3\n\n  券 4\n', 'text/plain; charset=utf-8'))).toMatchObject({ added: 2, duplicates: 1, pool: { total: 4 } })
})

it('refuses what is no list of codes, and keeps nothing of it', async () => {
  expect(await problem(await add('{"codes":[]}', 'application/json'))).toEqual([400, 'bad-input'])
  expect(await problem(await add('["B-1", 7]', 'application/json'))).toEqual([400, 'bad-input'])
  expect(await problem(await add('B-1\nB\t2', 'text/plain'))).toEqual([400, 'bad-input'])
  expect(await problem(await add(`["B-1","${'x'.repeat(129)}"]`, 'application/json'))).toEqual([400, 'bad-input'])
  expect(await problem(await add('B-1', 'text/csv'))).toEqual([415, 'not-json'])
  expect(await problem(await add('B-1', 'text/plain', '..%2Fx'))).toEqual([400, 'bad-input'])
  expect(await problem(await add(`B\n`.repeat(100_001), 'text/plain'))).toEqual([413, 'too-large'])
  expect((await test.read<CodePools>(`/api/activities/${id}/codes`)).pools).toEqual([{ pool: 'coffee', total: 4, free: 4, assigned: 0 }])
})

it('takes five thousand in one request, and none of them a second time', async () => {
  const lines = Array.from({ length: 5000 }, (_, i) => `BULK-${i}`).join('\n')
  expect(await added(await add(lines, 'text/plain', 'bulk'))).toMatchObject({ added: 5000, duplicates: 0 })
  expect(await added(await add(lines, 'text/plain', 'bulk'))).toMatchObject({ added: 0, duplicates: 5000, pool: { total: 5000 } })
})

it('tells a code to the winner and in the export, and leaves it out of lists', async () => {
  const mia = await createVisitor(test, 'new-year')
  const receipt = (await (await mia.act('draw', 'draw')).json()) as { awards: { code: string }[] }
  expect(receipt.awards).toMatchObject([{ code: 'A-1' }])
  expect((await mia.me()).awards).toMatchObject([{ code: 'A-1' }])
  expect(await (await test.ask(`/api/activities/${id}/awards.csv`)).text()).toContain(',A-1,')
  expect(await (await test.ask(`/api/activities/${id}/awards`)).text()).not.toContain('A-1')
  expect(await (await test.ask(`/api/activities/${id}/journal`)).text()).not.toContain('A-1')
  expect((await test.read<CodePools>(`/api/activities/${id}/codes`)).pools).toContainEqual({ pool: 'coffee', total: 4, free: 3, assigned: 1 })
})
