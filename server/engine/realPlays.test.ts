import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { balanceKey, entriesPrefix } from '../../schemas/keys'
import type { RulesDocument } from '../../schemas/rules'
import type { Entry } from '../../widgets/points/ledger'
import { playKinds } from '../../widgets/rules'
import { newYearRules } from '../templates/new-year/rules'
import { storedTables } from './fold'
import { hasPostgres, newPlace, openStage, start, told, type Place } from './testing/stage'

const seed = 20260103
const day = 86_400_000
type Opened = Awaited<ReturnType<typeof openStage>>

/** The New-Year rules with their wheel changed. */
function withWheel(change: (wheel: { [key: string]: unknown }) => object): RulesDocument {
  const rules = newYearRules(start)
  return { ...rules, plays: { ...rules.plays, 'new-year-draw': change({ ...rules.plays['new-year-draw'] }) as never } }
}

/** A form of 8 places, and a vote, as they begin. */
function contestRules(): RulesDocument {
  const form = { ...playKinds['form']!.defaults, limit: 8 }
  return { ...newYearRules(start), plays: { form, vote: playKinds['vote']!.defaults } }
}

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe.skipIf(dialect === 'postgres' && !hasPostgres)(
    `the product's own plays on ${dialect}${dialect === 'postgres' && !hasPostgres ? ' (no server reachable, skipped)' : ''}`,
    () => {
      let place: Place
      let stage: Opened

      beforeAll(async () => {
        place = await newPlace(dialect)
        stage = await openStage(place, { kinds: playKinds })
      })
      afterAll(async () => {
        await stage?.close()
        await place?.remove()
      })

      const act = (own: string, visitor: string, play: string, action: string, more: object = {}) =>
        stage.act(visitor, action, { activity: own, play, ...more })

      it('gives 5 earbuds to 5 of 300 who all draw at once and could all win', async () => {
        await stage.release(
          'all-win',
          withWheel((wheel) => ({ ...wheel, slots: [{ id: 'first', prize: 'earbuds', weightPpm: 1_000_000 }] })),
          { activity: 'all-win' },
        )
        const answers = await Promise.all(Array.from({ length: 300 }, (_, i) => act('all-win', `v${i}`, 'new-year-draw', 'draw')))
        expect(answers.filter((answer) => 'receipt' in answer && answer.receipt.awards.length > 0)).toHaveLength(5)
        expect(answers.filter((answer) => 'refused' in answer).map(told)).toEqual([])
        expect((await stage.engine.verify('all-win')).problems).toEqual([])
      })

      it(`keeps every table equal to the journal over nine days of draws and check-ins, seed ${seed}`, async () => {
        await stage.release('nine-days', newYearRules(start), { activity: 'nine-days' })
        const doing = fc.record({ visitor: fc.integer({ min: 0, max: 12 }), what: fc.constantFrom('draw', 'check-in', 'check-in', 'make-up') })
        for (const [today, round] of fc.sample(fc.array(doing, { minLength: 40, maxLength: 70 }), { seed, numRuns: 9 }).entries()) {
          stage.clock.at = start + today * day + 1000
          const yesterday = new Date(stage.clock.at - day + 8 * 3_600_000).toISOString().slice(0, 10)
          await Promise.all(
            round.map(({ visitor, what }) => {
              const name = `v${visitor}`
              if (what === 'draw') return act('nine-days', name, 'new-year-draw', 'draw')
              return act('nine-days', name, 'check-in', what, what === 'make-up' ? { input: { day: yesterday } } : {})
            }),
          )
        }
        const { rows, problems } = await stage.engine.verify('nine-days')
        expect(problems).toEqual([])
        expect(rows).toBeGreaterThan(100)
        const before = await stage.engine.publicState('nine-days', 'live')
        expect(await stage.engine.rebuild('nine-days')).toBe(rows)
        expect(await stage.engine.publicState('nine-days', 'live')).toEqual(before)
        for (const { balance, entries } of await accounts()) expect(balance).toBe(entries)
      })

      it(`keeps every table equal to the journal over three days of forms and votes, each key once, seed ${seed}`, async () => {
        await stage.release('contest', contestRules(), { activity: 'contest' })
        const doing = fc.record({
          visitor: fc.integer({ min: 0, max: 9 }),
          candidate: fc.constantFrom('no-1', 'no-2', 'no-3', 'none'),
          what: fc.constantFrom('vote', 'vote', 'submit'),
        })
        let accepted = 0
        for (const [today, round] of fc.sample(fc.array(doing, { minLength: 30, maxLength: 50 }), { seed, numRuns: 3 }).entries()) {
          stage.clock.at = start + today * day + 1000
          const sent = round.flatMap(({ visitor, candidate, what }, i) => {
            const input = what === 'vote' ? { candidate } : { answers: { name: ['Mia'], phone: ['13800000000'], consent: ['yes'] } }
            const once = () => act('contest', `v${visitor}`, what === 'vote' ? 'vote' : 'form', what, { input, key: `${today}-${i}` })
            // Each wish is sent twice at once, under one key.
            return [once(), once()]
          })
          for (const answer of await Promise.all(sent)) if ('receipt' in answer && !answer.replayed) accepted++
        }
        const { rows, problems } = await stage.engine.verify('contest')
        expect([rows, problems]).toEqual([accepted, []])
        const before = await stage.engine.publicState('contest', 'live')
        expect(await stage.engine.rebuild('contest')).toBe(rows)
        const after = await stage.engine.publicState('contest', 'live')
        expect(after).toEqual(before)
        const { total } = after!.plays['vote']!.shown as { total: number }
        const { left } = after!.plays['form']!.shown as { left: number }
        expect(total + (8 - left)).toBe(accepted)
        expect(left).toBeGreaterThanOrEqual(0)
      })

      /** Points by visitor: what the balances say, and what the entries add up to. */
      async function accounts() {
        const tables = await storedTables(stage.store.reader, { activity: 'nine-days', realm: 'live' })
        const entries = tables.facts.filter(([key]) => String(key).startsWith('points/entry/'))
        return Array.from({ length: 13 }, (_, i) => ({
          balance: Number(tables.counters.find(([key]) => key === balanceKey('points', `v${i}`))?.[1] ?? 0),
          entries: entries
            .filter(([key]) => String(key).startsWith(entriesPrefix('points', `v${i}`)))
            .reduce((sum, [, value]) => sum + (JSON.parse(String(value)) as Entry).delta, 0),
        }))
      }
    },
  )
}
