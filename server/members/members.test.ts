import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member, ProblemAnswer, Session } from '../../schemas/api/management'
import { createTestWorld, testPassword, type TestWorld, type Wish } from '../testing/testWorld'
import { setUpTokenOf } from './setUp'

let test: TestWorld
beforeAll(async () => void (test = await createTestWorld()))
afterAll(() => test.close())

let lastAddress = 0
/** An address that no other test has used up tries from. */
const freshAddress = (): string => `198.51.100.${++lastAddress}`

const signIn = (email: string, password: string, more: Wish = {}): Promise<Response> =>
  test.ask('/api/session', { method: 'POST', as: 'nobody', from: freshAddress(), body: { email, password }, ...more })
const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0]!)
    .join('; ')
const who = (cookie: string): Promise<Session> => test.read('/api/session', { as: 'nobody', headers: { Cookie: cookie } })
const codeOf = async (answer: Response): Promise<string> => ((await answer.json()) as ProblemAnswer).code
const addMember = (email: string, role = 'viewer'): Promise<Member> =>
  test.read('/api/members', { method: 'POST', body: { email, password: testPassword, name: 'Mia', role } })

describe('a session', () => {
  it('is a cookie that scripts cannot read and other sites do not send', async () => {
    const [session = ''] = (await signIn('owner@team.example', testPassword)).headers.getSetCookie()
    expect(session).toMatch(/^festoon-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=604800$/)
  })

  it('is bound to its host over HTTPS', async () => {
    const secure = await createTestWorld({ studioUrl: 'https://studio.example' })
    const answer = await secure.ask('/api/session', { method: 'POST', as: 'nobody', body: { email: 'owner@team.example', password: testPassword } })
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-festoon-session=.*; Secure$/)
    await secure.close()
  })

  it('has a new token at each sign-in, and the old one is dead', async () => {
    const first = cookiesOf(await signIn('owner@team.example', testPassword))
    const second = cookiesOf(await signIn('owner@team.example', testPassword, { headers: { Cookie: first } }))
    expect((await who(first)).member).toBeNull()
    expect((await who(second)).member?.role).toBe('owner')
  })

  it('ends on the server when its member signs out', async () => {
    const cookie = cookiesOf(await signIn('owner@team.example', testPassword))
    expect((await test.ask('/api/session', { method: 'DELETE', as: 'nobody', headers: { Cookie: cookie } })).status).toBe(204)
    expect((await test.ask('/api/activities', { as: 'nobody', headers: { Cookie: cookie } })).status).toBe(401)
  })

  it('never holds its token in the store', async () => {
    const cookie = cookiesOf(await signIn('owner@team.example', testPassword))
    const token = /festoon-session=([^;]+)/.exec(cookie)![1]!
    const rows = await test.world.store.db.selectFrom('sessions').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('ends with its member’s role: a new one needs a new sign-in', async () => {
    const { id } = await addMember('changed@team.example', 'owner')
    const cookie = cookiesOf(await signIn('changed@team.example', testPassword))
    await test.read(`/api/members/${id}`, { method: 'PATCH', body: { role: 'viewer' } })
    expect((await test.ask('/api/members', { as: 'nobody', headers: { Cookie: cookie } })).status).toBe(401)
  })

  it('ends with its member', async () => {
    const { id } = await addMember('gone@team.example')
    const cookie = cookiesOf(await signIn('gone@team.example', testPassword))
    await test.ask(`/api/members/${id}`, { method: 'DELETE' })
    expect((await who(cookie)).member).toBeNull()
    expect(await codeOf(await signIn('gone@team.example', testPassword))).toBe('wrong-password')
  })

  it('runs out after twelve idle hours, and after a week however busy', async () => {
    const other = await createTestWorld()
    const begin = async (): Promise<string> =>
      cookiesOf(await other.ask('/api/session', { method: 'POST', as: 'nobody', body: { email: 'owner@team.example', password: testPassword } }))
    const isIn = async (cookie: string): Promise<boolean> =>
      (await other.read<Session>('/api/session', { as: 'nobody', headers: { Cookie: cookie } })).member !== null
    const hourMs = 3_600_000
    const idle = await begin()
    other.pass(12 * hourMs - 1)
    expect(await isIn(idle)).toBe(true)
    other.pass(12 * hourMs)
    expect(await isIn(idle)).toBe(false)
    const busy = await begin()
    for (let hours = 11; hours < 7 * 24; hours += 11) {
      other.pass(11 * hourMs)
      expect(await isIn(busy)).toBe(true)
    }
    other.pass(11 * hourMs)
    expect(await isIn(busy)).toBe(false)
    await other.close()
  })
})

describe('signing in', () => {
  it('says the same of an unknown account and of a wrong password', async () => {
    const answers = await Promise.all([signIn('owner@team.example', 'wrong password'), signIn('nobody@team.example', 'wrong password')])
    const [a, b] = (await Promise.all(answers.map((answer) => answer.json()))) as { requestId?: string }[]
    expect({ ...a, requestId: '' }).toEqual({ ...b, requestId: '' })
  })

  it('takes as long for an unknown account as for a known one', async () => {
    const time = async (email: string): Promise<number> => {
      const start = performance.now()
      await signIn(email, 'wrong password')
      return performance.now() - start
    }
    await time('warm-up@team.example')
    await addMember('timed@team.example')
    const known: number[] = []
    const unknown: number[] = []
    for (let i = 0; i < 8; i++) {
      known.push(await time('timed@team.example'))
      unknown.push(await time(`nobody-${i}@team.example`))
    }
    const median = (times: number[]): number => times.sort((a, b) => a - b)[4]!
    // Hashing takes tens of milliseconds and all else a few, so a missing hash would show as a factor of many.
    expect(median(unknown)).toBeGreaterThan(median(known) / 3)
  })

  it('is limited by account, whatever the source', async () => {
    await addMember('target@team.example')
    const statuses = []
    for (let i = 0; i < 12; i++) statuses.push((await signIn('target@team.example', 'wrong password')).status)
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 429])
  })

  it('still works for the owner of a limited account from a browser that was here before', async () => {
    await addMember('besieged@team.example')
    const cookie = cookiesOf(await signIn('besieged@team.example', testPassword))
    for (let i = 0; i < 11; i++) await signIn('besieged@team.example', 'wrong password')
    expect((await signIn('besieged@team.example', testPassword)).status).toBe(429)
    expect((await signIn('besieged@team.example', testPassword, { headers: { Cookie: cookie } })).status).toBe(200)
  })

  it('is limited by source, whatever the account, and says when to come back', async () => {
    const from = freshAddress()
    const answers = []
    for (let i = 0; i < 32; i++) answers.push(await signIn(`guess-${i}@team.example`, 'wrong password', { from }))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(30)
    const last = answers[31]!
    expect([last.status, Number(last.headers.get('retry-after')) > 0]).toEqual([429, true])
  })

  it('is not limited for an office that knows its passwords', async () => {
    const from = freshAddress()
    const statuses = new Set<number>()
    for (let i = 0; i < 35; i++) statuses.add((await signIn('owner@team.example', testPassword, { from })).status)
    expect([...statuses]).toEqual([200])
  })

  it('counts a forged X-Forwarded-For for nothing', async () => {
    const from = freshAddress()
    const statuses = []
    for (let i = 0; i < 31; i++)
      statuses.push((await signIn(`forged-${i}@team.example`, 'wrong password', { from, headers: { 'X-Forwarded-For': `192.0.2.${i}` } })).status)
    expect(statuses[30]).toBe(429)
  })
})

describe('members', () => {
  it.each(['password123456', '123456789012', 'aaaaaaaaaaaa', 'Password1234!', 'mia.wang12345'])('cannot have the password %s', async (password) => {
    const answer = await test.ask('/api/members', { method: 'POST', body: { email: 'mia.wang@team.example', password, name: 'Mia', role: 'viewer' } })
    expect(answer.status).toBe(400)
  })

  it('are one an e-mail, however it is written', async () => {
    await addMember('once@team.example')
    const answer = await test.ask('/api/members', { method: 'POST', body: { email: 'ONCE@team.example', password: testPassword, name: 'Mia', role: 'viewer' } })
    expect([answer.status, await codeOf(answer)]).toEqual([409, 'email-taken'])
  })

  it('always include an owner', async () => {
    const other = await createTestWorld()
    const { members } = await other.read<{ members: Member[] }>('/api/members')
    const path = `/api/members/${members[0]!.id}`
    expect((await other.ask(path, { method: 'DELETE' })).status).toBe(409)
    expect((await other.ask(path, { method: 'PATCH', body: { role: 'viewer' } })).status).toBe(409)
    expect((await other.read<{ members: Member[] }>('/api/members')).members).toEqual(members)
    await other.close()
  })

  it('cannot give themselves what a body does not have', async () => {
    const answer = await test.ask('/api/members', {
      method: 'POST',
      body: { email: 'x@team.example', password: testPassword, name: 'X', role: 'viewer', password_hash: 'x' },
    })
    expect([answer.status, ((await answer.json()) as ProblemAnswer).problems?.[0]?.path]).toEqual([400, '/password_hash'])
  })
})

describe('the first owner', () => {
  const body = (token: string): object => ({ email: 'first@team.example', password: testPassword, name: 'First', token })

  it('is made once, with the token of this start and no other', async () => {
    const fresh = await createTestWorld({ owner: null })
    expect((await fresh.read<Session>('/api/session', { as: 'nobody' })).needsSetUp).toBe(true)
    expect((await fresh.ask('/api/setup', { method: 'POST', as: 'nobody', body: body('guessed') })).status).toBe(401)
    const token = setUpTokenOf(fresh.world)
    expect(await fresh.read<Session>('/api/setup', { method: 'POST', as: 'nobody', body: body(token) })).toMatchObject({
      member: { role: 'owner' },
      needsSetUp: false,
    })
    expect((await fresh.ask('/api/setup', { method: 'POST', as: 'nobody', body: body(token) })).status).toBe(409)
    await fresh.close()
  })
})
