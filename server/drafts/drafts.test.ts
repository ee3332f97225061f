import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Activity, Checked, ProblemAnswer } from '../../schemas/api/management'
import type { PageDocument } from '../../schemas/page'
import type { PlayRules, RulesDocument } from '../../schemas/rules'
import { hasPostgres } from '../engine/testing/stage'
import { createTestWorld, type TestWorld } from '../testing/testWorld'

let test: TestWorld

const newActivity = (name = 'Spring'): Promise<Activity> => test.read('/api/activities', { method: 'POST', body: { name } })

interface Draft {
  readonly revision: string
  readonly document: { readonly title: string; readonly nodes: { readonly [id: string]: object } }
}

async function pageOf(activity: Activity): Promise<Draft> {
  const answer = await test.ask(`/api/activities/${activity.id}/page`)
  return { revision: answer.headers.get('etag')!, document: (await answer.json()) as Draft['document'] }
}

const put = (activity: Activity, of: string, raw: string, headers: { [name: string]: string }): Promise<Response> =>
  test.ask(`/api/activities/${activity.id}/${of}`, { method: 'PUT', raw, headers: { 'Content-Type': 'application/json', ...headers } })

const patch = (activity: Activity, edits: unknown, revision: string): Promise<Response> =>
  test.ask(`/api/activities/${activity.id}/page`, { method: 'PATCH', body: { edits }, headers: { 'If-Match': revision } })

for (const dialect of ['sqlite', 'postgres'] as const)
  describe.skipIf(dialect === 'postgres' && !hasPostgres)(`a draft on ${dialect}`, () => {
    beforeAll(async () => void (test = await createTestWorld({}, dialect)))
    afterAll(() => test.close())

    it('is saved at a new revision, which the ETag names', async () => {
      const activity = await newActivity()
      const { revision, document } = await pageOf(activity)
      const saved = await put(activity, 'page', JSON.stringify({ ...document, title: 'Changed' }), { 'If-Match': revision })
      expect([saved.status, saved.headers.get('etag')]).toEqual([200, '"2"'])
      expect((await pageOf(activity)).document.title).toBe('Changed')
    })

    it('is not saved without If-Match', async () => {
      const activity = await newActivity()
      const { document } = await pageOf(activity)
      expect((await put(activity, 'page', JSON.stringify(document), {})).status).toBe(428)
      expect((await put(activity, 'page', JSON.stringify(document), { 'If-Match': '*' })).status).toBe(428)
    })

    it('answers a stale If-Match with what is there now, and keeps that', async () => {
      const activity = await newActivity()
      const { revision, document } = await pageOf(activity)
      await put(activity, 'page', JSON.stringify({ ...document, title: 'Theirs' }), { 'If-Match': revision })
      const answer = await put(activity, 'page', JSON.stringify({ ...document, title: 'Mine' }), { 'If-Match': revision })
      const problem = (await answer.json()) as ProblemAnswer
      expect([answer.status, problem.code, problem.current?.revision]).toEqual([412, 'revision-stale', '2'])
      expect(problem.current?.document).toMatchObject({ title: 'Theirs' })
      expect((await pageOf(activity)).document.title).toBe('Theirs')
    })

    it('may be sent again when the answer to the first save got lost', async () => {
      const activity = await newActivity()
      const { revision, document } = await pageOf(activity)
      const text = JSON.stringify({ ...document, title: 'Once' })
      const both = [await put(activity, 'page', text, { 'If-Match': revision }), await put(activity, 'page', text, { 'If-Match': revision })]
      expect(both.map(({ status, headers }) => [status, headers.get('etag')])).toEqual([
        [200, '"2"'],
        [200, '"2"'],
      ])
    })

    it('loses no write when twenty savers race from one revision', async () => {
      const activity = await newActivity()
      const { revision, document } = await pageOf(activity)
      const statuses = await Promise.all(
        Array.from(
          { length: 20 },
          async (_, i) => (await put(activity, 'page', JSON.stringify({ ...document, title: `t${i}` }), { 'If-Match': revision })).status,
        ),
      )
      expect(statuses.filter((status) => status === 200)).toHaveLength(1)
      expect(statuses.filter((status) => status === 412)).toHaveLength(19)
    })

    it('keeps widgets and props that nobody here knows, to the byte', async () => {
      const activity = await newActivity()
      const { revision, document } = await pageOf(activity)
      const alien = { id: 'n1', type: 'hologram', v: 7, parent: 'root', order: 'a1', props: { ångström: [1, { deep: null }] }, extra: 'kept' }
      const text = `${JSON.stringify({ ...document, nodes: { ...document.nodes, n1: alien } }, null, 3)}\n`
      expect((await put(activity, 'page', text, { 'If-Match': revision })).status).toBe(200)
      expect(await (await test.ask(`/api/activities/${activity.id}/page`)).text()).toBe(text)
    })

    it('takes edits of some places, and keeps what it does not know at the others', async () => {
      const activity = await newActivity()
      const { revision, document } = await pageOf(activity)
      const alien = { id: 'n1', type: 'hologram', v: 7, parent: 'root', order: 'a1', props: { ångström: [1, { deep: null }], gone: 1 }, extra: 'kept' }
      await put(activity, 'page', JSON.stringify({ ...document, nodes: { ...document.nodes, n1: alien } }), { 'If-Match': revision })
      const saved = await patch(activity, [{ at: ['title'], is: 'New' }, { at: ['nodes', 'n1', 'props', 'gone'] }], '"2"')
      expect([saved.status, saved.headers.get('etag'), await saved.json()]).toEqual([200, '"3"', { revision: '3' }])
      const { gone: _, ...props } = alien.props
      expect((await pageOf(activity)).document).toEqual({ ...document, title: 'New', nodes: { ...document.nodes, n1: { ...alien, props } } })
    })

    it('takes no edits that were made on another revision, and answers with what is there', async () => {
      const activity = await newActivity()
      const { revision } = await pageOf(activity)
      await patch(activity, [{ at: ['title'], is: 'Theirs' }], revision)
      const answer = await patch(activity, [{ at: ['title'], is: 'Mine' }], revision)
      expect([answer.status, await answer.json()]).toMatchObject([412, { code: 'revision-stale', current: { revision: '2', document: { title: 'Theirs' } } }])
      expect((await test.ask(`/api/activities/${activity.id}/page`, { method: 'PATCH', body: { edits: [{ at: ['title'], is: 'x' }] } })).status).toBe(428)
      expect((await pageOf(activity)).document.title).toBe('Theirs')
    })

    const nest = (levels: number): unknown => (levels === 0 ? 1 : [nest(levels - 1)])
    it.each([
      ['of the document as a whole', [{ at: [], is: {} }], 400],
      ['none', [], 400],
      ['that are no list', { at: ['title'], is: 'x' }, 400],
      ['without a place', [{ is: 'x' }], 400],
      ['of a prototype', [{ at: ['__proto__', 'polluted'], is: 1 }], 400],
      ['of a constructor', [{ at: ['theme', 'constructor'], is: 1 }], 400],
      ['that leave no page', [{ at: ['nodes'] }], 400],
      ['that put a list for its nodes', [{ at: ['nodes'], is: [] }], 400],
      ['that nest deeper than a document may', [{ at: Array.from({ length: 40 }, (_, i) => `k${i}`), is: nest(40) }], 400],
      ['that make it larger than a document may be', [{ at: ['note'], is: 'x'.repeat(2 * 1024 * 1024 - 100) }], 413],
    ])('takes no edits %s', async (_, edits, status) => {
      const activity = await newActivity()
      const before = await (await test.ask(`/api/activities/${activity.id}/page`)).text()
      const answer = await patch(activity, edits, '1')
      expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json; charset=utf-8'])
      expect(await (await test.ask(`/api/activities/${activity.id}/page`)).text()).toBe(before)
    })

    it('whose plays have lost their shape is checked all the same, and what else it changes is told', async () => {
      const { id } = await test.read<Activity>('/api/activities', { method: 'POST', body: { name: 'Shapeless', template: 'new-year' } })
      await test.read(`/api/activities/${id}/releases`, { method: 'POST', body: {} })
      const rules = await test.read<RulesDocument>(`/api/activities/${id}/rules`)
      const shapeless = {
        ...rules,
        plays: { ...rules.plays, points: { ...rules.plays['points'], multipliers: null } },
        schedule: { ...rules.schedule, phases: [] },
      }
      await test.read(`/api/activities/${id}/rules`, { method: 'PUT', body: shapeless, headers: { 'If-Match': '"1"' } })
      const { problems, changes } = await test.read<Checked>(`/api/activities/${id}/check`, { method: 'POST' })
      expect(problems.map(({ path }) => path)).toContain('/plays/points/multipliers')
      expect(changes.map(({ text }) => text)).toEqual(['修改阶段'])
      expect((await test.ask(`/api/activities/${id}/releases`, { method: 'POST', body: {} })).status).toBe(422)
    })

    it('finds no kind, widget or prize in the names that every object has', async () => {
      const { id } = await test.read<Activity>('/api/activities', { method: 'POST', body: { name: 'Names', template: 'new-year' } })
      const rules = await test.read<RulesDocument>(`/api/activities/${id}/rules`)
      const page = await test.read<PageDocument>(`/api/activities/${id}/page`)
      const draw = rules.plays['new-year-draw'] as PlayRules & { slots: object[] }
      const slots = draw.slots.map((slot, i) => (i ? slot : { ...slot, prize: 'toString' }))
      const odd = { ...rules, plays: { ...rules.plays, 'new-year-draw': { ...draw, slots }, 'odd': { kind: 'constructor', title: 'Odd' } } }
      const strange = { ...page, nodes: { ...page.nodes, strange: { id: 'strange', type: 'constructor', v: 0, parent: 'root', order: 'Zz', props: {} } } }
      await test.read(`/api/activities/${id}/rules`, { method: 'PUT', body: odd, headers: { 'If-Match': '"1"' } })
      await test.read(`/api/activities/${id}/page`, { method: 'PUT', body: strange, headers: { 'If-Match': '"1"' } })
      const { problems } = await test.read<Checked>(`/api/activities/${id}/check`, { method: 'POST' })
      expect(problems.map(({ node = '', path, severity }) => `${severity} ${node}${path}`)).toEqual([
        'warning strange/type',
        'error /plays/new-year-draw/slots/0/prize',
        'warning /plays/odd/kind',
      ])
    })

    it('is kept with problems of its content, which the check tells', async () => {
      const activity = await newActivity()
      const rules = await test.read<{ plays: object; schedule: object }>(`/api/activities/${activity.id}/rules`)
      const half = { ...rules, plays: { draw: { kind: 'lottery', title: 'Half a draw' } } }
      expect((await put(activity, 'rules', JSON.stringify(half), { 'If-Match': '1' })).status).toBe(200)
      const { problems } = await test.read<Checked>(`/api/activities/${activity.id}/check`, { method: 'POST' })
      expect(problems.some(({ document, severity }) => document === 'rules' && severity === 'error')).toBe(true)
    })

    it.each([
      ['a list', '[]', 400],
      ['a number', '1', 400],
      ['nothing', '', 400],
      ['half a record', '{"format":1', 400],
      ['no page at all', '{"format":1}', 400],
      ['nodes that are a list', '{"format":1,"title":"x","locale":"en","theme":{"preset":"festive"},"nodes":[]}', 400],
      ['a __proto__ key', '{"format":1,"title":"x","locale":"en","theme":{"preset":"festive"},"nodes":{},"__proto__":{"a":1}}', 400],
      ['100,000 levels', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 400],
      ['more than 2 MiB', JSON.stringify({ format: 1, title: 'x'.repeat(2 * 1024 * 1024) }), 413],
      [
        '5,001 nodes',
        JSON.stringify({
          format: 1,
          title: 'x',
          locale: 'en',
          theme: { preset: 'festive' },
          nodes: Object.fromEntries(Array.from({ length: 5001 }, (_, i) => [`n${i}`, 1])),
        }),
        400,
      ],
    ])('is not replaced by %s', async (_, text, status) => {
      const activity = await newActivity()
      const before = await (await test.ask(`/api/activities/${activity.id}/page`)).text()
      const answer = await put(activity, 'page', text, { 'If-Match': '1' })
      expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json; charset=utf-8'])
      expect(await (await test.ask(`/api/activities/${activity.id}/page`)).text()).toBe(before)
    })

    it('leaves no prototype changed by hostile keys', () => {
      expect(Object.keys(Object.prototype)).toEqual([])
      expect(test.errors).toEqual([])
    })
  })
