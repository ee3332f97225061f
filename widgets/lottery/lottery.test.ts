import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileSchema, createAjv } from '../../schemas/compile'
import { awardedKey, earnedChancesKey } from '../../schemas/keys'
import { isRefused, type Accepted, type Command, type Effect, type Outcome, type State, type ViewState } from '../../schemas/play'
import type { Prize, RulesDocument } from '../../schemas/rules'
import type { Grant } from '../points/grant'
import { issuedKey } from '../points/ledger'
import type { PointsRules } from '../points/rules'
import { describeLottery } from './changes'
import { draw, type DrawResult } from './draw'
import type { LotteryRules, OutOfStock, Slot } from './lotterySchema'
import { pickSlot } from './pick'
import { lottery } from './rules'
import { showLottery, showMine, type LotteryShown } from './shown'
import { canRunOut, consolationKey } from './stock'

const day = '2026-01-02'
const at = Date.parse('2026-01-02T12:00:00+08:00')
const points: PointsRules = { kind: 'points', title: '积分', multipliers: [{ phase: 'double', times: 2 }] }

/** A lottery's rules in short: prizes by their stock, slots by `prize: ppm`, the rest as given. */
function document(
  more: {
    readonly prizes?: { readonly [id: string]: Partial<Prize> }
    readonly slots?: readonly Slot[]
    readonly account?: Partial<PointsRules>
    readonly phases?: RulesDocument['schedule']['phases']
  } & Partial<Omit<LotteryRules, 'slots' | 'phases'>>,
) {
  const { prizes = { cup: { stock: null } }, slots = [slot('cup', 1_000_000)], account, phases = [], ...play } = more
  const full: LotteryRules = { kind: 'lottery', title: '抽奖', slots, chances: { perDay: 1, inAll: null, earned: true }, outOfStock: 'no-win', ...play }
  const rules: RulesDocument = {
    format: 1,
    schedule: { timeZone: 'Asia/Shanghai', dayCutoffHour: 0, startsAt: '2026-01-01T00:00:00+08:00', endsAt: '2026-01-04T00:00:00+08:00', phases },
    prizes: Object.fromEntries(Object.entries(prizes).map(([id, prize]) => [id, { title: id, type: 'physical', stock: 1, ...prize }])),
    plays: { wheel: full, coins: { ...points, ...account } },
  }
  return { rules, id: 'wheel', play: full }
}

function slot(prize: string | null, weightPpm: number, more: Partial<Slot> = {}): Slot {
  return { id: `s-${prize ?? 'none'}`, prize, weightPpm, ...more }
}

const fewCoins: Grant = { give: 'points', play: 'coins', min: 5, max: 5 }

/** State that keeps what effects say, and refuses what breaks their bounds, as the engine does. */
function ledger(codes: { readonly [pool: string]: number } = {}) {
  const counts = new Map<string, number>()
  const sources = new Set<string>()
  const left = new Map(Object.entries(codes))
  const awards: Extract<Effect, { do: 'award' }>[] = []
  const state: ViewState = {
    count: (key) => counts.get(key) ?? 0,
    fact: () => undefined,
    factsUnder: () => [],
    codesLeft: (pool) => left.get(pool) ?? 0,
    top: () => [],
    place: () => null,
    size: () => 0,
    name: () => '',
    winners: () => [],
  }
  function apply({ effects }: Accepted): void {
    for (const effect of effects) {
      if (effect.do === 'count') {
        const value = state.count(effect.key) + effect.by
        if (value > (effect.max ?? Infinity) || value < (effect.min ?? -Infinity)) throw new Error(`${effect.key} is out of bounds`)
        counts.set(effect.key, value)
      }
      if (effect.do !== 'award') continue
      if (sources.has(effect.source)) throw new Error(`${effect.source} was awarded before`)
      sources.add(effect.source)
      if (effect.pool !== undefined) left.set(effect.pool, state.codesLeft(effect.pool) - 1)
      awards.push(effect)
    }
  }
  return { state, apply, awards, set: (key: string, value: number) => void counts.set(key, value) }
}

function command(visitor: string, key: string, more: Partial<Command> = {}): Command {
  const random = createHmac('sha256', 'epoch').update(`${visitor}|${key}`).digest('hex')
  return { activity: 'a', realm: 'live', play: 'wheel', action: 'draw', visitor, key, input: {}, release: null, at, dayKey: day, random, ...more }
}

/** Random digits that `roll(1,000,000)` reads as `ppm` first. */
function rolling(ppm: number, ...more: number[]): Partial<Command> {
  return {
    random: [ppm, ...more]
      .map((each) => each.toString(16).padStart(8, '0'))
      .join('')
      .padEnd(64, '0'),
  }
}

function resultOf(outcome: Outcome): DrawResult {
  if (isRefused(outcome)) throw new Error(outcome.refusal)
  return outcome.result as unknown as DrawResult
}

/** Draws and keeps what came of it. */
function play(context: ReturnType<typeof document>, book: ReturnType<typeof ledger>, wish: Command): Outcome {
  const outcome = draw(context, wish, book.state)
  if (!isRefused(outcome)) book.apply(outcome)
  return outcome
}

describe('chances', () => {
  it('are spent one a draw, and the refusal says when the next one comes', () => {
    const [context, book] = [document({}), ledger()]
    expect(resultOf(play(context, book, command('mia', '1'))).chances).toEqual({ left: 0, today: 0, earned: 0, inAll: null })
    expect(play(context, book, command('mia', '2'))).toEqual({ refusal: 'no-chance-left', retryAt: Date.parse('2026-01-03T00:00:00+08:00') })
    expect(isRefused(play(context, book, command('mia', '3', { dayKey: '2026-01-03' })))).toBe(false)
  })
  it('promise no next day after the last one', () => {
    const [context, book] = [document({}), ledger()]
    play(context, book, command('mia', '1', { dayKey: '2026-01-03' }))
    expect(play(context, book, command('mia', '2', { dayKey: '2026-01-03' }))).toEqual({ refusal: 'no-chance-left' })
  })
  it('arrive with the next phase that the play is open in', () => {
    const late = { id: 'late', kind: 'custom', title: 'late', startsAt: '2026-01-03T20:00:00+08:00', endsAt: '2026-01-03T21:00:00+08:00' } as const
    const context = document({ phases: [late] })
    const inPhase = { ...context, rules: { ...context.rules, plays: { ...context.rules.plays, wheel: { ...context.play, phases: ['late'] } } } }
    expect(showMine(inPhase, { visitor: 'mia', at, dayKey: day }, ledger().state).nextAt).toBe(Date.parse('2026-01-03T20:00:00+08:00'))
  })
  it('that were earned are spent after the free ones', () => {
    const [context, book] = [document({}), ledger()]
    book.set(earnedChancesKey('wheel', 'mia'), 2)
    const left = ['1', '2', '3'].map((key) => resultOf(play(context, book, command('mia', key))).chances)
    expect(left.map(({ today, earned }) => [today, earned])).toEqual([
      [0, 2],
      [0, 1],
      [0, 0],
    ])
    expect(showMine(context, { visitor: 'mia', at, dayKey: day }, book.state)).toMatchObject({ drawnToday: 3, wins: 3, chances: { left: 0 } })
  })
  it('that were earned do not count where the rules say so', () => {
    const [context, book] = [document({ chances: { perDay: 0, inAll: null, earned: false } }), ledger()]
    book.set(earnedChancesKey('wheel', 'mia'), 2)
    expect(play(context, book, command('mia', '1'))).toEqual({ refusal: 'no-chance-left' })
  })
  it('end with the draws in all', () => {
    const [context, book] = [document({ chances: { perDay: 5, inAll: 1, earned: true } }), ledger()]
    play(context, book, command('mia', '1'))
    expect(play(context, book, command('mia', '2'))).toEqual({ refusal: 'limit-reached' })
  })
  it('won in a draw are in its receipt', () => {
    const again = slot(null, 1_000_000, { id: 'again', grant: { give: 'chances', play: 'wheel', amount: 1 } })
    const [context, book] = [document({ slots: [again] }), ledger()]
    expect(resultOf(play(context, book, command('mia', '1')))).toMatchObject({
      slot: 'again',
      granted: { give: 'chances', amount: 1 },
      chances: { left: 1, earned: 1 },
    })
    expect(isRefused(play(context, book, command('mia', '2')))).toBe(false)
  })
})

describe('a draw', () => {
  it('wins a slot exactly within its odds', () => {
    const context = document({ prizes: { a: { stock: null }, b: { stock: null } }, slots: [slot('a', 100_000), slot('b', 200_000)] })
    const at = (ppm: number) => resultOf(draw(context, command('mia', '1', rolling(ppm)), ledger().state)).prize
    expect([0, 99_999, 100_000, 299_999, 300_000, 999_999].map(at)).toEqual(['a', 'a', 'b', 'b', null, null])
  })
  it('calls points what their account calls them, in the award and in public', () => {
    const named = document({
      prizes: { coins5: { type: 'points', stock: null } },
      slots: [slot('coins5', 1_000_000, { grant: fewCoins })],
      account: { unit: '福气值' },
    })
    const book = ledger()
    play(named, book, command('mia', '1'))
    expect(book.awards[0]!.snapshot).toMatchObject({ amount: 5, unit: '福气值' })
    expect(showLottery(named, book.state, at).units).toEqual({ coins: '福气值' })
    expect(showLottery(document({ slots: [slot('cup', 1, { grant: fewCoins })] }), book.state, at).units).toEqual({})
  })
  it('awards a snapshot of the prize, with the points that come with it', () => {
    const [context, book] = [
      document({ prizes: { coins5: { type: 'points', stock: null, icon: '🪙' } }, slots: [slot('coins5', 1_000_000, { grant: fewCoins })] }),
      ledger(),
    ]
    expect(resultOf(play(context, book, command('mia', '1')))).toMatchObject({ prize: 'coins5', granted: { give: 'points', amount: 5 } })
    expect(book.awards).toEqual([
      { do: 'award', source: 'wheel/mia/draw/1', snapshot: { prize: 'coins5', title: 'coins5', type: 'points', icon: '🪙', amount: 5 } },
    ])
  })
  it('stops on the slot that says "no win" when nothing is won', () => {
    const context = document({ slots: [slot('cup', 1), slot(null, 10)] })
    expect(resultOf(draw(context, command('mia', '1', rolling(900_000)), ledger().state)).slot).toBe('s-none')
  })
  it('takes a code with its prize, and counts a pool without codes as out of stock', () => {
    const [context, book] = [
      document({
        prizes: { code: { type: 'code', stock: null, codePool: 'pool' } },
        slots: [slot('code', 1_000_000)],
        chances: { perDay: 9, inAll: null, earned: true },
      }),
      ledger({ pool: 1 }),
    ]
    play(context, book, command('mia', '1'))
    expect(book.awards[0]!.pool).toBe('pool')
    expect(play(context, book, command('mia', '2'))).toEqual({ refusal: 'sold-out' })
  })
  it('is refused as sold out, nothing spent, once nothing is left to win', () => {
    const [context, book] = [document({ prizes: { cup: { stock: 1 } } }), ledger()]
    play(context, book, command('mia', '1'))
    expect(play(context, book, command('ben', '1'))).toEqual({ refusal: 'sold-out' })
    expect(showLottery(context, book.state, at)).toMatchObject({ isSoldOut: true, slots: [{ isSoldOut: true }, { id: null, oddsPpm: 0, wins: false }] })
  })
})

describe('it can run out', () => {
  const cup = slot('cup', 500_000)
  const coins = (budget?: number) => ({ account: budget === undefined ? {} : { budget }, slots: [slot(null, 1_000_000, { grant: fewCoins })] })
  const again: Grant = { give: 'chances', play: 'wheel', amount: 1 }
  const consolation = { play: 'coins', min: 1, max: 9, budget: 100 }

  it.each<[string, Parameters<typeof document>[0], boolean]>([
    ['of a prize in stock', { prizes: { cup: { stock: 3 } } }, true],
    ['never of one without limit', {}, false],
    ['of codes', { prizes: { cup: { stock: null, codePool: 'pool' } } }, true],
    ['of points on a budget', coins(100), true],
    ['never of points without one', coins(), false],
    ['of prizes beside a slot that says no win', { prizes: { cup: {} }, slots: [cup, slot(null, 500_000)] }, true],
    ['never while it gives chances', { prizes: { cup: {} }, slots: [cup, slot(null, 1, { grant: again })] }, false],
    ['never while one prize has no limit', { prizes: { cup: {}, sticker: { stock: null } }, slots: [cup, slot('sticker', 1)] }, false],
    ['of prizes beside one without limit that nobody can draw', { prizes: { cup: {}, sticker: { stock: null } }, slots: [cup, slot('sticker', 0)] }, true],
    ['of its consolation last', { prizes: { cup: {} }, slots: [cup], outOfStock: 'fallback', consolation }, true],
  ])('%s', (_, rules, can) => {
    expect(canRunOut(document(rules), at)).toBe(can)
  })
})

describe('when a prize has run out', () => {
  const gone = (outOfStock: OutOfStock) =>
    document({
      outOfStock,
      prizes: { rare: { stock: 0 }, cup: { stock: null } },
      slots: [slot('rare', 500_000), slot('cup', 250_000)],
      consolation: { play: 'coins', min: 3, max: 3, budget: 100 },
    })
  const drawn = (outOfStock: OutOfStock, ppm: number) => resultOf(draw(gone(outOfStock), command('mia', '1', rolling(ppm)), ledger().state))

  it('its odds are no win', () => {
    expect(drawn('no-win', 100)).toMatchObject({ slot: null, prize: null, granted: null })
  })
  it('its odds fall back to the consolation', () => {
    expect(drawn('fallback', 100)).toMatchObject({ slot: null, granted: { give: 'points', amount: 3 } })
  })
  it('its odds are shared among all others and the rest', () => {
    expect([0, 249_999, 250_000, 499_999].map((ppm) => drawn('renormalise', ppm).prize)).toEqual(['cup', 'cup', null, null])
    expect(drawn('renormalise', 500_000).prize).toBe('cup')
  })
})

describe('caps', () => {
  const twoDraws = { perDay: 2, inAll: null, earned: true }

  it('of a slot send what is over them to the rest', () => {
    const [context, book] = [
      document({
        prizes: { cup: { stock: null }, pen: { stock: null } },
        slots: [slot('cup', 500_000, { capPerVisitor: 1 }), slot('pen', 500_000)],
        chances: twoDraws,
      }),
      ledger(),
    ]
    expect(['1', '2'].map((key) => resultOf(play(context, book, command('mia', key, rolling(0)))).prize)).toEqual(['cup', null])
    expect(resultOf(play(context, book, command('ben', '1', rolling(0)))).prize).toBe('cup')
  })
  it('of a visitor count prizes, not points', () => {
    const slots = [slot('cup', 500_000), slot(null, 500_000, { id: 'coins', grant: fewCoins })]
    const [context, book] = [document({ slots, winCapPerVisitor: 1, chances: { perDay: 3, inAll: null, earned: true } }), ledger()]
    const slotsDrawn = [rolling(0), rolling(0), rolling(600_000)].map((random, i) => resultOf(play(context, book, command('mia', `${i}`, random))).slot)
    expect(slotsDrawn).toEqual(['s-cup', null, 'coins'])
  })
  it.each([
    ['slot', { slots: [slot('cup', 500_000, { capPerVisitor: 1 })] }],
    ['visitor', { prizes: { cup: { stock: null }, pen: { stock: null } }, slots: [slot('cup', 500_000), slot('pen', 400_000)], winCapPerVisitor: 1 }],
  ])('of a %s refuse a draw that could win nothing any more, and spend nothing', (_whose, rules) => {
    const [context, book] = [document({ ...rules, chances: twoDraws }), ledger()]
    expect(resultOf(play(context, book, command('mia', '1', rolling(0)))).prize).toBe('cup')
    expect(play(context, book, command('mia', '2', rolling(0)))).toEqual({ refusal: 'limit-reached' })
    expect(resultOf(play(context, book, command('ben', '1', rolling(0)))).prize).toBe('cup')
  })
})

describe('the consolation', () => {
  const generous = (budget: number, account: Partial<PointsRules> = {}) =>
    document({ account, slots: [slot('cup', 1)], consolation: { play: 'coins', min: 4, max: 8, budget } })
  const pay = (context: ReturnType<typeof generous>, book: ReturnType<typeof ledger>, key: string) =>
    resultOf(play(context, book, command(key, key, rolling(999_999, 3)))).granted

  it('is a random amount, the same for the same dice', () => {
    expect(pay(generous(100), ledger(), 'mia')).toEqual({ give: 'points', play: 'coins', amount: 7, base: 7, multiplier: 1 })
  })
  it('pays what is left of its budget, then nothing', () => {
    const [context, book] = [generous(10), ledger()]
    const amounts = ['a', 'b', 'c'].map((key) => pay(context, book, key)).map((given) => (given?.give === 'points' ? given.amount : 0))
    expect(amounts).toEqual([7, 3, 0])
    expect(book.state.count(consolationKey('wheel'))).toBe(10)
  })
  it('never pays more than its points account may issue', () => {
    const [context, book] = [generous(100, { budget: 5 }), ledger()]
    expect(pay(context, book, 'a')).toMatchObject({ amount: 5 })
    expect(book.state.count(issuedKey('coins'))).toBe(5)
  })
  it('counts multiplied points against the budget', () => {
    const double = { id: 'double', kind: 'peak', title: 'x2', startsAt: '2026-01-01T00:00:00+08:00', endsAt: '2026-01-04T00:00:00+08:00' } as const
    const [context, book] = [document({ phases: [double], slots: [slot('cup', 1)], consolation: { play: 'coins', min: 4, max: 8, budget: 9 } }), ledger()]
    expect(pay(context, book, 'a')).toMatchObject({ base: 4, amount: 8, multiplier: 2 })
    expect(pay(context, book, 'b')).toBe(null)
  })
})

describe('odds', () => {
  it('are kept by 12,000 draws with seed "epoch" (chi-square, p ≥ 1e-4)', () => {
    const weights = [10_000, 90_000, 150_000, 250_000]
    const slots = weights.map((weight, i) => slot(`p${i}`, weight))
    const context = document({ prizes: Object.fromEntries(weights.map((_, i) => [`p${i}`, { stock: null }])), slots })
    const seen = new Map<string, number>()
    for (let i = 0; i < 12_000; i++) {
      const won = resultOf(draw(context, command(`v${i}`, 'k'), ledger().state)).prize ?? 'rest'
      seen.set(won, (seen.get(won) ?? 0) + 1)
    }
    const expected = [...weights, 500_000].map((ppm) => (12_000 * ppm) / 1_000_000)
    const observed = ['p0', 'p1', 'p2', 'p3', 'rest'].map((name) => seen.get(name) ?? 0)
    const chiSquare = observed.reduce((sum, count, i) => sum + (count - expected[i]!) ** 2 / expected[i]!, 0)
    // The value that chi-square with 4 degrees of freedom exceeds once in 10,000 times.
    expect(chiSquare).toBeLessThan(23.51)
  })
  it('meet every outcome once over all rolls: no roll is lost or counted twice', () => {
    const slots = [{ weightPpm: 3 }, { weightPpm: 0 }, { weightPpm: 5 }]
    const picks = Array.from({ length: 12 }, (_, i) => slots.indexOf(pickSlot(slots, 4, () => i)!))
    expect(picks).toEqual([0, 0, 0, 2, 2, 2, 2, 2, -1, -1, -1, -1])
  })
})

describe('law', () => {
  const grants = fc.option(fc.constantFrom<Grant>(fewCoins, { give: 'chances', play: 'wheel', amount: 1 }, { give: 'prize', prize: 'p0' }), { nil: undefined })
  const stocks = fc.array(fc.option(fc.integer({ min: 0, max: 6 }), { nil: null }), { minLength: 1, maxLength: 4 })
  const slotShapes = fc.array(
    fc.record({
      prize: fc.option(fc.nat(), { nil: null }),
      ppm: fc.integer({ min: 0, max: 250_000 }),
      cap: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      grant: grants,
    }),
    { minLength: 1, maxLength: 4 },
  )
  const shapes = fc.record({
    stocks,
    slotShapes,
    policy: fc.constantFrom<OutOfStock>('fallback', 'renormalise', 'no-win'),
    winCap: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    inAll: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }),
    perDay: fc.integer({ min: 0, max: 4 }),
    budget: fc.integer({ min: 0, max: 40 }),
    account: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
    codes: fc.integer({ min: 0, max: 3 }),
  })

  it('never oversold, budgets and caps kept, every award counted, on 300 random rule sets (seed 20260101)', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const prizes = Object.fromEntries(shape.stocks.map((stock, i) => [`p${i}`, i === 1 ? { stock, type: 'code' as const, codePool: 'pool' } : { stock }]))
        const slots = shape.slotShapes.map(({ prize, ppm, cap, grant }, i): Slot => ({
          id: `s${i}`,
          prize: prize === null ? null : `p${prize % shape.stocks.length}`,
          weightPpm: ppm,
          ...(cap === undefined ? {} : { capPerVisitor: cap }),
          ...(grant ? { grant } : {}),
        }))
        const context = document({
          prizes,
          slots,
          outOfStock: shape.policy,
          chances: { perDay: shape.perDay, inAll: shape.inAll, earned: true },
          account: shape.account === undefined ? {} : { budget: shape.account },
          consolation: { play: 'coins', min: 1, max: 5, budget: shape.budget },
          ...(shape.winCap === undefined ? {} : { winCapPerVisitor: shape.winCap }),
        })
        const book = ledger({ pool: shape.codes })
        // Any bound that an effect would break throws in the ledger: `decide` must see it coming.
        const outcomes = Array.from({ length: 60 }, (_, i) => play(context, book, command(`v${i % 5}`, `k${i}`)))
        for (const [id, { stock }] of Object.entries(prizes)) {
          const awarded = book.awards.filter(({ snapshot }) => snapshot.prize === id).length
          expect(awarded).toBe(book.state.count(awardedKey(id)))
          expect(awarded).toBeLessThanOrEqual(stock ?? Infinity)
        }
        expect(book.state.codesLeft('pool')).toBeGreaterThanOrEqual(0)
        expect(book.state.count(consolationKey('wheel'))).toBeLessThanOrEqual(shape.budget)
        const shown = showLottery(context, book.state, at)
        for (const outcome of outcomes) if (!isRefused(outcome)) expect(shown.slots.some(({ id }) => id === resultOf(outcome).slot)).toBe(true)
      }),
      { seed: 20260101, numRuns: 300 },
    )
  })
  it('the same command against the same state gives the same outcome', () => {
    const context = document({ slots: [slot('cup', 300_000)], consolation: { play: 'coins', min: 1, max: 99, budget: 1000 } })
    for (let i = 0; i < 50; i++) expect(draw(context, command('mia', `${i}`), ledger().state)).toEqual(draw(context, command('mia', `${i}`), ledger().state))
  })
})

describe('the public view', () => {
  it('shows odds as published, and the rest as an outcome of its own', () => {
    const context = document({
      prizes: { cup: { stock: 1, tier: '一等奖' } },
      slots: [slot('cup', 10_000)],
      consolation: { play: 'coins', min: 1, max: 2, budget: 10 },
    })
    expect(showLottery(context, ledger().state, at).slots).toMatchObject([
      { id: 's-cup', title: 'cup', tier: '一等奖', oddsPpm: 10_000, wins: true, isSoldOut: false },
      { id: null, title: null, oddsPpm: 990_000, wins: true, isSoldOut: false },
    ])
  })
  it('has no outcome that no draw can end in', () => {
    expect(showLottery(document({}), ledger().state, at).slots.map(({ id }) => id)).toEqual(['s-cup'])
  })
  it('tells nothing but JSON', () => {
    const shown: LotteryShown = showLottery(document({}), ledger().state, at)
    expect(JSON.parse(JSON.stringify(shown))).toEqual(shown)
  })
})

describe('check', () => {
  const paths = (context: ReturnType<typeof document>) => lottery.check(context).map(({ path }) => path)

  it('passes sound rules', () => {
    expect(paths(document({}))).toEqual([])
  })
  it('takes a rest that is the consolation’s, or beside an outspoken no win, as meant', () => {
    expect(paths(document({ slots: [slot('cup', 1), slot(null, 1)] }))).toEqual([])
    expect(paths(document({ slots: [slot('cup', 1)], consolation: { play: 'coins', min: 5, max: 9, budget: 90 } }))).toEqual([])
  })
  it.each<[string, Parameters<typeof document>[0], string[]]>([
    ['odds above 100 %', { slots: [slot('cup', 999_999), slot(null, 2)] }, ['/slots']],
    ['odds that leave something to nobody', { slots: [slot('cup', 999_999)] }, ['/slots']],
    ['nothing to win', { slots: [slot(null, 1)] }, ['/slots']],
    ['a repeated slot', { slots: [slot('cup', 999_999), slot('cup', 1)] }, ['/slots/1/id']],
    ['an unknown prize', { slots: [slot('bike', 1_000_000)] }, ['/slots/0/prize']],
    ['a prize shown without stock', { prizes: { cup: { stock: 0 } } }, ['/slots/0/prize']],
    ['a code without a pool', { prizes: { cup: { stock: null, type: 'code' } } }, ['/slots/0/prize']],
    ['a slot that nobody can draw', { slots: [slot('cup', 1_000_000), slot(null, 0)] }, ['/slots/1/weightPpm']],
    ['points for an unknown account', { slots: [slot('cup', 1_000_000, { grant: { ...fewCoins, play: 'gold' } })] }, ['/slots/0/grant/play']],
    [
      'chances that cannot be used',
      { chances: { perDay: 1, inAll: null, earned: false }, slots: [slot('cup', 1_000_000, { grant: { give: 'chances', play: 'wheel', amount: 1 } })] },
      ['/slots/0/grant/play'],
    ],
    ['a fallback to nothing', { outOfStock: 'fallback' }, ['/outOfStock']],
    ['no outcome once all is gone', { outOfStock: 'renormalise', prizes: { cup: { stock: 5 } } }, ['/outOfStock']],
    [
      'a consolation that its budget cannot pay',
      { slots: [slot('cup', 1)], consolation: { play: 'coins', min: 5, max: 9, budget: 4 } },
      ['/consolation/budget'],
    ],
    ['a consolation that never comes', { consolation: { play: 'coins', min: 5, max: 9, budget: 90 } }, ['/consolation']],
    ['a consolation from most to least', { slots: [slot('cup', 1)], consolation: { play: 'coins', min: 9, max: 5, budget: 90 } }, ['/consolation/max']],
    ['no way to draw', { chances: { perDay: 0, inAll: null, earned: false } }, ['/chances']],
  ])('finds %s', (_, rules, expected) => {
    expect(paths(document(rules))).toEqual(expected)
  })
  it('is preceded by a schema that admits what the tests play', () => {
    const validate = compileSchema(createAjv(), lottery.schema)
    expect(
      validate(
        document({
          winCapPerVisitor: 2,
          consolation: { play: 'coins', min: 1, max: 2, budget: 3 },
          slots: [slot('cup', 1, { grant: fewCoins, capPerVisitor: 1 }), slot(null, 1)],
        }).play,
      ),
    ).toEqual([])
    expect(validate(lottery.defaults)).toEqual([])
    expect(validate({ ...document({}).play, slots: [{ id: 'a', weightPpm: -1 }] })).not.toEqual([])
  })
})

describe('changes', () => {
  const base = { slots: [slot('cup', 100), slot(null, 100)], winCapPerVisitor: 2, consolation: { play: 'coins', min: 2, max: 4, budget: 100 } }
  const classes = (after: Parameters<typeof document>[0]) => describeLottery(document(base), document({ ...base, ...after })).map((change) => change.class)

  it('are none between equal rules', () => {
    expect(classes({})).toEqual([])
  })
  it.each<[string, Parameters<typeof document>[0], string[]]>([
    ['lower odds', { slots: [slot('cup', 50), slot(null, 150)] }, ['adverse']],
    ['higher odds at the cost of no win', { slots: [slot('cup', 150), slot(null, 50)] }, ['favourable']],
    ['a prize removed', { slots: [slot(null, 200)] }, ['adverse']],
    ['more odds of the consolation', { slots: [slot('cup', 100)] }, ['favourable']],
    ['another prize in its place', { prizes: { cup: {}, pen: {} }, slots: [{ ...slot('cup', 100), prize: 'pen' }, slot(null, 100)] }, ['adverse']],
    ['a new cap', { slots: [slot('cup', 100, { capPerVisitor: 1 }), slot(null, 100)] }, ['adverse']],
    ['points besides', { slots: [slot('cup', 100, { grant: fewCoins }), slot(null, 100)] }, ['favourable']],
    ['a smaller consolation', { consolation: { play: 'coins', min: 1, max: 4, budget: 100 } }, ['adverse']],
    ['a bigger budget', { consolation: { play: 'coins', min: 2, max: 4, budget: 200 } }, ['favourable']],
    ['fewer chances', { chances: { perDay: 0, inAll: null, earned: true } }, ['adverse']],
    ['earned chances shut out', { chances: { perDay: 1, inAll: null, earned: false } }, ['adverse']],
    ['a limit in all', { chances: { perDay: 1, inAll: 10, earned: true } }, ['adverse']],
    ['a higher win cap', { winCapPerVisitor: 3 }, ['favourable']],
    ['a kinder policy', { outOfStock: 'renormalise' }, ['favourable']],
  ])('know %s', (_, after, expected) => {
    expect(classes(after)).toEqual(expected)
  })
  it('say both languages what was and what is', () => {
    const [change] = describeLottery(document(base), document({ ...base, chances: { perDay: 3, inAll: null, earned: true } }))
    expect(change!.text).toEqual({ zh: '每天免费次数：1 → 3', en: 'Free draws a day: 1 → 3' })
  })
})

it('reads name every counter that a decision or a view looks at', () => {
  const context = document({
    slots: [slot('cup', 500_000, { grant: fewCoins })],
    account: { budget: 50 },
    consolation: { play: 'coins', min: 1, max: 2, budget: 10 },
  })
  const asked = (counts: readonly string[]): State => ({ ...ledger().state, count: (key) => (counts.includes(key) ? 0 : expect.fail(`${key} was not read`)) })
  const wish = command('mia', '1')
  draw(context, wish, asked(lottery.reads(context, wish).counts ?? []))
  lottery.mineView(context, wish, { ...ledger().state, ...asked(lottery.mineReads(context, wish).counts ?? []) })
  lottery.publicView(context, { ...ledger().state, ...asked(lottery.publicReads(context, at).counts ?? []) }, at)
})
