import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { onStores } from './testing/onStores'
import { openStage, rulesOf, told } from './testing/stage'
import { createVault } from './vault'

const dice = { bytes: (n: number) => crypto.getRandomValues(new Uint8Array(n)) }
const lottery = rulesOf({ stock: null, codePool: 'coupons' })
const codesNamed = (name: string, n: number): string[] => Array.from({ length: n }, (_, i) => `${name}-${String(i).padStart(4, '0')}`)

describe('a vault', () => {
  const vault = createVault(new Uint8Array(32).fill(1), dice)
  const seventh = { pool: 'coupons', number: 7 }

  it('opens what it sealed, and seals the same text anew each time', () => {
    const [one, two] = [vault.seal('a', seventh, '券 X-1'), vault.seal('a', seventh, '券 X-1')]
    expect([vault.open('a', seventh, one), vault.open('a', seventh, two)]).toEqual(['券 X-1', '券 X-1'])
    expect(one).not.toBe(two)
  })

  it('opens nothing under the name of another code, nor what was altered, nor with another key', () => {
    const sealed = vault.seal('a', seventh, 'X-1')
    const altered = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`
    expect(() => vault.open('a', { pool: 'coupons', number: 8 }, sealed)).toThrow()
    expect(() => vault.open('b', seventh, sealed)).toThrow()
    expect(() => vault.open('a', seventh, altered)).toThrow()
    expect(() => createVault(new Uint8Array(32).fill(2), dice).open('a', seventh, sealed)).toThrow()
  })

  it('tells equal codes of one pool, and only those', () => {
    expect(vault.blind('a', 'p', 'X')).toBe(vault.blind('a', 'p', 'X'))
    expect(new Set([vault.blind('a', 'p', 'X'), vault.blind('a', 'p', 'Y'), vault.blind('a', 'q', 'X'), vault.blind('b', 'p', 'X')]).size).toBe(4)
  })
})

onStores('coupon codes', ({ dialect, place, stage, fair }) => {
  it('give 100 codes to 100 of 200 who draw at once: each code one owner, each owner one code', async () => {
    const { own, act } = await fair(lottery)
    const codes = codesNamed('BIJ', 100)
    await stage().engine.addCodes(own, 'coupons', codes)
    const answers = await Promise.all(Array.from({ length: 200 }, (_, i) => act(`v${i}`)))
    const won = answers.flatMap((answer) => ('receipt' in answer ? answer.receipt.awards.map(({ code }) => code) : []))
    expect([...won].sort()).toEqual(codes)
    expect(answers.map(told).filter((word) => word === 'sold-out')).toHaveLength(100)
    expect(await stage().engine.codePools(own)).toEqual([{ pool: 'coupons', total: 100, free: 0, assigned: 100 }])
    expect((await stage().engine.verify(own)).problems).toEqual([])
  })

  it('are told to their owner again and again, to the export, and to nobody else', async () => {
    const { own, act } = await fair(lottery)
    await stage().engine.addCodes(own, 'coupons', ['MINE-1', 'MINE-2'])
    const first = await act('mia', 'draw', { key: 'same' })
    expect(first).toMatchObject({ receipt: { awards: [{ code: 'MINE-1' }] } })
    expect(await act('mia', 'draw', { key: 'same' })).toEqual({ ...first, replayed: true })
    const { engine } = stage()
    expect((await engine.mine(own, 'live', 'mia')).awards).toMatchObject([{ code: 'MINE-1' }])
    expect(await engine.awards(own, 'live', { limit: 9, withCodes: true })).toMatchObject([{ code: 'MINE-1' }])
    const others = [
      await engine.awards(own, 'live', { limit: 9 }),
      await engine.journal(own, 'live', { after: 0, limit: 9 }),
      await engine.publicState(own, 'live'),
      await engine.mine(own, 'live', 'ben'),
    ]
    expect(JSON.stringify(others)).not.toContain('MINE-1')
  })

  it('are kept once however often they are added, also to one pool at the same time', async () => {
    const { own } = await fair(lottery)
    const codes = codesNamed('TWICE', 500)
    const added = await Promise.all([codes, codes, [...codes, 'TWICE-more']].map((some) => stage().engine.addCodes(own, 'coupons', some)))
    expect(added.reduce((sum, n) => sum + n)).toBe(501)
  })

  it('that were added later do not change what earlier draws came to when they are decided again', async () => {
    const { own, act } = await fair(lottery)
    await stage().engine.addCodes(own, 'coupons', ['EARLY-1'])
    await act('mia')
    expect(told(await act('ben'))).toBe('sold-out')
    await stage().engine.addCodes(own, 'coupons', ['LATE-1'])
    await act('ben')
    expect(await stage().engine.verify(own)).toMatchObject({ rows: 2, replayed: 2, problems: [] })
  })

  it('stand nowhere in the database', async () => {
    const { own, act } = await fair(lottery)
    await stage().engine.addCodes(own, 'coupons', codesNamed('SECRETCODE', 20))
    for (let i = 0; i < 10; i++) await act(`v${i}`)
    expect(await everything()).not.toContain('SECRETCODE')
  })

  async function everything(): Promise<string> {
    if (dialect === 'sqlite')
      return (await Promise.all(['festoon.db', 'festoon.db-wal'].map((name) => readFile(join(place().dataDir, name), 'latin1')))).join('')
    const tables = await stage().store.reader.all<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public'")
    const rows = await Promise.all(tables.map(({ name }) => stage().store.reader.all(`select * from ${name}`)))
    return JSON.stringify(rows)
  }

  it('open again after a restart', async () => {
    const { own, act } = await fair(lottery)
    await stage().engine.addCodes(own, 'coupons', ['AGAIN-1'])
    await act('mia')
    const other = await openStage(place())
    expect((await other.engine.mine(own, 'live', 'mia')).awards).toMatchObject([{ code: 'AGAIN-1' }])
    await other.close()
  })
})
