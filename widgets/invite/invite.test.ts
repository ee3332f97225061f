import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balanceKey, earnedChancesKey } from '../../schemas/keys'
import type { PlayRules, RulesDocument } from '../../schemas/rules'
import type { CheckInRules } from '../check-in/rules'
import { createLedgerWorld } from '../points/ledgerWorld'
import { playKinds } from '../rules'
import { invite, type InviteMine, type InviteShown } from './rules'
import type { InviteRules } from './inviteSchema'

const points = (n: number) => ({ give: 'points', play: 'points', min: n, max: n }) as const
const asked: InviteRules = {
  kind: 'invite',
  title: '邀请',
  qualify: { by: 'acts', plays: ['sign'], acts: 2, days: 3 },
  newOnly: true,
  reward: points(10),
  gift: points(5),
  perDay: 2,
  inAll: 3,
  rungs: [
    { friends: 3, grant: points(100) },
    { friends: 1, grant: { give: 'chances', play: 'wheel', amount: 1 } },
  ],
}
const sign: CheckInRules = { kind: 'check-in', title: '打卡', reward: null, streaks: [], totals: [], makeup: null }

function rulesOf(more: Partial<InviteRules> = {}): RulesDocument {
  const plays: { [id: string]: PlayRules } = {
    friends: { ...asked, ...more } as PlayRules,
    sign,
    points: { kind: 'points', title: '积分', multipliers: [] } as PlayRules,
    wheel: playKinds['lottery']!.defaults,
  }
  return {
    format: 1,
    schedule: { timeZone: 'Asia/Shanghai', dayCutoffHour: 0, startsAt: '2026-01-01T00:00:00+08:00', endsAt: '2026-02-01T00:00:00+08:00', phases: [] },
    prizes: {},
    plays,
  }
}

const noon = (day: number) => `2026-01-${String(day).padStart(2, '0')}T12:00:00+08:00`

function world(more: Partial<InviteRules> = {}) {
  const ledger = createLedgerWorld(rulesOf(more), playKinds)
  return {
    ...ledger,
    bind: (visitor: string, by: string, day = 1) => told(ledger.act('friends', 'bind', noon(day), { visitor, input: { by } })),
    sign: (visitor: string, day: number) => told(ledger.act('sign', 'check-in', noon(day), { visitor })),
    mineOf: (visitor: string, day = 1) => ledger.mine('friends', noon(day), visitor) as unknown as InviteMine,
    points: (visitor: string) => ledger.state.count(balanceKey('points', visitor)),
    chances: (visitor: string) => ledger.state.count(earnedChancesKey('wheel', visitor)),
  }
}

const told = (outcome: ReturnType<ReturnType<typeof createLedgerWorld>['act']>) => ('refusal' in outcome ? outcome.refusal : 'done')

describe('an invitation', () => {
  it('binds a friend to the first link they open, once and for all', () => {
    const { bind, mineOf } = world()
    expect([bind('bo', 'mia'), bind('bo', 'ann'), bind('bo', 'mia')]).toEqual(['done', 'already-done', 'already-done'])
    expect(mineOf('bo').invited).toMatchObject({ name: 'mia', state: 'pending', left: 2, until: '2026-01-03' })
    expect([mineOf('mia').brought, mineOf('ann').brought]).toEqual([1, 0])
  })

  it('is refused to oneself, to those who took part before, and to those who invited others', () => {
    const { bind, sign, mineOf } = world()
    sign('old', 1)
    expect([bind('mia', 'mia'), bind('old', 'mia'), bind('bo', 'mia'), bind('mia', 'cy')]).toEqual(['self-invite', 'not-new', 'done', 'not-new'])
    expect(['old', 'mia', 'bo', 'cy'].map((visitor) => mineOf(visitor).canBind)).toEqual([false, false, false, true])
  })

  it('may go to those who took part where the rules ask for no newcomers', () => {
    const { bind, sign } = world({ newOnly: false })
    sign('old', 1)
    expect(bind('old', 'mia')).toBe('done')
  })

  it('earns nothing until the friend has done what the rules ask, then pays both at once', () => {
    const { bind, sign, points: pointsOf, chances, mineOf } = world()
    bind('bo', 'mia')
    sign('bo', 1)
    expect([pointsOf('mia'), pointsOf('bo'), mineOf('mia').friends]).toEqual([0, 0, [{ name: 'bo', state: 'pending', left: 1 }]])
    sign('bo', 2)
    expect([pointsOf('mia'), pointsOf('bo'), chances('mia')]).toEqual([10, 5, 1])
    expect(mineOf('mia')).toMatchObject({ counted: 1, paid: [true, false], friends: [{ name: 'bo', state: 'counted', left: 0 }] })
    sign('bo', 3)
    expect([pointsOf('mia'), pointsOf('bo'), chances('mia')]).toEqual([10, 5, 1])
  })

  it('lapses when the days are over, the day of binding counted', () => {
    const { bind, sign, points: pointsOf, mineOf } = world()
    bind('bo', 'mia')
    sign('bo', 1)
    sign('bo', 4)
    expect([pointsOf('mia'), mineOf('mia', 4).friends[0]]).toEqual([0, { name: 'bo', state: 'lapsed', left: 1 }])
  })

  it('rewards so many friends a day and in all; those beyond still count for the steps', () => {
    const { bind, sign, points: pointsOf, mineOf } = world({ gift: null, rungs: [{ friends: 3, grant: points(100) }] })
    for (const [i, friend] of ['a', 'b', 'c', 'd', 'e'].entries()) {
      bind(friend, 'mia')
      if (i < 3) sign(friend, 1)
    }
    for (const friend of ['a', 'b', 'c']) sign(friend, 2)
    expect([pointsOf('mia'), mineOf('mia', 2).counted, mineOf('mia', 2).today]).toEqual([120, 3, 0])
    for (const day of [2, 3]) for (const friend of ['d', 'e']) sign(friend, day)
    expect([pointsOf('mia'), mineOf('mia', 3).counted]).toEqual([130, 5])
  })

  it('counts at once where opening the link is enough', () => {
    const { bind, points: pointsOf } = world({ qualify: { by: 'open' } })
    bind('bo', 'mia')
    expect([pointsOf('mia'), pointsOf('bo')]).toEqual([10, 5])
  })

  it('counts a friend whose reward has run out, and keeps the step due', () => {
    const rules = rulesOf({ reward: null, gift: null, rungs: [{ friends: 1, grant: { give: 'prize', prize: 'mug' } }] })
    const ledger = createLedgerWorld({ ...rules, prizes: { mug: { title: 'Mug', type: 'physical', stock: 0 } } }, playKinds)
    ledger.act('friends', 'bind', noon(1), { visitor: 'bo', input: { by: 'mia' } })
    for (const day of [1, 2]) ledger.act('sign', 'check-in', noon(day), { visitor: 'bo' })
    expect(ledger.mine('friends', noon(2), 'mia')).toMatchObject({ counted: 1, paid: [false] })
  })

  const seed = 20260108
  it(`holds whatever is done: nobody bound twice, no ring, one payment a friend, seed ${seed}`, () => {
    const name = fc.constantFrom(...'abcdefgh')
    const doing = fc.record({ who: name, by: name, what: fc.constantFrom('bind', 'sign', 'sign'), on: fc.nat(6) })
    fc.assert(
      fc.property(fc.array(doing, { maxLength: 80 }), fc.boolean(), (deeds, newOnly) => {
        const { bind, sign, points: pointsOf, mineOf, shown } = world({ newOnly, perDay: null, inAll: null, rungs: [] })
        const boundTo = new Map<string, string>()
        for (const { who, by, what, on } of [...deeds].sort((x, y) => x.on - y.on)) {
          if (what === 'sign') sign(who, 1 + on)
          else if (bind(who, by, 1 + on) === 'done') {
            expect(boundTo.has(who)).toBe(false)
            boundTo.set(who, by)
          }
        }
        for (const friend of boundTo.keys()) {
          const above = new Set<string>()
          for (let at: string | undefined = friend; at !== undefined; at = boundTo.get(at)) {
            expect(above.has(at)).toBe(false)
            above.add(at)
          }
        }
        let counted = 0
        for (const who of 'abcdefgh') {
          const mine = mineOf(who, 7)
          expect(mine.brought).toBe([...boundTo.values()].filter((by) => by === who).length)
          expect(mine.friends.filter(({ state }) => state === 'counted')).toHaveLength(mine.counted)
          expect(pointsOf(who)).toBe(10 * mine.counted + (mine.invited?.state === 'counted' ? 5 : 0))
          counted += mine.counted
        }
        expect((shown('friends', noon(7)) as unknown as InviteShown).total).toBe(counted)
      }),
      { seed, numRuns: 60 },
    )
  })
})

describe('the rules of an invitation', () => {
  const contextOf = (more: Partial<InviteRules>) => {
    const rules = rulesOf(more)
    return { rules, id: 'friends', play: rules.plays['friends']! }
  }
  const pathsOf = (more: Partial<InviteRules>) => invite.check(contextOf(more)).map(({ path, severity }) => `${severity} ${path}`)

  it('must name plays in which a friend can do something, and steps that differ', () => {
    expect(pathsOf({})).toEqual([])
    expect(pathsOf({ qualify: { by: 'acts', plays: ['sign', 'points', 'friends', 'gone'], acts: 1, days: null } })).toEqual([
      'error /qualify/plays/1',
      'error /qualify/plays/2',
      'error /qualify/plays/3',
    ])
    expect(
      pathsOf({
        rungs: [
          { friends: 1, grant: points(1) },
          { friends: 1, grant: { ...points(1), play: 'gone' } },
        ],
      }),
    ).toEqual(['error /rungs/1/grant/play', 'error /rungs/1/friends'])
  })

  it('are doubted where they invite abuse or have no effect', () => {
    expect(pathsOf({ qualify: { by: 'open' }, gift: null, reward: null, rungs: [], perDay: 5, inAll: 3 })).toEqual(['warning /perDay'])
    expect(invite.check({ ...contextOf({ qualify: { by: 'open' }, reward: { give: 'prize', prize: 'mug' } }) }).map(({ path }) => path)).toContain('/qualify')
  })

  it('change to visitors’ advantage or disadvantage, in words', () => {
    const classes = (after: Partial<InviteRules>) => invite.changes(contextOf({}), contextOf(after)).map((change) => change.class)
    expect(classes({})).toEqual([])
    expect(classes({ qualify: { by: 'open' } })).toEqual(['favourable'])
    expect(classes({ qualify: { by: 'acts', plays: ['sign'], acts: 3, days: 3 } })).toEqual(['adverse'])
    expect(classes({ newOnly: false, perDay: null, inAll: 1 })).toEqual(['favourable', 'favourable', 'adverse'])
    expect(classes({ reward: points(20), gift: null, rungs: [{ friends: 3, grant: points(100) }] })).toEqual(['favourable', 'adverse', 'adverse'])
  })

  it('begin joined to what the activity holds', () => {
    const begun = invite.begin!(rulesOf()).play as InviteRules
    expect(begun).toMatchObject({ qualify: { by: 'acts', plays: ['sign'] }, reward: { give: 'chances', play: 'wheel' } })
  })
})
