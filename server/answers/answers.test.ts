import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ProblemAnswer } from '../../schemas/api/management'
import type { RulesDocument } from '../../schemas/rules'
import type { FormRules } from '../../widgets/form/formSchema'
import { createDraw, drawRules, saveDraw } from '../testing/draw'
import { createTestWorld, type TestWorld } from '../testing/testWorld'
import { createVisitor } from '../testing/visitor'

let test: TestWorld
let id: string

const form: FormRules = {
  kind: 'form',
  title: 'Survey',
  every: 'once',
  limit: 2,
  reward: null,
  fields: [
    { id: 'phone', type: 'phone', label: 'Phone', required: true },
    {
      id: 'likes',
      type: 'choice',
      label: { 'zh-CN': '喜欢', 'en': 'Likes' },
      required: false,
      several: true,
      options: [
        { id: 'tea', text: '茶' },
        { id: 'cake', text: '=蛋糕' },
      ],
    },
  ],
  reveal: { text: 'Thank you', link: 'https://files.example/guide.pdf' },
}
const rulesWith = (play: FormRules): RulesDocument => ({ ...drawRules(), plays: { ...drawRules().plays, survey: play } })
const submit = async (answers: object, key?: string) =>
  (await createVisitor(test, 'new-year')).act('survey', 'submit', { input: { answers }, ...(key === undefined ? {} : { key }) })
const file = async () => (await (await test.ask(`/api/activities/${id}/plays/survey/answers.csv`)).text()).split('\r\n').map((line) => line.split(','))

beforeAll(async () => {
  test = await createTestWorld()
  id = await createDraw(test, { rules: rulesWith(form) })
  await test.read(`/api/activities/${id}/releases`, { method: 'POST', body: {} })
})
afterAll(() => test.close())

it('answers wrong answers place by place, in the reader’s language', async () => {
  const answer = await submit({ phone: ['12'], likes: ['beer'] })
  const { code, problems } = (await answer.json()) as ProblemAnswer
  expect([answer.status, code, problems?.map(({ path }) => path)]).toEqual([400, 'bad-input', ['/input/answers/phone', '/input/answers/likes']])
})

it('makes a file of a form that nobody has submitted yet, and none of what is no form', async () => {
  expect(await file()).toEqual([['seq', 'at', 'visitor'], ['']])
  for (const play of ['draw', 'nothing', 'toString']) {
    const answer = await test.ask(`/api/activities/${id}/plays/${play}/answers.csv`)
    expect([answer.status, ((await answer.json()) as ProblemAnswer).code]).toEqual([404, 'unknown-play'])
  }
})

it('refuses what is no answer at all', async () => {
  for (const answers of [{ phone: '13800000000' }, { phone: [7] }, { phone: ['1'.repeat(3000)] }, []]) expect((await submit(answers)).status).toBe(400)
})

it('sends what it reveals with the receipt, and neither answers nor that in what is public', async () => {
  const answer = await submit({ phone: ['138 0000 0000'], likes: ['tea', 'cake'] })
  expect(await answer.json()).toMatchObject({ result: { reveal: { link: 'https://files.example/guide.pdf' } } })
  const said = [await test.ask('/a/new-year', { as: 'nobody' }), await test.ask('/a/new-year/state', { as: 'nobody' })]
  for (const each of said) expect(await each.text()).not.toMatch(/guide\.pdf|138 ?0000/)
})

it('gives the operator all answers as a file, with options by their texts and formulas tamed', async () => {
  const [heads, first, ...rest] = await file()
  expect(heads).toEqual(['seq', 'at', 'visitor', 'Phone', '喜欢'])
  expect(first!.slice(3)).toEqual(['138 0000 0000', '茶; =蛋糕'])
  expect(rest).toEqual([['']])
})

it('has a column for every question that was ever answered, those of now first', async () => {
  const later: FormRules = { ...form, fields: [{ id: 'city', type: 'text', label: 'City', required: true }] }
  await saveDraw(test, id, { rules: rulesWith(later) })
  await test.read(`/api/activities/${id}/releases`, { method: 'POST', body: {} })
  expect((await submit({ city: ['=1+1'] })).status).toBe(200)
  const [heads, , second] = await file()
  expect(heads!.slice(3)).toEqual(['City', 'Phone', '喜欢'])
  expect(second!.slice(3)).toEqual(["'=1+1", '', ''])
})

it('is full when its places are taken', async () => {
  const answer = await submit({ city: ['Xi’an'] })
  expect([answer.status, ((await answer.json()) as ProblemAnswer).code]).toEqual([409, 'full'])
})
