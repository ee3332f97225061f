import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Receipt } from '../../schemas/play'
import { receiptOf } from './receipts'
import { tableRows } from './journal'
import { activity, hasPostgres, newPlace, openStage, rulesOf, type Place } from './testing/stage'

const seed = 20260102
const cycles = process.env['FESTOON_LONG'] ? { sqlite: 100, postgres: 100 } : { sqlite: 20, postgres: 20 }
const stock = 700
let folder: string

// Made once into one file: a process then starts at once, and most of its life is spent drawing. It lies where packages are found.
beforeAll(async () => {
  folder = await mkdtemp(fileURLToPath(new URL('../../node_modules/.kill-', import.meta.url)))
  const ssr = fileURLToPath(new URL('./testing/killTarget.node.ts', import.meta.url))
  await build({ configFile: false, logLevel: 'error', build: { ssr, outDir: folder, rollupOptions: { output: { entryFileNames: 'target.mjs' } } } })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Acknowledged {
  readonly visitor: string
  readonly key: string
  readonly receipt: Receipt
}

/** Lets a process draw until it has acknowledged so many, kills it without warning a moment later, and gives what it had acknowledged by then. */
async function drawAndKill({ dataDir, databaseUrl }: Place, cycle: number, after: { readonly receipts: number; readonly ms: number }): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, [join(folder, 'target.mjs'), dataDir, databaseUrl ?? '', String(cycle)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const acknowledged: Acknowledged[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    // The last line may have been cut short by the kill.
    if (!line.endsWith(' ok')) continue
    acknowledged.push(JSON.parse(line.slice(0, -3)) as Acknowledged)
    if (acknowledged.length === after.receipts) setTimeout(() => child.kill('SIGKILL'), after.ms)
  }
  return acknowledged
}

const noCodes = () => ''

/** What the journal holds of each key. PostgreSQL may still be finishing what the killed process had sent it. */
async function recorded(place: Place): Promise<Map<string, Receipt>> {
  const stage = await openStage(place)
  const rows = await vi.waitFor(async () => {
    const { rows: verified, problems } = await stage.engine.verify(activity)
    const read = await tableRows(stage.store.reader, { activity, realm: 'live' }, { after: 0, limit: 1_000_000 })
    expect([problems, read.length]).toEqual([[], verified])
    return read
  }, 5000)
  await stage.close()
  return new Map(rows.map((row) => [row.key, receiptOf(row, noCodes)]))
}

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe.skipIf(dialect === 'postgres' && !hasPostgres)(
    `a server killed under load, on ${dialect}${dialect === 'postgres' && !hasPostgres ? ' (no server reachable, skipped)' : ''}`,
    () => {
      it(
        `loses and changes no acknowledged receipt, and keeps stock and ledger exact: ${cycles[dialect]} kills, seed ${seed}`,
        { timeout: 40_000 * cycles[dialect] },
        async () => {
          const place = await newPlace(dialect)
          const stage = await openStage(place)
          await stage.release('r1', rulesOf({ stock, perDay: 1_000_000, winPpm: 400_000 }))
          await stage.close()
          const acknowledged: Acknowledged[] = []
          const moments = fc.record({ receipts: fc.integer({ min: 60, max: 300 }), ms: fc.integer({ min: 0, max: 60 }) })
          for (const [cycle, after] of fc.sample(moments, { seed, numRuns: cycles[dialect] }).entries()) {
            acknowledged.push(...(await drawAndKill(place, cycle, after)))
            const rows = await recorded(place)
            const changed = acknowledged.filter(({ key, receipt }) => JSON.stringify(rows.get(key)) !== JSON.stringify(receipt))
            expect(changed).toEqual([])
          }
          expect(acknowledged.length).toBeGreaterThan(60 * cycles[dialect])
          await replaysAll(place, acknowledged)
          await place.remove()
        },
      )
    },
  )
}

async function replaysAll(place: Place, acknowledged: readonly Acknowledged[]): Promise<void> {
  const stage = await openStage(place)
  const sample = acknowledged.filter((_, i) => i % 7 === 0)
  const answers = await Promise.all(sample.map(({ visitor, key }) => stage.act(visitor, 'draw', { key })))
  expect(answers).toEqual(sample.map(({ receipt }) => ({ receipt, replayed: true })))
  const awards = await stage.engine.awards(activity, 'live', { limit: stock * 2 })
  expect(awards.length).toBeLessThanOrEqual(stock)
  await stage.close()
}
