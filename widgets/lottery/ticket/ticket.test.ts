import { describe, expect, it } from 'vitest'
import type { RulesDocument } from '../../../schemas/rules'
import { drawSample } from '../../points/drawSample'
import { createLedgerWorld } from '../../points/ledgerWorld'
import { playKinds } from '../../rules'
import type { LotteryRules } from '../lotterySchema'
import { ticketSamples } from '../samples'
import type { LotteryShown } from '../shown'
import { lotteryTicket } from './spec'
import { lotteryTicketView } from './view'

const noon = '2026-01-05T12:00:00+08:00'

function world(showsStock: boolean) {
  const grab: LotteryRules = {
    kind: 'lottery',
    title: 'Grab',
    slots: [{ id: 'big', prize: 'big', weightPpm: 1_000_000, capPerVisitor: 1 }],
    chances: { perDay: 1, inAll: 1, earned: false },
    outOfStock: 'no-win',
    showsStock,
  }
  const rules: RulesDocument = {
    format: 1,
    schedule: { timeZone: 'Asia/Shanghai', dayCutoffHour: 0, startsAt: '2026-01-01T00:00:00+08:00', endsAt: '2026-02-01T00:00:00+08:00', phases: [] },
    prizes: { big: { title: 'Big', type: 'coupon', stock: 2 } },
    plays: { grab },
  }
  const ledger = createLedgerWorld(rules, playKinds)
  const shown = (): LotteryShown => ledger.shown('grab', noon) as unknown as LotteryShown
  return {
    grab: (visitor: string) => ledger.act('grab', 'draw', noon, { visitor }),
    shown,
    still: playKinds['lottery']!.still!({ rules, id: 'grab', play: grab }) as unknown as LotteryShown,
    slot: () => shown().slots[0]!,
  }
}

describe('what is left of a prize', () => {
  it('is told down to nothing where the rules say so', () => {
    const { grab, slot, still } = world(true)
    expect(still.slots[0]).toMatchObject({ left: null, stock: 2 })
    const told = ['a', 'b', 'c'].map((visitor) => {
      const { left, isSoldOut } = slot()
      const outcome = grab(visitor)
      return [left, isSoldOut, 'refusal' in outcome ? outcome.refusal : 'got']
    })
    expect(told).toEqual([
      [2, false, 'got'],
      [1, false, 'got'],
      [0, true, 'sold-out'],
    ])
  })

  it('is told to nobody where they do not', () => {
    const { grab, slot } = world(false)
    grab('a')
    expect(slot()).toMatchObject({ left: null, stock: null })
  })
})

describe('a ticket', () => {
  const drawn = (name: string, props = {}) =>
    drawSample(
      lotteryTicketView,
      { ...lotteryTicket.defaults, ...props },
      ticketSamples.find((sample) => sample.name === name)!,
      'en',
    )

  it('says how many are left, and that it is gone or yours', () => {
    expect(drawn('ready')).toContain('<progress max="300" value="123" aria-hidden="true"></progress><small>123 left</small>')
    expect(drawn('sold-out')).toMatch(/class="lt lt-off".*<small>Gone<.*aria-disabled="true">Gone</)
    expect(drawn('got')).toMatch(/class="lt".*<small><\/small>.*aria-disabled="true">Yours</)
    expect(drawn('untold')).not.toMatch(/progress|left</)
  })

  it('says by its line, not on its button, what the page says of it once it is gone', () => {
    const soldOut = { en: 'Gone. Come back at eight' }
    expect(drawn('sold-out', { soldOut })).toMatch(/<small>Gone. Come back at eight<.*aria-disabled="true">Gone</)
    expect(['ready', 'got'].map((name) => drawn(name, { soldOut }).includes('at eight'))).toEqual([false, false])
  })

  it('can be asked for only while it is open, but keeps its room before', () => {
    expect([drawn('ready'), drawn('before'), drawn('loading')].map((html) => html.includes('aria-disabled="true"'))).toEqual([false, true, true])
    expect(drawn('loading')).toContain('<small></small>')
  })
})
