import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balanceKey } from '../../schemas/keys'
import { isRefused, type Json } from '../../schemas/play'
import type { PlayRules, RulesDocument } from '../../schemas/rules'
import type { CheckInRules } from '../check-in/rules'
import { createLedgerWorld } from '../points/ledgerWorld'
import { playKinds } from '../rules'
import type { TeamResult } from './join'
import { sizeKey } from './records'
import { team, type TeamMine, type TeamShown } from './rules'
import type { TeamRules } from './teamSchema'

const points = (n: number) => ({ give: 'points', play: 'points', min: n, max: n }) as const
const asked: TeamRules = {
  kind: 'team',
  title: '战队',
  capacity: 3,
  canLeave: true,
  score: { by: 'points', play: 'points' },
  size: 10,
  full: points(5),
  goals: [{ score: 60, grant: points(100) }],
}
const sign: CheckInRules = { kind: 'check-in', title: '打卡', reward: points(20), streaks: [], totals: [], makeup: null }

function rulesOf(more: Partial<TeamRules> = {}): RulesDocument {
  const plays: { [id: string]: PlayRules } = {
    squad: { ...asked, ...more } as PlayRules,
    sign,
    points: { kind: 'points', title: '积分', multipliers: [] } as PlayRules,
  }
  return {
    format: 1,
    schedule: { timeZone: 'Asia/Shanghai', dayCutoffHour: 0, startsAt: '2026-01-01T00:00:00+08:00', endsAt: '2026-02-01T00:00:00+08:00', phases: [] },
    prizes: {},
    plays,
  }
}

const noon = (day: number) => `2026-01-${String(day).padStart(2, '0')}T12:00:00+08:00`
/** Random digits that give each founder a code of its own. */
const digits = (n: number) => (n + 1).toString(16).padStart(8, '0').repeat(8)

function world(more: Partial<TeamRules> = {}) {
  const ledger = createLedgerWorld(rulesOf(more), playKinds)
  let founded = 0
  // All at one instant: who joined together is listed by id.
  const act = (visitor: string, action: string, input: Json = {}): TeamResult | string => {
    const outcome = ledger.act('squad', action, noon(1), { visitor, input, random: digits(founded++) })
    return isRefused(outcome) ? outcome.refusal : (outcome.result as unknown as TeamResult)
  }
  const codeOf = (result: TeamResult | string) => (typeof result === 'string' ? result : result.team)
  return {
    ...ledger,
    act,
    codeOf,
    sign: (visitor: string, day: number) => ledger.act('sign', 'check-in', noon(day), { visitor }),
    own: (visitor: string) => (ledger.mine('squad', noon(1), visitor) as unknown as TeamMine).team,
    board: () => ledger.shown('squad', noon(1)) as unknown as TeamShown,
    points: (visitor: string) => ledger.state.count(balanceKey('points', visitor)),
  }
}

describe('a team', () => {
  it('is founded under a name and joined by its code, in any case, or by the link of a member', () => {
    const { act, codeOf, own } = world()
    const code = codeOf(act('mia', 'create', { name: ' 早起鸟 ' }))
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{5}$/)
    expect(act('bo', 'join', { team: ` ${code.toLowerCase()} ` })).toMatchObject({ team: code, name: '早起鸟', size: 2, gained: null })
    expect(act('cy', 'join', { by: 'bo' })).toMatchObject({ team: code, size: 3, gained: { give: 'points', min: 5 } })
    expect(own('bo')).toMatchObject({ name: '早起鸟', full: true, members: [{ name: 'bo', me: true }, { name: 'cy' }, { name: 'mia' }] })
  })

  it('refuses a fourth, a second team, a nameless and an unknown one', () => {
    const { act, codeOf } = world()
    const code = codeOf(act('a', 'create', { name: 'A' }))
    for (const visitor of ['b', 'c']) act(visitor, 'join', { team: code })
    expect(act('d', 'join', { team: code })).toBe('full')
    expect(act('b', 'create', { name: 'B' })).toBe('already-done')
    expect(act('b', 'join', { by: 'a' })).toBe('already-done')
    expect(act('d', 'create', { name: '  ' })).toBe('bad-input')
    expect([act('d', 'join', { team: 'NNNNN' }), act('d', 'join', { by: 'nobody' }), act('d', 'leave')]).toEqual(['no-team', 'no-team', 'no-team'])
  })

  it('gives every member what a full team earns, once', () => {
    const { act, codeOf, points: pointsOf } = world()
    const code = codeOf(act('a', 'create', { name: 'A' }))
    for (const visitor of ['b', 'c']) act(visitor, 'join', { team: code })
    expect(['a', 'b', 'c'].map(pointsOf)).toEqual([5, 5, 5])
  })

  it('scores by what members gain from joining on, not by its own rewards, and pays all of them at its goal', () => {
    const { act, codeOf, sign: signIn, own, points: pointsOf, board } = world()
    signIn('a', 1)
    const code = codeOf(act('a', 'create', { name: 'A' }))
    act('b', 'join', { team: code })
    signIn('a', 2)
    signIn('b', 2)
    expect(own('a')).toMatchObject({ score: 40, members: [{ scored: 20 }, { scored: 20 }], paid: [false] })
    signIn('b', 3)
    expect(own('a')).toMatchObject({ score: 60, place: 1, paid: [true] })
    expect(['a', 'b'].map(pointsOf)).toEqual([20 + 20 + 100, 40 + 100])
    signIn('a', 4)
    expect(['a', 'b'].map(pointsOf)).toEqual([160, 140])
    expect(board()).toMatchObject({ teams: 1, top: [{ place: 1, name: 'A', score: 80, size: 2 }] })
  })

  it('scores by what members do where the rules say so', () => {
    const { act, sign: signIn, own } = world({ score: { by: 'acts', plays: ['sign'], each: 3 } })
    act('a', 'create', { name: 'A' })
    signIn('a', 1)
    signIn('a', 2)
    expect(own('a')!.score).toBe(6)
  })

  it('may be left before scoring, and another one joined; not after, nor once it was rewarded', () => {
    const { act, codeOf, sign: signIn, own } = world()
    const [one, two] = [codeOf(act('a', 'create', { name: 'A' })), codeOf(act('b', 'create', { name: 'B' }))]
    act('c', 'join', { team: one })
    expect(own('c')!.canLeave).toBe(true)
    expect(act('c', 'leave')).toMatchObject({ team: one, size: 1 })
    expect(act('c', 'join', { team: two })).toMatchObject({ team: two, size: 2 })
    expect([act('c', 'leave'), act('c', 'join', { team: one })]).toMatchObject([{ size: 1 }, { size: 2 }])
    expect(own('a')!.members.map(({ name }) => name)).toEqual(['a', 'c'])
    signIn('c', 1)
    expect([own('c')!.canLeave, act('c', 'leave')]).toEqual([false, 'limit-reached'])
    act('d', 'join', { team: one })
    expect(act('d', 'leave')).toBe('limit-reached')
  })

  it('cannot be left where the rules say so', () => {
    const { act } = world({ canLeave: false })
    act('a', 'create', { name: 'A' })
    expect(act('a', 'leave')).toBe('limit-reached')
  })

  const seed = 20260110
  it(`holds whatever is done: never too many, one team a visitor, score is the sum of its members', seed ${seed}`, () => {
    const doing = fc.record({
      who: fc.constantFrom(...'abcdefgh'),
      with: fc.constantFrom(...'abcdefgh'),
      what: fc.constantFrom('create', 'join', 'join', 'leave', 'sign'),
      day: fc.integer({ min: 1, max: 5 }),
    })
    fc.assert(
      fc.property(fc.array(doing, { maxLength: 70 }), (deeds) => {
        const { act, sign: signIn, own, state, board } = world({ goals: [{ score: 40, grant: points(7) }] })
        for (const { who, with: other, what, day } of deeds) {
          if (what === 'sign') signIn(who, day)
          else act(who, what, what === 'create' ? { name: who } : what === 'join' ? { by: other } : {})
        }
        const teams = [...'abcdefgh'].flatMap((who) => own(who) ?? [])
        for (const each of teams) {
          expect(each.members.length).toBeLessThanOrEqual(3)
          expect(each.members.length).toBe(state.count(sizeKey('squad', each.code)))
          expect(each.members.filter(({ me }) => me)).toHaveLength(1)
          expect(each.score).toBe(each.members.reduce((sum, { scored }) => sum + scored, 0))
          expect(each.paid).toEqual([each.score >= 40])
        }
        const scored = new Map(teams.map(({ code, score }) => [code, score]))
        expect(board().top.reduce((sum, { score }) => sum + score, 0)).toBe([...scored.values()].reduce((sum, n) => sum + n, 0))
      }),
      { seed, numRuns: 60 },
    )
  })
})

describe('the rules of teams', () => {
  const contextOf = (more: Partial<TeamRules>) => {
    const rules = rulesOf(more)
    return { rules, id: 'squad', play: rules.plays['squad']! }
  }
  const pathsOf = (more: Partial<TeamRules>) => team.check(contextOf(more)).map(({ path }) => path)

  it('must name what there is, and goals that differ', () => {
    expect(pathsOf({})).toEqual([])
    expect(pathsOf({ score: { by: 'points', play: 'gone' }, full: { ...points(1), play: 'gone' } })).toEqual(['/score/play', '/full/play'])
    expect(pathsOf({ score: { by: 'acts', plays: ['sign', 'points', 'squad', 'gone'], each: 1 } })).toEqual([
      '/score/plays/1',
      '/score/plays/2',
      '/score/plays/3',
    ])
    expect(
      pathsOf({
        goals: [
          { score: 5, grant: points(1) },
          { score: 5, grant: points(2) },
        ],
      }),
    ).toEqual(['/goals/1/score'])
  })

  it('change to visitors’ advantage or disadvantage, in words', () => {
    const classes = (after: Partial<TeamRules>) => team.changes(contextOf({}), contextOf(after)).map((change) => change.class)
    expect(classes({})).toEqual([])
    expect(classes({ capacity: 2, canLeave: false })).toEqual(['adverse', 'adverse'])
    expect(
      classes({
        capacity: 5,
        full: points(9),
        goals: [
          { score: 60, grant: points(100) },
          { score: 90, grant: points(1) },
        ],
      }),
    ).toEqual(['favourable', 'favourable', 'favourable'])
    expect(classes({ score: { by: 'acts', plays: ['sign'], each: 1 }, goals: [] })).toEqual(['breaking', 'adverse'])
  })
})
