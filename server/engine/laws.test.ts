import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { balanceKey } from '../../schemas/keys'
import type { AwardState } from '../../schemas/play'
import { storedTables, type FoldedTables } from './fold'
import { activity, hasPostgres, newPlace, openStage, rulesOf, told, type Place } from './testing/stage'

const seed = 20260101
type Opened = Awaited<ReturnType<typeof openStage>>

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe.skipIf(dialect === 'postgres' && !hasPostgres)(
    `laws on ${dialect}${dialect === 'postgres' && !hasPostgres ? ' (no server reachable, skipped)' : ''}, seed ${seed}`,
    () => {
      let place: Place
      let stage: Opened

      beforeAll(async () => {
        place = await newPlace(dialect)
        stage = await openStage(place)
      })
      afterAll(async () => {
        await stage?.close()
        await place?.remove()
      })

      let activities = 0
      async function fair(rules = rulesOf()) {
        const own = `${activity}-${++activities}`
        await stage.release(`r${activities}`, rules, { activity: own })
        return {
          own,
          act: (visitor: string, action = 'draw', more: Parameters<Opened['act']>[2] = {}) => stage.act(visitor, action, { activity: own, ...more }),
        }
      }

      it('never gives the last prize twice, nor to nobody: 300 draws at once, 20 rounds', async () => {
        for (let round = 0; round < 20; round++) {
          const { own, act } = await fair(rulesOf({ stock: 1, perDay: 1 }))
          const answers = await Promise.all(Array.from({ length: 300 }, (_, i) => act(`v${i}`)))
          expect(answers.filter((answer) => 'receipt' in answer && answer.receipt.awards.length === 1)).toHaveLength(1)
          expect(await stage.engine.awards(own, 'live', { limit: 10 })).toHaveLength(1)
        }
      })

      // One process owns a SQLite file.
      if (dialect === 'postgres')
        it('never gives the last prize twice when two servers draw at once', async () => {
          const other = await openStage(place)
          for (let round = 0; round < 4; round++) {
            const { own, act } = await fair(rulesOf({ stock: 5, perDay: 1 }))
            const there = (visitor: string, key: string) => other.act(visitor, 'draw', { activity: own, key })
            // Each visitor sends the same key to both servers.
            const answers = await Promise.all(Array.from({ length: 200 }, (_, i) => [act(`v${i}`, 'draw', { key: 'k' }), there(`v${i}`, 'k')]).flat())
            expect(answers.filter((answer) => 'replayed' in answer && !answer.replayed)).toHaveLength(200)
            expect(await stage.engine.awards(own, 'live', { limit: 10 })).toHaveLength(5)
            expect((await stage.engine.verify(own)).problems).toEqual([])
          }
          await other.close()
        })

      it('spends one chance for one key, sent 3 times each, 1,000 keys', async () => {
        const { own, act } = await fair(rulesOf({ stock: null, perDay: 1_000 }))
        const keys = Array.from({ length: 1000 }, (_, i) => `key-${i}`)
        const answers = await Promise.all([...keys, ...keys, ...keys].map((key) => act('mia', 'draw', { key })))
        const receipts = new Set(answers.map((answer) => ('receipt' in answer ? answer.receipt.id : 'none')))
        expect(receipts.size).toBe(1000)
        expect(await stage.engine.mine(own, 'live', 'mia')).toMatchObject({ plays: { draw: { points: 1000, entries: 1000 } } })
      })

      it('holds a limit of 3 a day against 40 tabs', async () => {
        const { act } = await fair(rulesOf({ stock: null, perDay: 3 }))
        const answers = await Promise.all(Array.from({ length: 40 }, () => act('mia')))
        expect(answers.filter((answer) => 'receipt' in answer)).toHaveLength(3)
        expect(new Set(answers.filter((answer) => 'refused' in answer).map(told))).toEqual(new Set(['no-chance-left']))
      })

      it('gives 200 codes to 200 of 260 winners, each once', async () => {
        const { own, act } = await fair(rulesOf({ stock: null, codePool: 'coupons' }))
        await stage.engine.addCodes(
          own,
          'coupons',
          Array.from({ length: 200 }, (_, i) => `C${i}`),
        )
        const answers = await Promise.all(Array.from({ length: 260 }, (_, i) => act(`v${i}`)))
        const codes = answers.flatMap((answer) => ('receipt' in answer ? answer.receipt.awards.map(({ code }) => code) : []))
        expect(new Set(codes).size).toBe(200)
        expect(codes).toHaveLength(200)
      })

      it('keeps balances equal to their entries, and every table equal to the journal, whatever is done', async () => {
        const { own, act } = await fair(rulesOf({ stock: 40, perDay: 9, winPpm: 300_000, codePool: 'coupons' }))
        await stage.engine.addCodes(
          own,
          'coupons',
          Array.from({ length: 25 }, (_, i) => `C${i}`),
        )
        const doing = fc.record({
          visitor: fc.integer({ min: 0, max: 20 }),
          action: fc.constantFrom('draw', 'draw', 'add', 'once'),
          by: fc.integer({ min: -50, max: 90 }),
          key: fc.integer({ min: 0, max: 30 }),
        })
        const rounds = fc.sample(fc.array(doing, { minLength: 40, maxLength: 90 }), { seed, numRuns: 12 })
        for (const round of rounds) {
          await Promise.all(
            round.map(({ visitor, action, by, key }) => act(`v${visitor}`, action, { key: `${action}-${key}`, input: action === 'add' ? { by } : {} })),
          )
          await moveSome(
            own,
            round.map(({ by }) => by),
          )
          stage.clock.at += 3_600_000
        }
        expect(await stage.engine.verify(own)).toMatchObject({ problems: [] })
        const tables = await storedTables(stage.store.reader, { activity: own, realm: 'live' })
        for (let i = 0; i <= 20; i++) {
          const balance = tables.counters.find(([key]) => key === balanceKey('draw', `v${i}`))?.[1] ?? 0
          expect(tables.facts.filter(([key]) => String(key).startsWith(`draw/entry/v${i}/`))).toHaveLength(Number(balance))
        }
        await stage.engine.rebuild(own)
        expect(inOrder(await storedTables(stage.store.reader, { activity: own, realm: 'live' }))).toEqual(inOrder(tables))
      })

      const states: readonly AwardState[] = ['held', 'claiming', 'fulfilling', 'fulfilled', 'forfeited', 'revoked']

      /** Moves awards to states as they come, backward ones (which are refused) among them. */
      async function moveSome(own: string, numbers: readonly number[]): Promise<void> {
        const awards = await stage.engine.awards(own, 'live', { limit: 5 })
        for (const [i, { id }] of awards.entries()) {
          const state = states[Math.abs(numbers[i]!) % states.length]!
          await stage.store.write(own, (trx) => stage.engine.moveAward(trx, own, { award: id, state, reason: '', by: 'tester' }))
        }
      }

      it('finds what was tampered with', async () => {
        const { own, act } = await fair(rulesOf({ stock: null }))
        for (let i = 0; i < 5; i++) await act(`v${i}`)
        const tamper = (change: string) => stage.store.lane(own, (session) => session.all(`${change} where activity = ? and realm = 'live'`, own))
        await tamper('update counters set value = value + 1')
        expect((await stage.engine.verify(own)).problems).toContainEqual({ seq: null, text: 'The table of counters lacks ["prize/gift/awarded",5].' })
        await stage.engine.rebuild(own)
        expect((await stage.engine.verify(own)).problems).toEqual([])
        await stage.store.lane(own, (session) => session.all('update journal set result = \'{"won":null}\' where activity = ? and seq = 3', own))
        expect((await stage.engine.verify(own)).problems).toEqual([
          { seq: 3, text: 'It was changed after it was written.' },
          { seq: 3, text: 'Decided again, its result is {"won":"gift"}, not {"won":null}.' },
        ])
        await expect(stage.engine.rebuild(own)).rejects.toThrow('row 3')
      })

      it('places members as a plain sort does: higher score, then earlier reached', async () => {
        const { own, act } = await fair()
        const scores = fc.sample(
          fc.tuple(
            fc.integer({ min: 0, max: 120 }),
            fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 2 ** 38, max: 2 ** 40 })),
          ),
          { seed, numRuns: 500 },
        )
        const standings = new Map<string, { score: number; reached: number }>()
        const answers = await Promise.all(scores.map(([member, by]) => act(`m${member}`, 'set', { by: 'backend', input: { by } })))
        for (const [i, answer] of answers.entries()) {
          const [member, score] = scores[i]!
          if ('receipt' in answer && standings.get(`m${member}`)?.score !== score) standings.set(`m${member}`, { score, reached: answer.receipt.seq })
        }
        const sorted = [...standings].sort(([, a], [, b]) => b.score - a.score || a.reached - b.reached)
        const state = await stage.engine.publicState(own, 'live')
        expect(state?.plays['game']?.shown).toMatchObject({ size: sorted.length, top: sorted.map(([, { score }], i) => ({ place: i + 1, score })) })
        for (const [i, [member]] of sorted.entries()) expect((await stage.engine.mine(own, 'live', member)).plays['game']).toBe(i + 1)
      })
    },
  )
}

function inOrder(tables: FoldedTables): { [name: string]: string[] } {
  return Object.fromEntries(
    Object.entries(tables).map(([name, rows]: [string, FoldedTables['facts']]) => [name, rows.map((cells) => JSON.stringify(cells)).sort()]),
  )
}
