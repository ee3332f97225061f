import { spawn } from 'node:child_process'
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { brotliDecompressSync } from 'node:zlib'
import fc from 'fast-check'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Release } from '../../schemas/api/management'
import { verifyAudit } from '../audit/verify'
import { createDraw, drawPage, saveDraw } from '../testing/draw'
import { openFront } from '../testing/front'
import { createTestWorld, type TestWorld } from '../testing/testWorld'

const seed = 20260103
const kills = process.env['FESTOON_LONG'] ? 100 : 25
const root = resolve(import.meta.dirname, '../..')

let folder: string
let id: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'festoon-kill-'))
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  await build({
    configFile: join(root, 'vite.server.config.ts'),
    root,
    logLevel: 'error',
    build: {
      ssr: join(root, 'server/testing/publishTarget.node.ts'),
      outDir: join(folder, 'built'),
      rolldownOptions: { output: { entryFileNames: 'target.js' } },
    },
  })
  const test = await open()
  id = await createDraw(test)
  await publish(test)
  await test.close()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const dataDir = (): string => join(folder, 'data')
/** A server on the data that the killed ones leave behind. */
const open = (): Promise<TestWorld> => createTestWorld({ dataDir: dataDir() })
const publish = (test: TestWorld): Promise<Release> => test.read<Release>(`/api/activities/${id}/releases`, { method: 'POST', body: {} })

interface Published {
  readonly number: number
  readonly title: string
}

/** Lets a process publish until it has acknowledged so many releases, kills it without warning a moment later, and gives those acknowledged by then. */
async function publishAndKill(cycle: number, after: { readonly releases: number; readonly ms: number }): Promise<Published[]> {
  const child = spawn(process.execPath, [join(folder, 'built/target.js'), dataDir(), String(cycle)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const acknowledged: Published[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    const [number, title, end] = line.split(' ')
    // The last line may have been cut short by the kill.
    if (end !== 'ok') continue
    acknowledged.push({ number: Number(number), title: title! })
    if (acknowledged.length === after.releases) setTimeout(() => child.kill('SIGKILL'), after.ms)
  }
  return acknowledged
}

/** What readers are given: the title and the mark of a page that is whole in each encoding. */
async function shown(test: TestWorld): Promise<{ title: string; mark: string }> {
  const front = await openFront(test.world)
  const [plain, br] = await Promise.all(['identity', 'br'].map((encoding) => front.get('/a/new-year', { 'accept-encoding': encoding })))
  await front.close()
  const html = plain!.body.toString()
  expect([plain!.status, html.endsWith('</html>'), brotliDecompressSync(br!.body).equals(plain!.body)]).toEqual([200, true, true])
  return { title: /<title>(.*?)<\/title>/.exec(html)?.[1] ?? '', mark: /name="festoon-release" content="(.*?)"/.exec(html)?.[1] ?? '' }
}

/** Everything that a publish writes is there as a whole: releases without a gap, one of them live, their versions, and one audit row each. */
async function expectWhole(test: TestWorld, last: Published): Promise<void> {
  const { releases } = await test.read<{ releases: Release[] }>(`/api/activities/${id}/releases`)
  const [newest] = releases
  expect(releases.map(({ number }) => number)).toEqual(releases.map((_, i) => releases.length - i))
  expect(releases.map(({ state }) => state)).toEqual(['live', ...releases.slice(1).map(() => 'superseded')])
  expect(releases.filter(({ pageNumber, rulesNumber }) => pageNumber < 1 || rulesNumber < 1)).toEqual([])
  // What was acknowledged is there; of what was not, at most the one release that was under way.
  expect([last.number, last.number + 1]).toContain(newest!.number)
  const { title, mark } = await shown(test)
  expect(mark).toBe(newest!.mark)
  if (newest!.number === last.number) expect(title).toBe(last.title)
  expect((await verifyAudit(test.world.store.db)).brokenAt).toBeNull()
  const recorded = await test.world.store.db.selectFrom('audit').select('after_hash').where('action', '=', 'createRelease').orderBy('seq', 'desc').execute()
  expect(recorded.map(({ after_hash }) => after_hash)).toEqual(releases.map((release) => release.id))
}

it(
  `leaves a whole old or a whole new release when its process is killed while publishing: ${kills} kills, seed ${seed}`,
  { timeout: 40_000 * kills },
  async () => {
    const moments = fc.record({ releases: fc.integer({ min: 1, max: 2 }), ms: fc.integer({ min: 0, max: 150 }) })
    for (const [cycle, after] of fc.sample(moments, { seed, numRuns: kills }).entries()) {
      const acknowledged = await publishAndKill(cycle, after)
      const test = await open()
      await expectWhole(test, acknowledged[acknowledged.length - 1]!)
      await test.close()
    }
    // In between, the next process's first release has shown that publishing works on.
    const test = await open()
    await saveDraw(test, id, { page: drawPage('After all') })
    await publish(test)
    expect((await shown(test)).title).toBe('After all')
    await test.close()
  },
)
