import { expect, it } from 'vitest'
import { chainStart, sealOf } from './chain'
import { tableRows } from './journal'
import type { JournalTableRow } from './tables'
import { onStores, type Fair } from './testing/onStores'
import { rulesOf, start } from './testing/stage'

const over = Date.parse('2026-02-01T00:00:00+08:00')

onStores('a journal that is decided again', ({ stage, fair }) => {
  const state = (award: string, to: 'fulfilling' | 'fulfilled' | 'claiming', own: string) =>
    stage().store.write(own, (trx) => stage().engine.moveAward(trx, own, { award, state: to, reason: '', by: 'op@team.example' }))

  it('comes out the same', async () => {
    const { own, act } = await fair(rulesOf({ stock: 4, winPpm: 400_000, perDay: 2 }))
    await Promise.all(Array.from({ length: 60 }, (_, i) => act(`v${i % 20}`, i % 3 === 0 ? 'once' : 'draw')))
    const { rows, replayed, problems } = await stage().engine.verify(own)
    expect(problems).toEqual([])
    expect([replayed, rows > 20]).toEqual([rows, true])
  })

  /** Changes rows as someone would who can write to every table and knows how hashes are made: chain, head and folds are put in order again. */
  async function forge({ own }: Fair, change: (row: JournalTableRow) => JournalTableRow): Promise<void> {
    await stage().store.lane(own, async (session) => {
      let previous = chainStart
      for (const row of await tableRows(session, { activity: own, realm: 'live' }, { after: 0, limit: 1000 })) {
        const forged = { ...change(row), prev_hash: previous }
        previous = sealOf(forged)
        await session.all(
          'update journal set visitor = ?, result = ?, effects = ?, awards = ?, prev_hash = ?, hash = ? where activity = ? and realm = ? and seq = ?',
          forged.visitor,
          forged.result,
          forged.effects,
          forged.awards,
          forged.prev_hash,
          previous,
          own,
          'live',
          row.seq,
        )
      }
      await session.all("update lanes set last_hash = ? where activity = ? and realm = 'live'", previous, own)
    })
    await stage().engine.rebuild(own)
  }

  it('betrays a winner who was written in, though every hash and every table was put in order', async () => {
    const one = await fair(rulesOf({ stock: 1, perDay: 1 }))
    for (const visitor of ['mia', 'ben', 'eve']) await one.act(visitor)
    const [winner, loser] = await tableRows(stage().store.reader, { activity: one.own, realm: 'live' }, { after: 0, limit: 2 })
    const swap = (row: JournalTableRow) => (row.seq === 1 ? { ...row, ...pick(loser!, 'mia') } : row.seq === 2 ? { ...row, ...pick(winner!, 'ben') } : row)
    await forge(one, swap)
    const { problems } = await stage().engine.verify(one.own)
    expect(problems.filter(({ text }) => text.startsWith('Decided again')).map(({ seq }) => seq)).toContain(1)
    expect(problems.some(({ text }) => text.includes('Decided again, its result is {"won":"gift"}, not {"won":null}'))).toBe(true)
  })

  function pick({ result, effects, awards, visitor }: JournalTableRow, name: string) {
    const own = (text: string) => text.replaceAll(`/${visitor}`, `/${name}`)
    return { result, effects: own(effects), awards }
  }

  it('betrays a draw that was put under another visitor, even where that is the only change', async () => {
    const one = await fair(rulesOf({ stock: 1, perDay: 1 }))
    for (const visitor of ['mia', 'ben']) await one.act(visitor)
    await forge(one, (row) => (row.visitor === 'mia' ? { ...row, visitor: 'friend' } : row)).catch((error: Error) =>
      expect(error.message).toContain('does not come from the seed'),
    )
    expect((await stage().engine.verify(one.own)).problems.map(({ text }) => text)).toContain('Its random number does not come from the seed.')
  })

  it('betrays odds that were changed after they were published', async () => {
    const { own, act } = await fair(rulesOf({ stock: 7 }))
    await act('mia')
    await stage().store.lane(own, (session) =>
      session.all('update versions set document = replace(document, \'"stock":7\', \'"stock":8\') where activity = ?', own),
    )
    expect((await stage().engine.verify(own)).problems.map(({ text }) => text)).toEqual([expect.stringContaining('were changed after they were kept')])
  })

  it('reveals a seed once the activity is over, once, and opens another in case it goes on', async () => {
    const { own, act } = await fair()
    await act('mia')
    const { engine, clock } = stage()
    expect(await engine.revealEnded()).toEqual([])
    clock.at = over
    const turns = await Promise.all([engine.revealEnded(), engine.revealEnded()])
    expect(turns.flat().filter((id) => id === own)).toEqual([own])
    expect(await engine.revealEnded()).toEqual([])
    expect(await engine.seeds(own, 'live')).toMatchObject([
      { epoch: 1, seed: expect.stringMatching(/^[0-9a-f]{64}$/), closedAt: over },
      { epoch: 2, seed: null },
    ])
    await stage().release('longer', rulesOf({ endsAt: '2026-03-01T00:00:00+08:00' }), { activity: own })
    expect(await act('ben')).toMatchObject({ receipt: { seq: 2 } })
    expect((await engine.journal(own, 'live', { after: 1, limit: 1 }))[0]).toMatchObject({ epoch: 2 })
    expect(await engine.revealEnded()).toEqual([])
    clock.at = start + 1000
    expect((await engine.verify(own)).problems).toEqual([])
  })

  it('keeps the states of awards through a rebuild, and tells of one that no move explains', async () => {
    const { own, act } = await fair(rulesOf({ stock: null }))
    for (const visitor of ['mia', 'ben', 'eve']) await act(visitor)
    const { engine, store } = stage()
    const [eve, ben] = await engine.awards(own, 'live', { limit: 9 })
    expect(await state(eve!.id, 'fulfilling', own)).toBe('moved')
    expect(await state(eve!.id, 'fulfilled', own)).toBe('moved')
    expect(await state(eve!.id, 'fulfilled', own)).toBe('there-already')
    expect(await state(eve!.id, 'claiming', own)).toBe('not-forward')
    expect(await state(ben!.id, 'claiming', own)).toBe('moved')
    expect(await state('nothing', 'claiming', own)).toBe('not-found')
    const states = async () => (await engine.awards(own, 'live', { limit: 9 })).map((award) => award.state)
    expect(await states()).toEqual(['fulfilled', 'claiming', 'granted'])
    expect((await engine.verify(own)).problems).toEqual([])
    await store.lane(own, (session) => session.all("update awards set state = 'revoked' where activity = ?", own))
    expect((await engine.verify(own)).problems).toHaveLength(6)
    await engine.rebuild(own)
    expect(await states()).toEqual(['fulfilled', 'claiming', 'granted'])
    expect((await engine.mine(own, 'live', 'eve')).awards).toMatchObject([{ state: 'fulfilled' }])
    await store.lane(own, (session) => session.all("update award_moves set state = 'revoked' where activity = ? and n = 3", own))
    expect((await engine.verify(own)).problems.map(({ text }) => text)).toContain('Move 3 of an award was changed, or one before it is missing.')
    await expect(engine.rebuild(own)).rejects.toThrow('Move 3')
  })
})
