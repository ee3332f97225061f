import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import sharp from 'sharp'
import type { AssetList } from '../schemas/api/assets'
import type { Asset, Release } from '../schemas/api/management'
import type { Report } from '../schemas/api/report'
import type { Mine } from '../schemas/api/visitor'
import { verifyAudit } from './audit/verify'
import { hasPostgres } from './engine/testing/stage'
import { eventsKept } from './events/intake'
import { scheduleOf } from './releases/schedule'
import { liveIndexOf } from './serving/liveIndex'
import { createDraw, drawPage, drawRules, saveDraw } from './testing/draw'
import { openFront, type FrontClient } from './testing/front'
import { createTestWorld, testTime, type TestWorld } from './testing/testWorld'
import { createVisitor } from './testing/visitor'
import { signJwt } from './visitors/jwt'

const secret = 'a secret that only the shop and Festoon know'

describe.skipIf(!hasPostgres)(`the server on PostgreSQL${hasPostgres ? '' : ' (no server reachable, skipped)'}`, () => {
  let test: TestWorld
  let front: FrontClient
  let id: string
  let first: Release

  beforeAll(async () => {
    test = await createTestWorld({}, 'postgres')
    front = await openFront(test.world)
    id = await createDraw(test)
    first = await publish()
  })
  afterAll(async () => {
    await front.close()
    await test.close()
  })

  const publish = (body: object = {}): Promise<Release> => test.read<Release>(`/api/activities/${id}/releases`, { method: 'POST', body })
  const titleAt = async ({ get }: FrontClient): Promise<string> => /<title>(.*?)<\/title>/.exec((await get('/a/new-year')).body.toString())?.[1] ?? ''

  it('gives visitors an identity, a receipt for each key, and an end to their chances', async () => {
    const mia = await createVisitor(test, 'new-year')
    const statuses = []
    for (const key of ['a', 'a', 'b', 'c', 'd']) statuses.push((await mia.act('draw', 'draw', { key })).status)
    expect(statuses).toEqual([200, 200, 200, 200, 409])
    expect((await mia.me()).awards).toHaveLength(3)
  })

  it('takes a customer’s token for an identity, once', async () => {
    await test.ask(`/api/activities/${id}/secret`, { method: 'PUT', body: { secret } })
    const wish = {
      method: 'POST',
      as: 'nobody',
      body: { token: signJwt(secret, { sub: 'user-7', exp: Math.floor(testTime / 1000) + 300, name: 'Mia' }) },
    } as const
    expect((await test.read<Mine>('/a/new-year/session', wish)).name).toBe('Mia')
    expect((await test.ask('/a/new-year/session', wish)).status).toBe(401)
  })

  it('adds up what pages told and what visitors did', async () => {
    const { cookie } = await createVisitor(test, 'new-year')
    const events = ['page_view', 'page_view', 'share'].map((name, i) => ({ id: `event-number-${i}`, name, at: testTime }))
    for (let times = 0; times < 2; times++)
      await test.ask('/a/new-year/events', {
        method: 'POST',
        as: 'nobody',
        raw: JSON.stringify({ events }),
        headers: { 'Content-Type': 'application/json', 'Cookie': cookie },
      })
    await eventsKept(test.world)
    const { totals, prizes } = await test.read<Report>(`/api/activities/${id}/report`)
    expect(totals).toMatchObject({ pv: 2, uv: 1, shares: 1, participants: 1, draws: 3, wins: 3 })
    expect(prizes).toEqual([expect.objectContaining({ prize: 'mug', awarded: 3, stock: 100 })])
    expect((await (await test.ask(`/api/activities/${id}/awards.csv`)).text()).split('\r\n')).toHaveLength(5)
    expect((await (await test.ask(`/api/activities/${id}/journal`)).text()).trim().split('\n')).toHaveLength(3)
  })

  it('finds images by their names, and tells who shows them', async () => {
    const form = new FormData()
    form.set(
      'file',
      new File(
        [
          new Uint8Array(
            await sharp({ create: { width: 9, height: 9, channels: 3, background: '#c00' } })
              .png()
              .toBuffer(),
          ),
        ],
        'Red 5%.png',
      ),
    )
    const { id: asset } = await test.read<Asset>('/api/assets', { method: 'POST', raw: form })
    await test.read(`/api/assets/${asset}`, { method: 'PATCH', body: { alt: '红色' } })
    expect((await test.read<AssetList>(`/api/assets?search=${encodeURIComponent('red 5% 红')}`)).assets).toMatchObject([{ name: 'Red 5%.png', alt: '红色' }])
    expect(await test.read(`/api/assets/${asset}/uses`)).toEqual({ uses: [] })
  })

  it('publishes, partly and on time, goes back, pauses, and keeps its audit whole', async () => {
    await saveDraw(test, id, { page: drawPage('Candidate') })
    expect((await publish({ rollout: { basisPoints: 5000 } })).state).toBe('candidate')
    await saveDraw(test, id, { page: drawPage('Second'), rules: drawRules({ stock: 500 }) })
    await publish({ startsAt: '2026-01-06T21:00:00+08:00' })
    test.pass(2 * 3_600_000)
    await Promise.all([scheduleOf(test.world).look(), scheduleOf(test.world).look()])
    expect(await titleAt(front)).toBe('Second')
    await test.read(`/api/activities/${id}/rollback`, { method: 'POST', body: { to: first.id, reason: 'typo' } })
    expect(await titleAt(front)).toBe('First')
    for (const state of ['offline', 'online']) await test.read(`/api/activities/${id}/${state}`, { method: 'POST', body: { reason: state } })
    const { releases } = await test.read<{ releases: Release[] }>(`/api/activities/${id}/releases`)
    expect(releases.map(({ state }) => state)).toEqual(['live', 'superseded', 'superseded', 'superseded'])
    expect((await verifyAudit(test.world.store.db)).brokenAt).toBeNull()
  })

  it('is one with another server on the same database: what one publishes, the other serves within 2.5 s', async () => {
    const { databaseUrl, dataDir } = test.world.config
    const other = await createTestWorld({ databaseUrl, dataDir })
    const otherFront = await openFront(other.world)
    liveIndexOf(other.world).start()
    await saveDraw(test, id, { page: drawPage('From afar') })
    await publish()
    const published = performance.now()
    while ((await titleAt(otherFront)) !== 'From afar' && performance.now() - published < 2500) await new Promise((resolve) => setTimeout(resolve, 50))
    const title = await titleAt(otherFront)
    const mia = await createVisitor(other, 'new-year')
    const known = await test.ask('/a/new-year/me', { as: 'nobody', headers: { Cookie: mia.cookie } })
    liveIndexOf(other.world).stop()
    await otherFront.close()
    await other.close()
    expect([title, ((await known.json()) as Mine).visitor]).toEqual(['From afar', mia.id])
  })
})
