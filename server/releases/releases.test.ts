import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Release } from '../../schemas/api/management'
import type { ProblemAnswer } from '../../schemas/api/management'
import type { Receipt } from '../../schemas/play'
import { createDraw, drawPage, drawRules, saveDraw } from '../testing/draw'
import { openFront, type FrontClient } from '../testing/front'
import { createTestWorld, type TestWorld } from '../testing/testWorld'
import { createVisitor } from '../testing/visitor'
import { addresses } from '../commands/addresses'
import { findActivity } from '../activities/findActivity'
import type { World } from '../world'
import { release } from './release'
import { rollBack } from './rollBack'
import { scheduleOf } from './schedule'

let test: TestWorld
let front: FrontClient
let id: string

beforeEach(async () => {
  test = await createTestWorld()
  front = await openFront(test.world)
  id = await createDraw(test)
})
afterEach(async () => {
  await front.close()
  await test.close()
})

const publish = (body: object = {}): Promise<Release> => test.read<Release>(`/api/activities/${id}/releases`, { method: 'POST', body })
const refused = async (path: string, body: object, as?: 'operator'): Promise<ProblemAnswer> =>
  (await (await test.ask(path, { method: 'POST', body, ...(as ? { as } : {}) })).json()) as ProblemAnswer
const page = async (): Promise<Buffer> => (await front.get('/a/new-year', { 'accept-encoding': 'br' })).body
const titleOf = (html: string): string => /<title>(.*?)<\/title>/.exec(html)?.[1] ?? ''
const shownStatus = async (): Promise<number> => (await front.get('/a/new-year')).status
const shownTitle = async (): Promise<string> => titleOf((await front.get('/a/new-year')).body.toString())

/** The world with something happening in it, once, while a page is being drawn; `done` gives what came of it. */
function whileDrawing<T>(happens: () => Promise<T>): { readonly world: World; done(): T } {
  let came: { readonly of: T } | undefined
  let hasBegun = false
  const { files } = test.world
  const get = async (name: string): Promise<Buffer | null> => {
    if (!hasBegun) {
      hasBegun = true
      came = { of: await happens() }
    }
    return files.get(name)
  }
  return {
    world: { ...test.world, files: { put: files.put, remove: files.remove, get } },
    done() {
      if (!came) throw new Error('No page was drawn.')
      return came.of
    },
  }
}

describe('publishing', () => {
  it('serves nothing before the first release, and the drafts after it', async () => {
    expect((await front.get('/a/new-year')).status).toBe(404)
    const made = await publish({ note: 'go' })
    expect(made).toMatchObject({ number: 1, kind: 'normal', state: 'live', pageNumber: 1, rulesNumber: 1, note: 'go', by: expect.any(String) })
    expect(await shownTitle()).toBe('First')
  })

  it('gives the same documents the same versions and the same bytes', async () => {
    const [first, before] = [await publish(), await page()]
    const second = await publish()
    expect([second.page, second.rules, second.mark, second.number]).toEqual([first.page, first.rules, first.mark, 2])
    expect(await page()).toEqual(before)
  })

  it('answers a repeated key with the release that it made first', async () => {
    const [one, two] = await Promise.all(
      [1, 2].map(() => test.read<Release>(`/api/activities/${id}/releases`, { method: 'POST', body: {}, headers: { 'Idempotency-Key': 'same' } })),
    )
    expect(one).toEqual(two)
    expect((await test.read<{ releases: Release[] }>(`/api/activities/${id}/releases`)).releases).toHaveLength(1)
  })

  it('refuses a repeated key for another body, and still answers it for the first one', async () => {
    const send = (body: object) => test.ask(`/api/activities/${id}/releases`, { method: 'POST', body, headers: { 'Idempotency-Key': 'same' } })
    const first = (await (await send({ note: 'go', rollout: { basisPoints: 10_000 } })).json()) as Release
    for (const other of [{}, { note: 'gone' }, { note: 'go', startsAt: '2026-02-01T00:00:00Z' }]) {
      const answer = await send(other)
      expect([answer.status, ((await answer.json()) as ProblemAnswer).code]).toEqual([422, 'key-reused'])
    }
    const at = await Promise.all([send({ rollout: { basisPoints: 10_000 }, note: 'go' }), send({ note: 'at once' })])
    expect([at.map(({ status }) => status), await at[0]!.json()]).toEqual([[201, 422], first])
    expect((await test.read<{ releases: Release[] }>(`/api/activities/${id}/releases`)).releases).toHaveLength(1)
  })

  it('makes one release of two bodies that come at once under one key, and refuses the other', async () => {
    const send = (note: string) => test.ask(`/api/activities/${id}/releases`, { method: 'POST', body: { note }, headers: { 'Idempotency-Key': 'same' } })
    const answers = await Promise.all(['one', 'two'].map(send))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 422])
    expect((await test.read<{ releases: Release[] }>(`/api/activities/${id}/releases`)).releases).toHaveLength(1)
  })

  it('refuses drafts with errors, names each, and leaves the live release', async () => {
    await publish()
    const broken = drawPage('Broken')
    await saveDraw(test, id, { page: { ...broken, nodes: { ...broken.nodes, wheel: { ...broken.nodes['wheel']!, play: 'nowhere' } } } })
    const answer = await refused(`/api/activities/${id}/releases`, {})
    expect(answer).toMatchObject({ status: 422, code: 'has-problems', problems: [expect.objectContaining({ node: 'wheel', severity: 'error' })] })
    expect(await shownTitle()).toBe('First')
  })

  it('refuses rules that harm visitors while the activity runs, unless an owner gives a reason', async () => {
    await publish()
    await saveDraw(test, id, { rules: drawRules({ stock: 10 }) })
    const path = `/api/activities/${id}/releases`
    expect((await refused(path, {})).code).toBe('adverse-change')
    expect((await refused(path, { overrideAdverse: 'the mugs broke' }, 'operator')).code).toBe('forbidden')
    expect((await publish({ overrideAdverse: 'the mugs broke' })).number).toBe(2)
  })

  it('judges harm by what is live when it goes live, not by what was when it began', async () => {
    await publish()
    await saveDraw(test, id, { rules: drawRules({ stock: 300 }) })
    const raised = await publish()
    await test.read(`/api/activities/${id}/rollback`, { method: 'POST', body: { to: raised.id, reason: 'same page' } })
    const { versions } = await test.read<{ versions: { id: string; number: number }[] }>(`/api/activities/${id}/versions?of=rules`)
    await saveDraw(test, id, { page: drawPage('Other'), rules: drawRules({ stock: 500 }) })
    // Stock of 300 over 300 harms nobody; over the 500 that another publishes meanwhile it would.
    const between = whileDrawing(() => publish())
    const wish = { rules: versions.find(({ number }) => number === 2)!.id, note: '', rollout: null, startsAt: null, overrideAdverse: null, request: null }
    const late = release(between.world, await findActivity(test.world, id), { ...wish, by: { id: 'op', isOwner: false }, locale: 'en' }, async () => {})
    await expect(late).rejects.toMatchObject({ code: 'adverse-change' })
    expect((await test.world.engine.inForce(id))?.rulesHash).toBe(between.done().rules)
  })

  it('lets rules that favour visitors through', async () => {
    await publish()
    await saveDraw(test, id, { rules: drawRules({ stock: 500 }) })
    expect((await publish()).rulesNumber).toBe(2)
  })
})

describe('rolling back', () => {
  it('serves the bytes that were served first and moves neither stock nor chances', async () => {
    const first = await publish()
    const before = await page()
    const mia = await createVisitor(test, 'new-year')
    expect((await mia.act('draw', 'draw')).status).toBe(200)
    const mine = (await mia.me()).plays
    await saveDraw(test, id, { page: drawPage('Second') })
    await publish()
    expect(await shownTitle()).toBe('Second')
    const back = await test.read<Release>(`/api/activities/${id}/rollback`, { method: 'POST', body: { to: first.id, reason: 'typo' } })
    expect(back).toMatchObject({ number: 3, kind: 'rollback', state: 'live', page: first.page, rules: first.rules, note: 'typo' })
    expect(await page()).toEqual(before)
    expect((await mia.me()).plays).toEqual(mine)
  })

  it('keeps even rules that come into force while its page is being drawn', async () => {
    const first = await publish()
    await saveDraw(test, id, { page: drawPage('Second'), rules: drawRules({ stock: 200 }) })
    await publish()
    await saveDraw(test, id, { rules: drawRules({ stock: 300 }) })
    const between = whileDrawing(() => publish())
    const activity = await findActivity(test.world, id)
    const made = await rollBack(between.world, activity, { to: first.id, reason: 'back', by: 'owner' }, async () => {})
    const newest = between.done()
    expect([made.page_hash, made.rules_hash, made.number]).toEqual([first.page, newest.rules, newest.number + 1])
    expect((await test.world.engine.inForce(id))?.rulesHash).toBe(newest.rules)
  })

  it('needs no reason, but takes no blank one', async () => {
    const { id: to } = await publish()
    const blank = await refused(`/api/activities/${id}/rollback`, { to, reason: '  ' })
    expect([blank.code, blank.problems?.map(({ path }) => path)]).toEqual(['bad-input', ['/reason']])
    expect(await test.read<Release>(`/api/activities/${id}/rollback`, { method: 'POST', body: { to } })).toMatchObject({ kind: 'rollback', note: '' })
  })

  it('goes to nothing that nobody has seen', async () => {
    await publish()
    const { id: to } = await publish({ startsAt: '2026-02-01T00:00:00Z' })
    const { code, detail } = await refused(`/api/activities/${id}/rollback`, { to })
    expect([code, detail]).toEqual(['not-found', '这个发布还没有上线过。'])
  })

  it('keeps the rules in force', async () => {
    const first = await publish()
    await saveDraw(test, id, { rules: drawRules({ stock: 500 }) })
    const second = await publish()
    const back = await test.read<Release>(`/api/activities/${id}/rollback`, { method: 'POST', body: { to: first.id, reason: 'typo' } })
    expect([back.page, back.rules]).toEqual([first.page, second.rules])
  })
})

describe('a visitor in flight', () => {
  it('is refused, and nothing is spent, when the rules that they were shown have changed', async () => {
    const { mark } = await publish()
    const mia = await createVisitor(test, 'new-year')
    await saveDraw(test, id, { rules: drawRules({ stock: 500 }) })
    await publish()
    const before = (await mia.me()).plays
    const answer = await mia.act('draw', 'draw', { release: mark! })
    expect([answer.status, ((await answer.json()) as ProblemAnswer).code]).toEqual([409, 'release-superseded'])
    expect((await mia.me()).plays).toEqual(before)
  })

  it('is served when only the page has changed', async () => {
    const { mark } = await publish()
    const mia = await createVisitor(test, 'new-year')
    await saveDraw(test, id, { page: drawPage('Second') })
    const second = await publish()
    const receipt = (await (await mia.act('draw', 'draw', { release: mark! })).json()) as Receipt
    expect(receipt.release).toBe(second.id)
  })
})

describe('taking offline', () => {
  it('shows the offline page, refuses plays, and brings everything back', async () => {
    await publish()
    const mia = await createVisitor(test, 'new-year')
    const before = await page()
    await test.read(`/api/activities/${id}/offline`, { method: 'POST', body: { reason: 'flood' } })
    const down = await front.get('/a/new-year')
    expect([down.status, down.body.includes('The activity is paused')]).toEqual([503, true])
    expect(((await (await mia.act('draw', 'draw')).json()) as ProblemAnswer).code).toBe('offline')
    await saveDraw(test, id, { page: drawPage('Second') })
    await publish()
    expect((await front.get('/a/new-year')).status).toBe(503)
    await test.read(`/api/activities/${id}/online`, { method: 'POST', body: { reason: 'dry again' } })
    expect(await shownTitle()).toBe('Second')
    expect(await page()).not.toEqual(before)
    expect((await mia.act('draw', 'draw')).status).toBe(200)
  })
})

describe('calling off, taking offline and bringing back', () => {
  it('need no body', async () => {
    await publish()
    const { id: waiting } = await publish({ startsAt: '2026-02-01T00:00:00Z' })
    const post = (what: string): Promise<{ state: string }> => test.read(`/api/activities/${id}/${what}`, { method: 'POST' })
    const states = [await post(`releases/${waiting}/cancel`), await post('offline'), await post('online')].map(({ state }) => state)
    expect(states).toEqual(['superseded', 'offline', 'live'])
  })
})

describe('putting away', () => {
  it('makes the address unknown to visitors, page and API alike', async () => {
    await publish()
    await test.read(`/api/activities/${id}/offline`, { method: 'POST', body: { reason: 'over' } })
    expect((await test.ask(`/api/activities/${id}`, { method: 'DELETE' })).status).toBe(204)
    const statuses = await Promise.all(['state', 'me'].map(async (path) => (await test.ask(`/a/new-year/${path}`, { as: 'nobody' })).status))
    expect([(await front.get('/a/new-year')).status, ...statuses]).toEqual([404, 404, 404])
  })

  it('calls off what was to be released later, on record, and nothing of it is told at the next start', async () => {
    await publish()
    expect((await addresses(test.world, 3000)).pages).toEqual(['http://localhost:3000/a/new-year'])
    for (const hour of [21, 22]) await publish({ startsAt: `2026-01-06T${hour}:00:00+08:00` })
    await test.read(`/api/activities/${id}/offline`, { method: 'POST', body: { reason: 'over' } })
    expect((await test.ask(`/api/activities/${id}`, { method: 'DELETE' })).status).toBe(204)
    test.pass(3 * 3_600_000)
    await scheduleOf(test.world).look()
    const releases = await test.world.store.db.selectFrom('releases').select('state').where('activity', '=', id).orderBy('number').execute()
    expect(releases.map(({ state }) => state)).toEqual(['live', 'superseded', 'superseded'])
    const { rows } = await test.read<{ rows: { action: string; target: string }[] }>('/api/audit')
    expect(rows.filter(({ action }) => action === 'archiveActivity').map(({ target }) => target.replace(id, 'it'))).toEqual([
      'activity/it/release/3',
      'activity/it/release/2',
      'activity/it',
    ])
    // As data may stand that was put away before such releases were called off.
    await test.world.store.write(id, (trx) =>
      trx.updateTable('releases').set({ state: 'scheduled' }).where('activity', '=', id).where('number', '>', 1).execute(),
    )
    await scheduleOf(test.world).look()
    await test.world.store.write(id, (trx) => trx.updateTable('activities').set({ state: 'live' }).where('id', '=', id).execute())
    expect([await shownStatus(), (await addresses(test.world, 3000)).pages]).toEqual([404, []])
  })
})

describe('a scheduled release', () => {
  it('starts once when the wall clock has reached its time', async () => {
    await publish()
    await saveDraw(test, id, { page: drawPage('Tonight') })
    const waiting = await publish({ startsAt: '2026-01-06T21:00:00+08:00' })
    expect(waiting.state).toBe('scheduled')
    await scheduleOf(test.world).look()
    expect(await shownTitle()).toBe('First')
    test.pass(2 * 3_600_000)
    await Promise.all([scheduleOf(test.world).look(), scheduleOf(test.world).look()])
    expect(await shownTitle()).toBe('Tonight')
    const { releases } = await test.read<{ releases: Release[] }>(`/api/activities/${id}/releases`)
    expect(releases.map(({ state }) => state)).toEqual(['live', 'superseded'])
  })

  it('fails loudly and leaves the live one when it no longer passes', async () => {
    await publish()
    await saveDraw(test, id, { rules: drawRules({ stock: 200 }) })
    await publish({ startsAt: '2026-01-06T21:00:00+08:00' })
    await saveDraw(test, id, { rules: drawRules({ stock: 900 }) })
    await publish()
    test.pass(2 * 3_600_000)
    await scheduleOf(test.world).look()
    const { releases } = await test.read<{ releases: Release[] }>(`/api/activities/${id}/releases`)
    expect(releases.map(({ number, state }) => `${number} ${state}`)).toEqual(['3 live', '2 failed', '1 superseded'])
    expect(test.errors).toHaveLength(1)
  })

  it('can be called off', async () => {
    await publish()
    const waiting = await publish({ startsAt: '2026-01-06T21:00:00+08:00' })
    const path = `/api/activities/${id}/releases/${waiting.id}/cancel`
    expect(await test.read<Release>(path, { method: 'POST', body: { reason: 'not today' } })).toMatchObject({ state: 'superseded' })
    expect((await refused(path, { reason: 'again' })).code).toBe('in-use')
  })
})

describe('a rollout', () => {
  const side = async (cookie: string): Promise<string> => titleOf((await front.get('/a/new-year', { cookie })).body.toString())

  it('shows a share of visitors the candidate, keeps sides as it grows, and refuses other rules', async () => {
    await publish()
    await saveDraw(test, id, { page: drawPage('Candidate') })
    await publish({ rollout: { basisPoints: 3000 } })
    const cookies = await Promise.all(Array.from({ length: 60 }, async () => String((await front.get('/a/new-year')).headers['set-cookie']).split(';')[0]!))
    const early = await Promise.all(cookies.map(side))
    expect(early.filter((title) => title === 'Candidate').length).toBeGreaterThan(5)
    expect(early.filter((title) => title === 'First').length).toBeGreaterThan(25)
    await publish({ rollout: { basisPoints: 7000 } })
    const later = await Promise.all(cookies.map(side))
    expect(early.every((title, i) => title === 'First' || later[i] === 'Candidate')).toBe(true)
    await saveDraw(test, id, { rules: drawRules({ stock: 900 }) })
    expect((await refused(`/api/activities/${id}/releases`, { rollout: { basisPoints: 5000 } })).code).toBe('bad-input')
  })

  it('gives the first page already from the side that the cookie keeps, and tells each side its own release', async () => {
    const base = await publish()
    await saveDraw(test, id, { page: drawPage('Candidate') })
    const candidate = await publish({ rollout: { basisPoints: 5000 } })
    for (let i = 0; i < 12; i++) {
      const first = await front.get('/a/new-year')
      const cookie = String(first.headers['set-cookie']).split(';')[0]!
      expect([await side(cookie), first.headers['cache-control']]).toEqual([titleOf(first.body.toString()), 'private, no-cache'])
      const state = (await (await test.ask('/a/new-year/state', { as: 'nobody', headers: { Cookie: cookie } })).json()) as { release: string }
      expect(state.release).toBe((await side(cookie)) === 'First' ? base.mark : candidate.mark)
    }
  })
})

describe('a rollout to a channel', () => {
  it('tells the page of a visitor who came by it its own release, though the page asks without the channel', async () => {
    const base = await publish()
    await saveDraw(test, id, { page: drawPage('Candidate') })
    const candidate = await publish({ rollout: { basisPoints: 10_000, channels: ['wechat group'] } })
    const visit = async (path: string, cookie = ''): Promise<{ title: string; cookie: string; release: string | null }> => {
      const { headers, body } = await front.get(path, cookie ? { cookie } : {})
      const jar = [cookie, ...(headers['set-cookie'] ?? []).map((line) => line.split(';')[0]!)].filter(Boolean).reverse().join('; ')
      const state = (await (await test.ask('/a/new-year/state', { as: 'nobody', headers: { Cookie: jar } })).json()) as { release: string }
      return { title: titleOf(body.toString()), cookie: jar, release: state.release }
    }
    const came = await visit('/a/new-year?channel=wechat+group')
    expect([came.title, came.release]).toEqual(['Candidate', candidate.mark])
    expect((await visit('/a/new-year', came.cookie)).title).toBe('Candidate')
    const other = await visit('/a/new-year?channel=poster', came.cookie)
    expect([other.title, other.release]).toEqual(['First', base.mark])
    const none = await visit('/a/new-year')
    expect([none.title, none.release]).toEqual(['First', base.mark])
    expect((await visit('/a/new-year', 'festoon-channel=%E0%A4%A')).title).toBe('First')
  })
})

describe('readers during publishes', () => {
  it('see a whole old or a whole new page, and never an older one after a newer', async () => {
    await publish()
    const run = { isDone: false }
    const seen: string[] = []
    const reader = async (): Promise<void> => {
      let newest = 0
      while (!run.isDone) {
        const { status, body } = await front.get('/a/new-year')
        const html = body.toString()
        const mark = titleOf(html)
        if (status !== 200 || !html.endsWith('</html>') || !html.includes(`>${mark}<`)) seen.push(`bad ${status}`)
        const number = mark === 'First' ? 0 : Number(mark)
        if (number < newest) seen.push(`${newest} then ${number}`)
        newest = Math.max(newest, number)
      }
    }
    const readers = [reader(), reader(), reader()]
    for (let i = 1; i <= 6; i++) {
      await saveDraw(test, id, { page: drawPage(String(i)) })
      await publish()
    }
    run.isDone = true
    await Promise.all(readers)
    expect(seen).toEqual([])
    expect(await shownTitle()).toBe('6')
  })
})
