import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProblemAnswer } from '../../schemas/api/management'
import type { PublicState } from '../../schemas/api/visitor'
import type { RulesDocument } from '../../schemas/rules'
import { createDraw, drawRules } from '../testing/draw'
import { createTestWorld, testTime, type TestWorld } from '../testing/testWorld'
import { createVisitor } from '../testing/visitor'
import { signJwt } from '../visitors/jwt'

const secret = 'a secret that only the shop and Festoon know'
const soon = Math.floor(testTime / 1000) + 300
let test: TestWorld

function boardRules(): RulesDocument {
  const rules = drawRules()
  const board = { kind: 'leaderboard', title: 'Top', feed: { by: 'backend' }, size: 10, tie: 'earlier-first', freezeAt: null }
  // A play's own members are its kind's business.
  return { ...rules, plays: { ...rules.plays, top: board as never, other: board as never } }
}

beforeAll(async () => {
  test = await createTestWorld()
  const id = await createDraw(test, { rules: boardRules() })
  await test.read(`/api/activities/${id}/releases`, { method: 'POST', body: {} })
  await test.ask(`/api/activities/${id}/secret`, { method: 'PUT', body: { secret } })
})
afterAll(() => test.close())

const scoring = (more: object): string => signJwt(secret, { sub: 'user-1', play: 'top', action: 'score', input: { add: 5 }, exp: soon, ...more })
async function score(token: string, key: string, { play = 'top', body = {} } = {}): Promise<{ status: number; code: string; replayed: string | null }> {
  const answer = await test.ask(`/a/new-year/plays/${play}/score`, {
    method: 'POST',
    as: 'nobody',
    body,
    headers: { 'Authorization': `Bearer ${token}`, 'Idempotency-Key': key },
  })
  const { code = '' } = (await answer.json()) as Partial<ProblemAnswer>
  return { status: answer.status, code, replayed: answer.headers.get('idempotent-replayed') }
}
async function board(): Promise<number[]> {
  test.pass(1001)
  const state = (await (await test.ask('/a/new-year/state', { as: 'nobody' })).json()) as PublicState
  return (state.plays['top']!.shown as { top: { score: number }[] }).top.map((row) => row.score)
}
const accepted = { status: 200, code: '', replayed: null }
const badToken = { status: 401, code: 'bad-token', replayed: null }

describe('an act that a customer’s backend signs', () => {
  it('counts by what the token says, whatever the body says', async () => {
    expect(await score(scoring({ jti: 'first' }), 'first', { body: { input: { add: 900 } } })).toEqual(accepted)
    expect(await board()).toEqual([5])
  })

  it('counts once for its key, also when the backend signs it again', async () => {
    expect(await score(scoring({ jti: 'first' }), 'first')).toEqual({ ...accepted, replayed: 'true' })
    expect(await score(scoring({ jti: 'first', exp: soon + 1 }), 'first')).toEqual({ ...accepted, replayed: 'true' })
    expect(await board()).toEqual([5])
  })

  it('is refused under any key but its own', async () => {
    expect(await score(scoring({ jti: 'first' }), 'second')).toEqual(badToken)
    const plain = scoring({ exp: soon + 2 })
    expect([await score(plain, 'third'), await score(plain, 'third'), await score(plain, 'fourth')]).toEqual([
      accepted,
      { ...accepted, replayed: 'true' },
      badToken,
    ])
    expect(await board()).toEqual([10])
  })

  it('is refused for another play or action, when over, altered or signed by somebody else', async () => {
    const good = scoring({ jti: 'k' })
    const [head, , signature] = good.split('.')
    const forged = `${head}.${Buffer.from(JSON.stringify({ sub: 'user-1', play: 'top', action: 'score', input: { add: 999 }, exp: soon, jti: 'k' })).toString('base64url')}.${signature}`
    const bad = [
      forged,
      `${good}x`,
      scoring({ jti: 'k', exp: soon - 400 }),
      scoring({ jti: 'k', action: 'draw' }),
      scoring({ jti: 'k', play: undefined }),
      signJwt('another secret altogether', { sub: 'user-1', play: 'top', action: 'score', exp: soon }),
    ]
    for (const token of bad) expect(await score(token, 'k')).toEqual(badToken)
    expect(await score(good, 'k', { play: 'other' })).toEqual(badToken)
    expect(await board()).toEqual([10])
  })

  it('is told what is wrong with its input, as it was meant', async () => {
    const wrong = async (input: object): Promise<unknown> => {
      const answer = await test.ask('/a/new-year/plays/top/score', {
        method: 'POST',
        as: 'nobody',
        body: {},
        headers: { 'Authorization': `Bearer ${scoring({ input, jti: 'wrong' })}`, 'Idempotency-Key': 'wrong', 'Accept-Language': 'en' },
      })
      return ((await answer.json()) as ProblemAnswer).problems?.map(({ path, message }) => `${path}: ${message}`)
    }
    expect(await wrong({ add: -5 })).toEqual(['/input/add: Must be at least 0'])
    expect(await wrong({ add: 5, prize: 'mug' })).toEqual(['/input/prize: Unknown field'])
  })

  it('is no visitor’s to do', async () => {
    const mia = await createVisitor(test, 'new-year')
    expect(((await (await mia.act('top', 'score', { input: { add: 5 } })).json()) as ProblemAnswer).code).toBe('forbidden')
    expect(await board()).toEqual([10])
  })
})
