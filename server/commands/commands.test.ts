import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createDraw, drawPage, drawRules, saveDraw } from '../testing/draw'
import { createTestWorld, type TestWorld } from '../testing/testWorld'
import { createVisitor } from '../testing/visitor'
import { backup, restore } from './backup'
import { refuseSurplus, UsageError, type Command, type Shell } from './command'
import { exportActivity } from './exportActivity'
import { importActivity } from './importActivity'
import { journal, rebuild } from './journal'
import { publish } from './publish'
import { rollback } from './rollback'
import { seed } from './seed'

let test: TestWorld
let folder: string

beforeEach(async () => {
  test = await createTestWorld()
  folder = await mkdtemp(join(tmpdir(), 'festoon-commands-'))
})
afterEach(async () => {
  delete process.env['FESTOON_DATA']
  await test.close()
  await rm(folder, { recursive: true, force: true })
})

/** Runs a command on the test's own data. Gives its exit code and what it printed. */
async function run(command: Command, words: readonly string[] = [], options: Shell['options'] = {}): Promise<{ code: number; printed: string }> {
  const lines: string[] = []
  const code = await command.run({ words, options, print: (line) => void lines.push(line), open: async () => test.world })
  return { code, printed: lines.join('\n') }
}

const draft = (id: string, of: string): Promise<unknown> => test.read(`/api/activities/${id}/${of}`)

it('seeds a demo activity once', { timeout: 90_000 }, async () => {
  await run(seed)
  expect((await run(seed)).code).toBe(0)
  const { activities } = await test.read<{ activities: { id: string; slug: string; state: string }[] }>('/api/activities')
  expect(activities.map(({ slug, state }) => `${slug} ${state}`)).toEqual(['new-year live'])
  const demo = `/api/activities/${activities[0]!.id}`
  expect((await test.read<{ releases: unknown[] }>(`${demo}/releases`)).releases).toHaveLength(1)
  await test.read(`${demo}/offline`, { method: 'POST', body: { reason: 'over' } })
  expect((await run(seed)).printed).toMatch(/is offline now/)
  await test.ask(demo, { method: 'DELETE' })
  expect((await run(seed)).printed).toMatch(/is archived now/)
})

it('imports what it exported: all three documents are equal', async () => {
  const id = await createDraw(test, { slug: 'spring' })
  const file = join(folder, 'spring.json')
  await run(exportActivity, ['spring'], { out: file })
  const { printed } = await run(importActivity, [file])
  const [copy, slug] = printed.split(' ')
  expect(slug).not.toBe('spring')
  for (const of of ['page', 'rules', 'plan']) expect(await draft(copy!, of)).toEqual(await draft(id, of))
})

it('imports one document by itself, and refuses files that are nothing of the kind', async () => {
  await writeFile(join(folder, 'rules.json'), JSON.stringify(drawRules({ stock: 7 })))
  const { printed } = await run(importActivity, [join(folder, 'rules.json')], { name: 'Seven', slug: 'seven' })
  expect(await draft(printed.split(' ')[0]!, 'rules')).toEqual(drawRules({ stock: 7 }))
  for (const [name, text] of [
    ['list.json', '[]'],
    ['broken.json', '{"nodes":'],
    ['other.json', '{"a":1}'],
  ] as const) {
    await writeFile(join(folder, name), text)
    await expect(run(importActivity, [join(folder, name)])).rejects.toThrow(UsageError)
  }
  await expect(run(importActivity, [join(folder, 'none.json')])).rejects.toThrow(/Cannot read/)
})

it('takes no name, address, note or reason that the API would refuse, from options or from a file', async () => {
  await createDraw(test, { slug: 'spring' })
  const file = join(folder, 'spring.json')
  await run(exportActivity, ['spring'], { out: file })
  const refused = async (command: Command, words: readonly string[], options: Shell['options'] = {}): Promise<void> =>
    expect(run(command, words, options)).rejects.toMatchObject({ code: 'bad-input' })
  await refused(importActivity, [file], { slug: 'Bad Slug' })
  await refused(importActivity, [file], { name: ' ' })
  await refused(publish, ['spring'], { note: 'x'.repeat(501) })
  await refused(publish, ['spring'], { 'override-adverse': 'no' })
  await writeFile(file, JSON.stringify({ ...(JSON.parse(await readFile(file, 'utf8')) as object), slug: '../up' }))
  await refused(importActivity, [file])
  await run(publish, ['spring'])
  await refused(rollback, ['spring'], { to: '1', reason: ' ' })
})

it('publishes nothing of an activity that was put away, and still exports it', async () => {
  const id = await createDraw(test, { slug: 'spring' })
  await run(publish, ['spring'])
  await test.read(`/api/activities/${id}/offline`, { method: 'POST' })
  await test.ask(`/api/activities/${id}`, { method: 'DELETE' })
  await expect(run(publish, ['spring'])).rejects.toThrow('was put away')
  await expect(run(rollback, ['spring'], { to: '1' })).rejects.toThrow('was put away')
  expect((await run(exportActivity, ['spring'])).code).toBe(0)
})

it('does nothing by halves: words that no command knows what to do with are refused', () => {
  expect(() => refuseSurplus(publish, ['spring', 'summer'])).toThrow('"summer" is too much.')
  expect(() => refuseSurplus(seed, ['again'])).toThrow(UsageError)
  for (const [command, words] of [
    [journal, ['verify', 'spring']],
    [rebuild, ['spring']],
    [restore, ['file']],
  ] as const)
    expect(() => refuseSurplus(command, words)).not.toThrow()
})

it('says where it cannot write', async () => {
  await createDraw(test, { slug: 'spring' })
  await run(publish, ['spring'])
  const file = join(folder, 'a file')
  await writeFile(file, '')
  await expect(run(exportActivity, ['spring'], { out: join(folder, 'none', 'x.json') })).rejects.toThrow(UsageError)
  await expect(run(exportActivity, ['spring'], { files: join(file, 'below') })).rejects.toThrow(UsageError)
})

it('publishes, rolls back by number, and writes the live page as plain files', async () => {
  const id = await createDraw(test, { slug: 'spring', title: 'First' })
  await run(publish, ['spring'], { note: 'one' })
  await saveDraw(test, id, { page: drawPage('Second') })
  await run(publish, [id])
  expect((await run(rollback, ['spring'], { to: '1' })).printed).toContain('page of release 1')
  await run(exportActivity, ['spring'], { files: join(folder, 'out') })
  expect(await readFile(join(folder, 'out/index.html'), 'utf8')).toContain('<title>First</title>')
  expect(await readdir(join(folder, 'out'))).toEqual(expect.arrayContaining(['index.html.br', 'index.html.gz', 'manifest.json', 'page.en.html']))
  await expect(run(rollback, ['spring'], { to: '9' })).rejects.toThrow('Known: 3, 2, 1.')
  await expect(run(publish, ['summer'])).rejects.toThrow('Known: spring.')
})

it('finds a journal whole, and says where it was altered', async () => {
  await createDraw(test)
  await run(publish, ['new-year'])
  const mia = await createVisitor(test, 'new-year')
  for (let i = 0; i < 3; i++) await mia.act('draw', 'draw')
  expect(await run(journal, ['verify'])).toMatchObject({ code: 0, printed: expect.stringContaining('new-year: 3 rows, 3 decided again, whole') })
  expect((await run(rebuild, ['new-year'])).printed).toContain('3 rows')
  await test.world.store.write(null, (trx) => trx.updateTable('journal').set({ result: '{"prize":"car"}' }).where('seq', '=', 2).execute())
  expect(await run(journal, ['verify', 'new-year'])).toMatchObject({ code: 1, printed: expect.stringContaining('row 2') })
})

it('backs everything up into one file while in use, and restores it elsewhere', async () => {
  const id = await createDraw(test)
  await run(publish, ['new-year'])
  const mia = await createVisitor(test, 'new-year')
  await mia.act('draw', 'draw')
  const file = join(folder, 'all.backup')
  process.env['FESTOON_DATA'] = test.world.config.dataDir
  expect((await run(backup, [file])).code).toBe(0)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  await expect(run(restore, [file])).rejects.toThrow(/holds data already/)
  const before = await draft(id, 'page')
  process.env['FESTOON_DATA'] = join(folder, 'elsewhere')
  await chmod(file, 0o444)
  await run(restore, [file])
  expect((await stat(join(folder, 'elsewhere', 'festoon.db'))).mode & 0o200).toBe(0o200)
  const restored = await createTestWorld({ dataDir: join(folder, 'elsewhere') })
  try {
    expect(await restored.read(`/api/activities/${id}/page`)).toEqual(before)
    expect((await restored.read<{ awards: unknown[] }>(`/api/activities/${id}/awards`)).awards).toHaveLength(1)
    const page = (await restored.world.store.db.selectFrom('builds').select('build').executeTakeFirstOrThrow()).build
    const { hash } = Object.values((JSON.parse(page) as { pages: { [variant: string]: { hash: string } } }).pages)[0]!
    expect(await restored.world.files.get(`pages/${hash.slice(0, 2)}/${hash}.html`)).not.toBeNull()
  } finally {
    await restored.close()
  }
})

it('restores nothing at all of a file that is damaged, cut short, or no backup', async () => {
  await createDraw(test)
  await run(publish, ['new-year'])
  const file = join(folder, 'all.backup')
  process.env['FESTOON_DATA'] = test.world.config.dataDir
  await run(backup, [file])
  const sound = await readFile(file)
  const page = 4096
  const damaged = Buffer.from(sound)
  for (let at = page; at < sound.length; at += 7 * page) damaged.fill(0xa5, at, at + 64)
  const elsewhere = join(folder, 'elsewhere')
  process.env['FESTOON_DATA'] = elsewhere
  for (const bytes of [damaged, sound.subarray(0, Math.floor(sound.length / page / 2) * page), Buffer.from('not a database'), Buffer.alloc(0)]) {
    await writeFile(file, bytes)
    await expect(run(restore, [file])).rejects.toThrow(UsageError)
    expect(await readdir(elsewhere)).toEqual([])
  }
  await writeFile(file, sound)
  await run(restore, [file])
  expect((await readdir(elsewhere)).toSorted()).toEqual(['festoon.db', 'files'])
})
