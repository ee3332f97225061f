import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ProblemAnswer } from '../../schemas/api/management'
import type { Mine } from '../../schemas/api/visitor'
import type { Receipt } from '../../schemas/play'
import { hasPostgres } from '../engine/testing/stage'
import { createDraw, drawRules } from '../testing/draw'
import { openFront, type FrontClient } from '../testing/front'
import { createTestWorld, type TestWorld } from '../testing/testWorld'

const tabs = 40

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe.skipIf(dialect === 'postgres' && !hasPostgres)(`one visitor with ${tabs} tabs and one chance a day, over HTTP, on ${dialect}`, () => {
    let test: TestWorld
    let front: FrontClient
    let activity: string
    let cookie: string

    beforeEach(async () => {
      test = await createTestWorld({}, dialect)
      front = await openFront(test.world)
      activity = await createDraw(test, { rules: drawRules({ perDay: 1 }) })
      await test.read(`/api/activities/${activity}/releases`, { method: 'POST', body: {} })
      cookie = String((await front.get('/a/new-year/me')).headers['set-cookie']).split(';')[0]!
    })
    afterEach(async () => {
      await front.close()
      await test.close()
    })

    const draw = (key: string): Promise<Response> =>
      fetch(`http://localhost:${front.port}/a/new-year/plays/draw/draw`, {
        method: 'POST',
        headers: { 'Cookie': cookie, 'Content-Type': 'application/json', 'Idempotency-Key': key },
        body: '{"input":{}}',
      })
    const kept = async () => ({
      rows: (await test.world.engine.journal(activity, 'live', { after: 0, limit: 100 })).length,
      awards: (JSON.parse((await front.get('/a/new-year/me', { cookie })).body.toString()) as Mine).awards.length,
    })

    it('has one receipt and one award when all draw at once; each other tab is told that no chance is left', async () => {
      const answers = await Promise.all(Array.from({ length: tabs }, (_, i) => draw(`tab-${i}`)))
      const refused = await Promise.all(answers.filter(({ ok }) => !ok).map(async (answer) => ((await answer.json()) as ProblemAnswer).code))
      expect([answers.filter(({ status }) => status === 200).length, refused]).toEqual([1, Array.from({ length: tabs - 1 }, () => 'no-chance-left')])
      expect(await kept()).toEqual({ rows: 1, awards: 1 })
    })

    it('has one receipt, shown in every tab, when all send the same key', async () => {
      const answers = await Promise.all(Array.from({ length: tabs }, () => draw('same')))
      const receipts = await Promise.all(answers.map(async (answer) => JSON.stringify((await answer.json()) as Receipt)))
      expect([answers.every(({ status }) => status === 200), new Set(receipts).size]).toEqual([true, 1])
      expect(await kept()).toEqual({ rows: 1, awards: 1 })
    })
  })
}
