import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { canonicalJson, hashOf } from '../../../schemas/canonical'
import type { Json, PlayKind } from '../../../schemas/play'
import type { RulesDocument } from '../../../schemas/rules'
import { openStore } from '../../store/openStore'
import type { Store } from '../../store/store'
import type { Clock, Log } from '../../world'
import { createEngine, type Answer, type Engine, type Wish } from '../engine'
import { testKinds } from './kinds'

export const start = Date.parse('2026-01-01T00:00:00+08:00')

/** Rules over January 2026 in Shanghai: a raffle `draw` for `gift`, and an arcade `game`. */
export function rulesOf(raffle: { stock?: number | null; perDay?: number; winPpm?: number; codePool?: string; endsAt?: string } = {}): RulesDocument {
  const { stock = 1, perDay = 3, winPpm = 1_000_000, codePool, endsAt = '2026-02-01T00:00:00+08:00' } = raffle
  return {
    format: 1,
    schedule: { timeZone: 'Asia/Shanghai', dayCutoffHour: 0, startsAt: '2026-01-01T00:00:00+08:00', endsAt, phases: [] },
    prizes: { gift: { title: 'Gift', type: 'physical', stock, ...(codePool === undefined ? {} : { codePool }) } },
    // The kind's own fields are beyond what every play shares.
    plays: { draw: { kind: 'raffle', title: 'Draw', prize: 'gift', perDay, winPpm } as never, game: { kind: 'arcade', title: 'Game' } },
  }
}

export interface Place {
  readonly dataDir: string
  readonly databaseUrl: string | null
  remove(): Promise<void>
}

async function sqlitePlace(): Promise<Place> {
  const dataDir = await mkdtemp(join(tmpdir(), 'festoon-'))
  return { dataDir, databaseUrl: null, remove: () => rm(dataDir, { recursive: true, force: true }) }
}

const server = process.env['FESTOON_TEST_POSTGRES'] ?? 'postgres://root@127.0.0.1:5432/postgres'

async function onServer<T>(fn: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server, connectionTimeoutMillis: 2000 })
  await client.connect()
  try {
    return await fn(client)
  } finally {
    await client.end()
  }
}

async function postgresPlace(): Promise<Place> {
  const name = `festoon_${randomBytes(6).toString('hex')}`
  await onServer((client) => client.query(`create database ${name}`))
  const databaseUrl = Object.assign(new URL(server), { pathname: `/${name}` }).href
  return { dataDir: '', databaseUrl, remove: () => onServer(async (client) => void (await client.query(`drop database if exists ${name} with (force)`))) }
}

export const hasPostgres = await onServer(async () => true).catch(() => false)

/** A fresh, empty place for a store. */
export function newPlace(dialect: Store['dialect']): Promise<Place> {
  return dialect === 'sqlite' ? sqlitePlace() : postgresPlace()
}

export interface Stage {
  readonly store: Store
  readonly engine: Engine
  readonly clock: { at: number }
  /** Puts rules in force under a new release of this name. */
  release(name: string, rules: RulesDocument, more?: { activity?: string; offline?: boolean }): Promise<void>
  act(visitor: string, action?: string, more?: Partial<Wish>): Promise<Answer>
}

export const activity = 'fair'
const silent: Log = { info: () => {}, warn: () => {}, error: () => {} }

export interface StageOptions {
  readonly kinds?: { readonly [kind: string]: PlayKind }
  readonly maxBatch?: number
  readonly maxQueue?: number
}

/** An engine over a store, with a clock to turn by hand. */
export async function openStage(
  { dataDir, databaseUrl }: Place,
  { kinds = testKinds, ...limits }: StageOptions = {},
): Promise<Stage & { close(): Promise<void> }> {
  const store = await openStore({ dataDir, databaseUrl })
  const clock = { at: start + 1000 }
  const engine = createEngine({
    store,
    clock: { now: () => clock.at } satisfies Clock,
    dice: { bytes: (n) => randomBytes(n) },
    kinds,
    log: silent,
    limits,
    codeKey: async () => Buffer.alloc(32, 7),
  })
  let keys = 0
  return {
    store,
    engine,
    clock,
    release: (name, rules, more = {}) => release({ store, engine, clock }, name, rules, more),
    act: (visitor, action = 'draw', more = {}) =>
      engine.act({
        activity,
        realm: 'live',
        play: action === 'draw' ? 'draw' : 'game',
        action,
        visitor,
        key: `k${++keys}`,
        input: {},
        release: null,
        by: 'visitor',
        ...more,
      }),
    async close() {
      await engine.close()
      await store.close()
    },
  }
}

async function release(
  { store, engine, clock }: Pick<Stage, 'store' | 'engine' | 'clock'>,
  name: string,
  rules: RulesDocument,
  more: { activity?: string; offline?: boolean },
): Promise<void> {
  const id = more.activity ?? activity
  const hash = await hashOf(rules)
  await store.write(id, async (trx) => {
    const { n } = await trx
      .selectFrom('releases')
      .select((e) => e.fn.countAll<number>().as('n'))
      .where('activity', '=', id)
      .executeTakeFirstOrThrow()
    const common = { activity: id, note: '', by_member: 'tester', time_created: clock.at, number: n + 1 }
    await trx
      .insertInto('versions')
      .values({ ...common, of: 'rules', hash, document: canonicalJson(rules) })
      .onConflict((c) => c.columns(['activity', 'of', 'hash']).doNothing())
      .execute()
    await trx
      .insertInto('releases')
      .values({ ...common, id: name, kind: 'normal', state: 'live', page_hash: '', rules_hash: hash, starts_at: clock.at, rollout: null })
      .onConflict((c) => c.column('id').doNothing())
      .execute()
    await engine.putInForce(trx, { activity: id, release: name, rulesHash: hash, offline: more.offline ?? false })
  })
}

/** What an answer comes to in a word: the result, or the refusal's code. */
export function told(answer: Answer): Json {
  return 'refused' in answer ? answer.refused.refusal : answer.receipt.result
}
