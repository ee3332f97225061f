import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Mine } from '../../schemas/api/visitor'
import type { PageDocument, PageNode } from '../../schemas/page'
import type { Segment } from '../../schemas/segment'
import { createDraw, drawPage, drawRules, saveDraw } from '../testing/draw'
import { createTestWorld, testTime, type TestWorld } from '../testing/testWorld'
import { signJwt } from './jwt'

const secret = 'a secret that only the shop and Festoon know'
let test: TestWorld
let activity: string

const segments: { [id: string]: Segment } = {
  gold: { title: '金卡', match: 'all', tests: [{ of: 'tier', in: ['gold'] }] },
  tea: { title: '爱茶', match: 'any', tests: [{ of: 'tag', in: ['tea'] }] },
  ads: { title: '来自广告', match: 'all', tests: [{ of: 'channel', in: ['ads'] }] },
  unasked: { title: '页面没有问到', match: 'all', tests: [{ of: 'member', is: true }] },
}
const when = { segment: ['gold', 'tea'], not: { segment: ['ads'] } }

function pageWith(more: Partial<PageNode>): PageDocument {
  const drawn = drawPage('First')
  return { ...drawn, nodes: { ...drawn.nodes, hello: { ...drawn.nodes['hello']!, ...more } } }
}

beforeAll(async () => {
  test = await createTestWorld()
  activity = await createDraw(test, { slug: 'spring' })
  await saveDraw(test, activity, { page: pageWith({ when }), rules: { ...drawRules(), segments } })
  await test.read(`/api/activities/${activity}/releases`, { method: 'POST', body: {} })
  await test.ask(`/api/activities/${activity}/secret`, { method: 'PUT', body: { secret } })
})
afterAll(() => test.close())

async function me(headers: { [name: string]: string } = {}): Promise<{ mine: Mine; cookie: string }> {
  const answer = await test.ask('/a/spring/me', { as: 'nobody', headers })
  return { mine: (await answer.json()) as Mine, cookie: answer.headers.getSetCookie()[0]!.split(';')[0]! }
}
const member = async (claims: object): Promise<Mine> => {
  const token = signJwt(secret, { sub: 'user', exp: Math.floor(testTime / 1000) + 300, ...claims })
  return (await (await test.ask('/a/spring/session', { method: 'POST', as: 'nobody', body: { token } })).json()) as Mine
}

it('a page is told the segments it names that hold its visitor, and no others', async () => {
  expect((await member({ sub: 'mia', tier: 'gold', tags: ['tea', 'far'] })).seen?.segments).toEqual(['gold', 'tea'])
  expect((await member({ sub: 'leo', tier: 'silver' })).seen?.segments).toEqual([])
})

it('the channel is that of the page’s address; the first one is kept', async () => {
  const first = await me({ Referer: 'http://localhost/a/spring?x=1&channel=ads#top' })
  expect(first.mine.seen).toEqual({ segments: ['ads'], channel: 'ads', visitor: 'new' })
  const later = await me({ Cookie: first.cookie, Referer: 'http://localhost/a/spring?channel=sms' })
  expect(later.mine.seen).toEqual({ segments: ['ads'], channel: 'sms', visitor: 'new' })
  expect((await me()).mine.seen).toEqual({ segments: [], channel: '', visitor: 'new' })
})

it('nothing of what a segment asks is in the page or in what everybody may know', async () => {
  const said = [await test.ask('/a/spring/state', { as: 'nobody' }), await test.ask('/a/spring/me', { as: 'nobody' })]
  for (const answer of said) expect(await answer.text()).not.toMatch(/爱茶|金卡|unasked/)
})

it('visitors are new on the day on which they came, and returning from the next on', async () => {
  const { cookie } = await me()
  test.pass(24 * 3_600_000)
  expect((await me({ Cookie: cookie })).mine.seen?.visitor).toBe('returning')
})

it('a page that asks nothing about its visitor is told nothing', async () => {
  await saveDraw(test, activity, { page: pageWith({}) })
  await test.read(`/api/activities/${activity}/releases`, { method: 'POST', body: {} })
  expect((await me()).mine).not.toHaveProperty('seen')
})
