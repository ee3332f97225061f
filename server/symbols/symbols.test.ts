import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditRow } from '../../schemas/api/audit'
import type { Activity, ProblemAnswer } from '../../schemas/api/management'
import type { SymbolHead, SymbolList, SymbolUse, SymbolVersion } from '../../schemas/api/symbols'
import type { PageDocument, PageNode } from '../../schemas/page'
import { maxSymbolNodes, type SymbolContent } from '../../schemas/symbol'
import { hasPostgres } from '../engine/testing/stage'
import { createTestWorld, type TestWorld } from '../testing/testWorld'

let test: TestWorld

const text = (id: string, words: string, more: Partial<PageNode> = {}): PageNode => ({
  id,
  type: 'text',
  v: 0,
  parent: null,
  order: 'a0',
  props: { text: words },
  ...more,
})
const banner = (words: string): SymbolContent => ({
  root: 'box',
  nodes: { box: { ...text('box', ''), type: 'section', props: {} }, title: text('title', words, { parent: 'box' }) },
})

const put = (id: string, body: object, revision: string | null = '0', as?: 'designer' | 'operator'): Promise<Response> =>
  test.ask(`/api/symbols/${id}`, { method: 'PUT', body, ...(as ? { as } : {}), ...(revision === null ? {} : { headers: { 'If-Match': revision } }) })
const kept = async (id: string, content: SymbolContent, { name = id, revision = '0' } = {}): Promise<SymbolHead> =>
  (await (await put(id, { name, content }, revision)).json()) as SymbolHead
const codeOf = async (answer: Response): Promise<string> => `${answer.status} ${((await answer.json()) as ProblemAnswer).code}`
const contentOf = async ({ id, version }: SymbolHead): Promise<SymbolContent> =>
  (await test.read<SymbolVersion>(`/api/symbols/${id}/versions/${version}`)).content
const newActivity = (name: string): Promise<Activity> => test.read('/api/activities', { method: 'POST', body: { name } })

async function place(activity: string, ...nodes: readonly PageNode[]): Promise<void> {
  const answer = await test.ask(`/api/activities/${activity}/page`)
  const page = (await answer.json()) as PageDocument
  const body = { ...page, nodes: { ...page.nodes, ...Object.fromEntries(nodes.map((node) => [node.id, { ...node, parent: 'root' }])) } }
  await test.read(`/api/activities/${activity}/page`, { method: 'PUT', body, headers: { 'If-Match': answer.headers.get('etag')! } })
}

for (const dialect of ['sqlite', 'postgres'] as const)
  describe.skipIf(dialect === 'postgres' && !hasPostgres)(`a symbol on ${dialect}`, () => {
    beforeAll(async () => void (test = await createTestWorld({}, dialect)))
    afterAll(() => test.close())

    it('is kept for the whole team, and listed by name', async () => {
      const saved = await put('late', { name: 'Zebra', content: banner('z') }, '0', 'designer')
      expect([saved.status, saved.headers.get('etag')]).toEqual([200, '"1"'])
      await kept('early', banner('a'), { name: 'Ant' })
      const { symbols } = await test.read<SymbolList>('/api/symbols')
      expect(symbols.map(({ name, type, number, updatedBy }) => [name, type, number, updatedBy])).toEqual([
        ['Ant', 'section', 1, 'api-token@festoon.invalid'],
        ['Zebra', 'section', 1, 'designer@team.example'],
      ])
    })

    it('keeps every version as it was', async () => {
      const first = await kept('grown', banner('one'))
      const second = await kept('grown', banner('two'), { revision: first.revision })
      expect([second.number, second.revision]).toEqual([2, '2'])
      expect([await contentOf(first), await contentOf(second)]).toEqual([banner('one'), banner('two')])
    })

    it('goes back to a version that it had, under that one’s number', async () => {
      const first = await kept('back', banner('one'))
      const second = await kept('back', banner('two'), { revision: first.revision })
      expect(await kept('back', banner('one'), { revision: second.revision })).toMatchObject({ version: first.version, number: 1, revision: '3' })
    })

    it('keeps the root that it began with, which instances follow it from', async () => {
      await kept('rooted', banner('one'))
      const { title } = banner('one').nodes
      const answer = await put('rooted', { name: 'rooted', content: { root: 'title', nodes: { title: { ...title, parent: null } } } }, '1')
      expect([await codeOf(answer), (await kept('rooted', banner('one'))).revision]).toEqual(['400 bad-input', '1'])
    })

    it('is the same version under another name', async () => {
      const first = await kept('renamed', banner('one'))
      expect(await kept('renamed', banner('one'), { name: 'Other', revision: '1' })).toMatchObject({ name: 'Other', version: first.version, revision: '2' })
    })

    it('may be sent again when the answer got lost', async () => {
      const first = await kept('again', banner('one'))
      expect(await kept('again', banner('one'))).toEqual(first)
    })

    it('is not written over by somebody who has not seen it', async () => {
      await kept('seen', banner('mine'))
      const stale = await put('seen', { name: 'seen', content: banner('theirs') })
      const problem = (await stale.json()) as ProblemAnswer
      expect([stale.status, problem.code, problem.current]).toEqual([
        412,
        'revision-stale',
        { revision: '1', document: { name: 'seen', content: banner('mine') } },
      ])
      expect(await codeOf(await put('seen', { name: 'seen', content: banner('theirs') }, null))).toBe('428 revision-missing')
    })

    it('takes one of twenty changes that race from one revision', async () => {
      await kept('raced', banner('start'))
      const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => put('raced', { name: 'raced', content: banner(String(i)) }, '1')))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 412)])
    })

    it('is changed and deleted by those who make pages only', async () => {
      expect(await codeOf(await put('forbidden', { name: 'x', content: banner('x') }, '0', 'operator'))).toBe('403 forbidden')
    })

    it('says which activities have it, and how many instances are behind', async () => {
      const first = await kept('used_1', banner('one'))
      await kept('usedx1', banner('other'))
      const second = await kept('used_1', banner('two'), { revision: '1' })
      const [{ id }, other] = [await newActivity('Uses it'), await newActivity('Uses another')]
      const link = (version: string): Partial<PageNode> => ({ symbol: { id: 'used_1', version } })
      await place(id, text('a', 'a', link(first.version)), text('b', 'b', link(second.version)), text('c', 'the words "used_1"'))
      await place(other.id, text('a', 'a', { symbol: { id: 'usedx1', version: first.version } }))
      const { uses } = await test.read<{ uses: SymbolUse[] }>('/api/symbols/used_1/uses')
      expect(uses).toEqual([{ activity: id, name: 'Uses it', archived: false, instances: 2, behind: 1 }])
    })

    it('is gone with its versions when it is deleted, and leaves pages as they are', async () => {
      const head = await kept('doomed', banner('one'))
      const { id } = await newActivity('Left alone')
      await place(id, text('a', 'a', { symbol: { id: 'doomed', version: head.version } }))
      expect(await codeOf(await test.ask('/api/symbols/doomed', { method: 'DELETE', headers: { 'If-Match': '7' } }))).toBe('412 revision-stale')
      expect((await test.ask('/api/symbols/doomed', { method: 'DELETE', headers: { 'If-Match': '1' } })).status).toBe(204)
      expect((await test.ask(`/api/symbols/doomed/versions/${head.version}`)).status).toBe(404)
      expect((await test.read<PageDocument>(`/api/activities/${id}/page`)).nodes['a']?.symbol?.id).toBe('doomed')
    })

    it('has every change in the audit, by the hashes of what was and is', async () => {
      const first = await kept('audited', banner('one'), { name: 'Audited' })
      const second = await kept('audited', banner('two'), { name: 'Audited', revision: '1' })
      await test.ask('/api/symbols/audited', { method: 'DELETE', headers: { 'If-Match': '2' } })
      const { rows } = await test.read<{ rows: AuditRow[] }>('/api/audit?limit=3')
      expect(rows.reverse().map(({ action, target, before, after, reason }) => [action, target, before, after, reason])).toEqual([
        ['putSymbol', 'symbol/audited', null, first.version, 'Audited'],
        ['putSymbol', 'symbol/audited', first.version, second.version, 'Audited'],
        ['removeSymbol', 'symbol/audited', second.version, null, 'Audited'],
      ])
    })
  })

describe('what cannot be a symbol', () => {
  beforeAll(async () => void (test = await createTestWorld()))
  afterAll(() => test.close())
  const nodes = { a: text('a', 'a'), b: text('b', 'b', { parent: 'a' }) }
  const many = Object.fromEntries(Array.from({ length: maxSymbolNodes + 1 }, (_, i) => [`n${i}`, text(`n${i}`, '', i ? { parent: 'n0' } : {})]))

  it.each([
    ['no root', { root: 'gone', nodes }, '/content/root'],
    ['a root inside something', { root: 'b', nodes }, '/content/root'],
    ['a node that hangs loose', { root: 'a', nodes: { a: nodes.a, b: text('b', 'b', { parent: 'gone' }) } }, '/content/nodes/b/parent'],
    ['a circle', { root: 'a', nodes: { a: nodes.a, b: text('b', '', { parent: 'c' }), c: text('c', '', { parent: 'b' }) } }, '/content/nodes/b/parent'],
    ['a container that takes nothing', { root: 'a', nodes }, '/content/nodes/b/parent'],
    ['a node under another name', { root: 'a', nodes: { a: text('other', '') } }, '/content/nodes/a/id'],
    ['a whole page', { root: 'root', nodes: { root: { ...text('root', ''), type: 'page', props: {} } } }, '/content/nodes/root'],
    ['too many nodes', { root: 'n0', nodes: many }, '/content/nodes'],
  ])('%s is refused with its place', async (_, content, path) => {
    const answer = await put('broken', { name: 'x', content })
    const { code, problems = [] } = (await answer.json()) as ProblemAnswer
    expect([answer.status, code, problems[0]?.path]).toEqual([400, 'bad-input', path])
  })

  it.each([
    ['an empty name', { name: ' ', content: banner('x') }, 'fine'],
    ['an id that no page could name', { name: 'x', content: banner('x') }, '9lives'],
  ])('%s is refused', async (_, body, id) => {
    expect(await codeOf(await put(id, body))).toBe('400 bad-input')
  })

  it('more than a quarter megabyte is refused', async () => {
    const long = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [`n${i}`, text(`n${i}`, 'x'.repeat(10_000), i ? { parent: 'n0' } : { type: 'section' })]),
    )
    expect(await codeOf(await put('heavy', { name: 'x', content: { root: 'n0', nodes: long } }))).toBe('413 too-large')
  })

  it('an unknown widget and hostile words are kept as they are, and run nowhere', async () => {
    const content = { root: 'a', nodes: { a: { ...text('a', '<img src=x onerror=alert(1)>'), type: 'from-the-future', future: { is: 'kept' } } } }
    const head = await kept('foreign', content)
    expect(await contentOf(head)).toEqual(content)
  })

  it('nobody takes away the image that a symbol shows', async () => {
    const id = 'a'.repeat(64)
    const row = { id, name: 'hero', alt: null, type: 'image/png' as const, width: 1, height: 1, bytes: 1, animated: 0, by_member: 'x', time_created: 0 }
    await test.world.store.write(null, async (trx) => void (await trx.insertInto('assets').values(row).execute()))
    await kept('pictured', { root: 'a', nodes: { a: text('a', '', { type: 'image', props: { src: `asset:${id}` } }) } }, { name: 'Hero' })
    const answer = await test.ask(`/api/assets/${id}`, { method: 'DELETE', headers: { 'Accept-Language': 'en' } })
    expect([answer.status, ((await answer.json()) as ProblemAnswer).detail]).toEqual([409, 'Used by the symbols: Hero.'])
  })
})
