import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Report } from '../../schemas/api/report'
import { eventsKept } from '../events/intake'
import type { RulesDocument } from '../../schemas/rules'
import { createDraw, drawRules } from '../testing/draw'
import { createTestWorld, testTime, type TestWorld } from '../testing/testWorld'
import { createVisitor, type TestVisitor } from '../testing/visitor'
import { csvCell } from './csv'
import { streamOf } from './stream'

let test: TestWorld
let id: string
let mia: TestVisitor

beforeAll(async () => {
  test = await createTestWorld()
  id = await createDraw(test)
  await test.read(`/api/activities/${id}/releases`, { method: 'POST', body: {} })
  mia = await createVisitor(test, 'new-year')
})
afterAll(() => test.close())

function dailyRules(): RulesDocument {
  const rules = drawRules()
  const days = { kind: 'check-in', title: 'Days', reward: null, streaks: [], totals: [], makeup: { cards: 1, backDays: 3 } }
  // A play's own members are its kind's business.
  return { ...rules, plays: { ...rules.plays, days: days as never } }
}

const event = (name: string, number: number, more: object = {}) => ({ id: `event-${name}-${number}`, name, at: testTime, ...more })
const send = (events: object[], headers: { [name: string]: string } = {}): Promise<Response> =>
  test.ask('/a/new-year/events', {
    method: 'POST',
    as: 'nobody',
    raw: JSON.stringify({ events }),
    headers: { 'Content-Type': 'application/json', 'Cookie': mia.cookie, ...headers },
  })
const report = async (): Promise<Report> => {
  await eventsKept(test.world)
  return test.read<Report>(`/api/activities/${id}/report`)
}

it('counts an event once, however often and in whatever batch it is sent', async () => {
  const batch = [event('page_view', 1), event('exposure', 1, { node: 'wheel' }), event('share', 1)]
  for (const events of [batch, batch, [...batch, event('page_view', 2)]]) expect((await send(events)).status).toBe(202)
  expect((await send(batch, { 'Content-Type': 'text/plain;charset=UTF-8' })).status).toBe(202)
  expect((await report()).totals).toMatchObject({ pv: 2, uv: 1, shares: 1, sharers: 1 })
  expect((await report()).exposures).toEqual([{ node: 'wheel', visitors: 1, times: 1, clickers: 0 }])
})

it('tells the log when an export breaks off half-way, for its reader has a status already', async () => {
  const told: object[] = []
  const broken = streamOf(
    { world: { ...test.world, log: { ...test.world.log, error: (facts) => void told.push(facts) } }, requestId: 'request-42' },
    new Response(''),
    (async function* () {
      yield 'one line\n'
      throw new Error('out of reach')
    })(),
  )
  await expect(broken.text()).rejects.toThrow('out of reach')
  expect(told).toMatchObject([{ requestId: 'request-42' }])
})

it('refuses events of other sites, unknown names and floods', async () => {
  expect((await send([event('page_view', 9)], { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
  expect((await send([event('invented', 9)])).status).toBe(400)
  expect((await send([event('page_view', 9)], { 'Content-Type': 'application/x-www-form-urlencoded' })).status).toBe(415)
  expect((await send(Array.from({ length: 101 }, (_, i) => event('page_view', 100 + i)))).status).toBe(400)
  expect((await report()).totals.pv).toBe(2)
})

it('adds up draws, wins, participants and what is left of each prize', async () => {
  const noa = await createVisitor(test, 'new-year')
  for (const who of [mia, mia, noa]) expect((await who.act('draw', 'draw')).status).toBe(200)
  const told = await report()
  expect(told.totals).toMatchObject({ participants: 2, acts: 3, draws: 3, drawers: 2, wins: 3, winners: 2 })
  expect(told.participation).toEqual({ value: 2, of: 2, n: 1 })
  expect(told.prizes).toEqual([expect.objectContaining({ prize: 'mug', awarded: 3, stock: 100, burn: 0.03 })])
  expect(told.days.map(({ day, pv, draws }) => [day, pv, draws])).toEqual([['2026-01-06', 2, 3]])
  await mia.act('draw', 'draw')
  expect((await report()).totals.draws).toBe(4)
})

it('counts days checked in, not those made up for', async () => {
  const slug = 'daily'
  const other = await createDraw(test, { slug, rules: dailyRules() })
  await test.read(`/api/activities/${other}/releases`, { method: 'POST', body: {} })
  const noa = await createVisitor(test, slug)
  const done = [await noa.act('days', 'check-in'), await noa.act('days', 'make-up', { input: { day: '2026-01-05' } })]
  expect(done.map(({ status }) => status)).toEqual([200, 200])
  expect((await test.read<Report>(`/api/activities/${other}/report`)).totals).toMatchObject({ acts: 2, checkIns: 1 })
})

it('lists awards a page at a time and as a file for spreadsheets', async () => {
  const first = await test.read<{ awards: { seq: number }[]; next: number | null }>(`/api/activities/${id}/awards?limit=3`)
  const second = await test.read<{ awards: { seq: number }[]; next: number | null }>(`/api/activities/${id}/awards?limit=3&before=${first.next}`)
  expect([...first.awards, ...second.awards].map(({ seq }) => seq)).toEqual([4, 3, 2, 1])
  expect(second.next).toBeNull()
  const lead = await test.ask(`/api/activities/${id}/awards?format=csv`)
  const csv = await (await test.ask(lead.headers.get('location')!)).text()
  expect(csv.split('\r\n')).toHaveLength(6)
})

it('lists the awards of one visitor, as a file too', async () => {
  const { awards } = await test.read<{ awards: { id: string; visitor: string }[] }>(`/api/activities/${id}/awards`)
  const { visitor } = awards[0]!
  const own = awards.filter((award) => award.visitor === visitor)
  expect(own.length).toBeLessThan(awards.length)
  expect((await test.read<{ awards: object[] }>(`/api/activities/${id}/awards?visitor=${visitor}`)).awards).toEqual(own)
  const lead = await test.ask(`/api/activities/${id}/awards?format=csv&visitor=${visitor}`)
  const lines = (await (await test.ask(lead.headers.get('location')!)).text()).trim().split('\r\n').slice(1)
  expect(lines.map((line) => line.split(',')[0])).toEqual(own.map((award) => award.id))
})

it('streams the journal as JSON lines', async () => {
  const text = await (await test.ask(`/api/activities/${id}/journal?after=1`)).text()
  expect(
    text
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { seq: number }).seq),
  ).toEqual([2, 3, 4])
})

it('writes cells that no spreadsheet takes for a formula', () => {
  expect(['=1+1', '+1', '-1', '@x', '\t=1', ' =1', 'a,b', 'say "hi"', '小明', null, -3].map(csvCell)).toEqual([
    "'=1+1",
    "'+1",
    "'-1",
    "'@x",
    "'\t=1",
    "' =1",
    '"a,b"',
    '"say ""hi"""',
    '小明',
    '',
    '-3',
  ])
})
