import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Receipt } from '../../schemas/play'
import { activity, hasPostgres, newPlace, openStage, rulesOf, type Place } from './testing/stage'

const callers = 48
const cuts = 6
const stock = 400

describe.skipIf(!hasPostgres)(`an engine whose connections to PostgreSQL are cut under load${hasPostgres ? '' : ' (no server reachable, skipped)'}`, () => {
  let place: Place
  let stage: Awaited<ReturnType<typeof openStage>>
  beforeAll(async () => {
    place = await newPlace('postgres')
    stage = await openStage(place)
    await stage.release('r1', rulesOf({ stock, perDay: 1_000_000, winPpm: 400_000 }))
  })
  afterAll(async () => {
    await stage?.close()
    await place?.remove()
  })

  const everyOther = 'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()'
  const pause = (ms: number): Promise<void> => new Promise((go) => setTimeout(go, ms))

  /** Draws of one visitor after another until told to stop, each key sent again until it is heard. */
  function drawUntil(stopped: () => boolean) {
    const seen = { acknowledged: new Map<string, Receipt>(), busy: 0 }
    async function drawn(visitor: string, key: string): Promise<void> {
      const answer = await stage.act(visitor, 'draw', { key })
      if ('receipt' in answer) seen.acknowledged.set(key, answer.receipt)
      else if (answer.refused.refusal === 'busy') {
        seen.busy++
        return drawn(visitor, key)
      }
    }
    async function caller(visitor: string): Promise<void> {
      for (let i = 0; !stopped(); i++) await drawn(visitor, `${visitor}-${i}`)
    }
    return { seen, ended: Promise.all(Array.from({ length: callers }, (_, i) => caller(`v${i}`))) }
  }

  it(`loses no acknowledged draw, gives each key one result however often it is sent again, and goes on: ${cuts} cuts`, async () => {
    let stopped = false
    const { seen, ended } = drawUntil(() => stopped)
    for (let i = 0; i < cuts; i++) {
      await pause(150)
      await stage.store.reader.all(everyOther)
    }
    const before = seen.acknowledged.size
    await pause(150)
    stopped = true
    await ended

    expect(seen.busy).toBeGreaterThan(0)
    expect(seen.acknowledged.size).toBeGreaterThan(before)
    const again = await Promise.all([...seen.acknowledged].map(([key]) => stage.act(key.split('-')[0]!, 'draw', { key })))
    expect(again).toEqual([...seen.acknowledged.values()].map((receipt) => ({ receipt, replayed: true })))
    expect((await stage.engine.verify(activity)).problems).toEqual([])
    const won = [...seen.acknowledged.values()].flatMap(({ awards }) => awards)
    expect(won.length).toBeLessThanOrEqual(stock)
    expect(await stage.engine.awards(activity, 'live', { limit: stock * 2 })).toHaveLength(won.length)
  })
})
