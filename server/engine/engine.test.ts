import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashOf } from '../../schemas/canonical'
import { activity, hasPostgres, newPlace, openStage, rulesOf, start, told, type Place } from './testing/stage'

type Opened = Awaited<ReturnType<typeof openStage>>

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe.skipIf(dialect === 'postgres' && !hasPostgres)(
    `the engine on ${dialect}${dialect === 'postgres' && !hasPostgres ? ' (no server reachable, skipped)' : ''}`,
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

      /** Every test plays in an activity of its own. */
      let activities = 0
      async function fair(rules = rulesOf(), release = `r${++activities}`) {
        const own = `${activity}-${++activities}`
        await stage.release(release, rules, { activity: own })
        const act = (visitor: string, action = 'draw', more: Parameters<Opened['act']>[2] = {}) => stage.act(visitor, action, { activity: own, ...more })
        return { own, release, act }
      }

      it('answers an act with a receipt that names what it was decided under', async () => {
        const { act, release } = await fair()
        const answer = await act('mia')
        expect(answer).toMatchObject({
          replayed: false,
          receipt: { seq: 1, play: 'draw', action: 'draw', dayKey: '2026-01-01', release, rulesVersion: await hashOf(rulesOf()), result: { won: 'gift' } },
        })
      })

      it('gives a repeated key its first receipt and spends one chance', async () => {
        const { act, own } = await fair()
        const first = await act('mia', 'draw', { key: 'same' })
        const again = await act('mia', 'draw', { key: 'same' })
        expect(again).toEqual({ ...first, replayed: true })
        expect(await stage.engine.journal(own, 'live', { after: 0, limit: 10 })).toHaveLength(1)
      })

      it('gives a key repeated inside one batch one receipt', async () => {
        const { act, own } = await fair()
        const answers = await Promise.all(Array.from({ length: 40 }, () => act('mia', 'draw', { key: 'same' })))
        expect(new Set(answers.map((answer) => JSON.stringify('receipt' in answer && answer.receipt))).size).toBe(1)
        expect(answers.filter((answer) => 'replayed' in answer && !answer.replayed)).toHaveLength(1)
        expect(await stage.engine.journal(own, 'live', { after: 0, limit: 10 })).toHaveLength(1)
      })

      it('refuses a key that comes back with another wish, in the same batch too', async () => {
        const { act } = await fair()
        const [, other] = await Promise.all([act('mia', 'add', { key: 'same', input: { by: 1 } }), act('mia', 'add', { key: 'same', input: { by: 2 } })])
        expect(told(other!)).toBe('key-reused')
        expect(told(await act('mia', 'draw', { key: 'same' }))).toBe('key-reused')
      })

      it('lets two visitors use the same key', async () => {
        const { act } = await fair()
        expect(told(await act('mia', 'once', { key: 'same' }))).toBe('done')
        expect(told(await act('ben', 'once', { key: 'same' }))).toBe('done')
      })

      it('shows only as many of the last facts as a view asks for, in order', async () => {
        const { act, own } = await fair(rulesOf({ perDay: 5, stock: null }))
        for (let i = 0; i < 5; i++) await act('mia')
        expect((await stage.engine.mine(own, 'live', 'mia')).plays['draw']).toEqual({ points: 5, entries: 5, last: [3, 4] })
      })

      it('refuses a 4th draw of a day and admits it on the next', async () => {
        const { act } = await fair()
        const answers = await Promise.all(Array.from({ length: 4 }, () => act('mia')))
        expect(answers.map(told).filter((word) => word === 'no-chance-left')).toHaveLength(1)
        stage.clock.at += 86_400_000
        expect(told(await act('mia'))).toEqual({ won: null })
        stage.clock.at -= 86_400_000
      })

      it('never lets time go back, so a clock moved back gives no second chance', async () => {
        const { act } = await fair(rulesOf({ perDay: 1 }))
        stage.clock.at += 86_400_000
        await act('mia')
        stage.clock.at -= 86_400_000
        const answer = await act('ben')
        expect(answer).toMatchObject({ receipt: { dayKey: '2026-01-02', at: start + 86_401_000 } })
        expect(told(await act('mia'))).toBe('no-chance-left')
      })

      it('refuses a fact that exists though the kind did not name it among its reads', async () => {
        const { act } = await fair()
        expect(told(await act('mia', 'once'))).toBe('done')
        const answers = await Promise.all([act('ben', 'once'), act('mia', 'once'), act('ben', 'once'), act('eve', 'once')])
        expect(answers.map(told)).toEqual(['done', 'already-done', 'already-done', 'done'])
      })

      it('answers a bug of a kind with an error, and the rest of its batch with receipts', async () => {
        const { act } = await fair()
        const answers = await Promise.allSettled([act('mia', 'once'), act('mia', 'boom'), act('mia', 'poison'), act('ben', 'once')])
        expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
      })

      it.each([
        ['unknown-play', 'draw', { play: 'nothing' }],
        ['unknown-play', 'draw', { play: 'constructor' }],
        ['unknown-action', 'fly', {}],
        ['unknown-action', 'toString', {}],
        ['forbidden', 'set', { input: { by: 1 } }],
        ['forbidden', 'add', { by: 'backend', input: { by: 1 } }],
        ['bad-input', 'add', { input: { by: 'many' } }],
        ['bad-input', 'once', { input: { text: '\0' } }],
        ['bad-input', 'once', { key: 'a\0' }],
      ] as const)('refuses with %s: %s %o', async (code, action, more) => {
        const { act } = await fair()
        expect(told(await act('mia', action, more))).toBe(code)
      })

      it('refuses before the start, says when to come back, and after the end', async () => {
        const { act } = await fair()
        const now = stage.clock.at
        stage.clock.at = start - 1
        expect(await act('mia')).toEqual({ refused: { refusal: 'not-started', retryAt: start } })
        stage.clock.at = Date.parse('2026-02-01T00:00:00+08:00')
        expect(told(await act('mia'))).toBe('ended')
        stage.clock.at = now
      })

      it('refuses while the activity is offline, but still repeats receipts', async () => {
        const { act, own, release } = await fair()
        const first = await act('mia', 'draw', { key: 'same' })
        await stage.release(release, rulesOf(), { activity: own, offline: true })
        expect(told(await act('mia'))).toBe('offline')
        expect(await act('mia', 'draw', { key: 'same' })).toEqual({ ...first, replayed: true })
      })

      it('refuses a visitor who was shown other rules for this play, and only for this play', async () => {
        const { act, own, release } = await fair()
        await stage.release(`${release}b`, rulesOf({ perDay: 5 }), { activity: own })
        expect(told(await act('mia', 'draw', { release }))).toBe('release-superseded')
        expect(told(await act('mia', 'once', { release }))).toBe('done')
        expect(told(await act('mia', 'draw', { release: `${release}b` }))).toEqual({ won: 'gift' })
        expect(told(await act('mia', 'draw', { release: 'never-was' }))).toBe('release-superseded')
      })

      it('says busy when more wait than it will hold', async () => {
        const small = await openStage(place, { maxQueue: 5 })
        const { own } = await fair()
        const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => small.act(`v${i}`, 'once', { activity: own })))
        expect(answers.map(told).filter((word) => word === 'busy')).toHaveLength(3)
        expect(answers.at(-1)).toMatchObject({ refused: { retryAt: stage.clock.at + 1000 } })
        await small.close()
      })

      it('keeps rehearsals apart from the live side', async () => {
        const { act, own } = await fair(rulesOf({ stock: 1 }))
        const draft = { version: 'draft-1', rules: rulesOf({ stock: 1 }) }
        expect(told(await act('mia', 'draw', { realm: 'rehearsal', draft, at: start + 5 * 86_400_000 }))).toEqual({ won: 'gift' })
        expect(told(await act('ben', 'draw', { realm: 'rehearsal', draft }))).toEqual({ won: null })
        const live = await act('ben')
        expect(live).toMatchObject({ receipt: { seq: 1, dayKey: '2026-01-01', result: { won: 'gift' } } })
        expect((await stage.engine.publicState(own, 'live'))?.plays['draw']?.shown).toMatchObject({ awarded: 1 })
      })

      it('hands out each code once and says sold out behind the last', async () => {
        const { act, own } = await fair(rulesOf({ stock: null, codePool: 'coupons' }))
        expect(await stage.engine.addCodes(own, 'coupons', ['A', 'B', 'C', 'B'])).toBe(3)
        expect(await stage.engine.addCodes(own, 'coupons', ['C', 'D'])).toBe(1)
        const answers = await Promise.all(Array.from({ length: 6 }, (_, i) => act(`v${i}`)))
        expect(answers.flatMap((answer) => ('receipt' in answer ? answer.receipt.awards.map(({ code }) => code) : []))).toEqual(['A', 'B', 'C', 'D'])
        expect(answers.map(told).slice(4)).toEqual(['sold-out', 'sold-out'])
      })

      it('shows boards and winners by masked names', async () => {
        const { act, own } = await fair()
        const names = { mia: '张三丰', ben: '#7F3K' }
        await stage.store.write(own, async (trx) => {
          for (const [id, name] of Object.entries(names))
            await trx
              .insertInto('visitors')
              .values({ id: `${own}-${id}`, activity: own, name, claims: null, channel: null, time_created: 0 })
              .execute()
        })
        await act(`${own}-mia`)
        await act(`${own}-mia`, 'add', { input: { by: 5 } })
        await act(`${own}-ben`, 'add', { input: { by: 7 } })
        const state = await stage.engine.publicState(own, 'live')
        expect(state?.plays['draw']?.shown).toEqual({ awarded: 1, winners: ['张**'] })
        expect(state?.plays['game']?.shown).toEqual({
          size: 2,
          top: [
            { place: 1, name: '#7F3K', score: 7 },
            { place: 2, name: '张**', score: 5 },
          ],
        })
        const mine = await stage.engine.mine(own, 'live', `${own}-mia`)
        expect(mine).toMatchObject({
          plays: { draw: { points: 1, entries: 1, last: [0] }, game: 2 },
          awards: [{ play: 'draw', state: 'granted', snapshot: { prize: 'gift' } }],
        })
      })

      it('commits to a seed before the first draw and reveals it after the last', async () => {
        const { act, own } = await fair()
        const [open] = await stage.engine.seeds(own, 'live')
        expect(open).toMatchObject({ epoch: 1, seed: null, commitment: expect.stringMatching(/^[0-9a-f]{64}$/) })
        await act('mia')
        await stage.engine.turnSeed(own, 'live')
        const [closed, next] = await stage.engine.seeds(own, 'live')
        expect(closed).toMatchObject({ epoch: 1, commitment: open!.commitment, seed: expect.stringMatching(/^[0-9a-f]{64}$/) })
        expect(next).toMatchObject({ epoch: 2, seed: null })
      })
    },
  )
}
