import { describe, expect, it } from 'vitest'
import type { Json, Receipt } from '../../schemas/play'
import { speak, type Locale } from '../../schemas/words'
import { compileSchema, createAjv } from '../../schemas/compile'
import { migrateNode } from '../../schemas/migrate'
import { Refusal, type Host, type Scene } from '../host'
import type { Sample } from '../sample'
import { specs } from '../specs'
import type { AnyView } from '../view'
import { lotteryPrizes } from './prizes/spec'
import { lotteryPrizesView } from './prizes/view'
import type { LotteryShown } from './shown'
import { prizesSamples, wheelSamples, winnersSamples } from './samples'
import { turnTo } from './wheel/turn'
import { lotteryWheel } from './wheel/spec'
import { lotteryWheelView, type WheelState } from './wheel/view'
import { lotteryWinners } from './winners/spec'
import { lotteryWinnersView } from './winners/view'

const widgets = {
  wheel: { view: lotteryWheelView as AnyView, spec: lotteryWheel, samples: wheelSamples },
  prizes: { view: lotteryPrizesView as AnyView, spec: lotteryPrizes, samples: prizesSamples },
  winners: { view: lotteryWinnersView as AnyView, spec: lotteryWinners, samples: winnersSamples },
}
type Widget = keyof typeof widgets

function sceneOf(widget: Widget, sample: Sample, locale: Locale): Scene {
  const { words } = widgets[widget].view
  return {
    id: 'n',
    locale,
    play: sample.play ?? null,
    won: sample.won ?? null,
    trouble: sample.trouble ?? null,
    asset: (reference) => reference,
    times: { now: null, startsAt: 0, endsAt: 1, offsets: [[0, 480]], phases: [] },
    t: (key, values = {}) => speak(words[key] ?? { zh: key, en: key }, locale).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)),
  }
}

function drawn(widget: Widget, name: string, { locale = 'zh-CN' as Locale, props = {}, trouble = null as Sample['trouble'] } = {}): string {
  const { view, spec, samples } = widgets[widget]
  const found = samples.find((each) => each.name === name)!
  const sample = trouble ? { ...found, trouble } : found
  const all = { ...spec.defaults, ...props }
  return view.html(all, { ...view.state?.(all), ...sample.state }, sceneOf(widget, sample, locale)).text
}

/** What the wheel's play shows in one of its samples. */
const showing = (name: string) => wheelSamples.find((sample) => sample.name === name)!.play!.shown as unknown as LotteryShown

/** The wheel, ready, of a play that shows something else. */
function drawnWith(shown: Partial<LotteryShown>): string {
  const ready = wheelSamples.find(({ name }) => name === 'ready')!
  const play = { ...ready.play!, shown: { ...showing('ready'), ...shown } as unknown as Json }
  return lotteryWheelView.html(
    lotteryWheel.defaults as never,
    lotteryWheelView.state!(lotteryWheel.defaults as never),
    sceneOf('wheel', { ...ready, play }, 'zh-CN') as never,
  ).text
}

const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

describe.each(Object.keys(widgets) as Widget[])('%s', (widget) => {
  it('has defaults that its schema admits', () => {
    expect(compileSchema(createAjv(), widgets[widget].spec.props)(widgets[widget].spec.defaults)).toEqual([])
  })
  it('is drawn in every state and language, with no gap in its words', () => {
    for (const { name } of widgets[widget].samples) {
      for (const locale of ['zh-CN', 'en'] as const) expect(textOf(drawn(widget, name, { locale })), name).not.toMatch(/undefined|null|NaN|\{\w+\}|\bfalse\b/)
    }
  })
  it('speaks English to English readers', () => {
    expect(textOf(drawn(widget, 'loading', { locale: 'en' }))).not.toMatch(/[\u4e00-\u9fff]/)
  })
  it('escapes what people wrote', () => {
    expect(drawn(widget, 'ready', { props: { title: '<img src=x onerror=alert(1)>' } })).not.toContain('<img src=x')
  })
})

describe('the wheel says', () => {
  it.each([
    ['before', '活动还没开始'],
    ['ready', '你还有 3 次机会'],
    ['done-today', '今天的机会用完了，下次机会：2月17日 00:00'],
    ['no-chances', '已达到次数上限'],
    ['to-earn', '暂无抽奖机会'],
    ['sold-out', '奖品已经发完'],
    ['ended', '活动已结束'],
    ['offline', '活动暂停中'],
    ['loading', '加载中'],
    ['failed', '网络不太顺畅'],
    ['won', '恭喜你获得 ☕ 新春马克杯'],
    ['consoled', '恭喜你获得 🎁 8 积分'],
    ['own-unit', '恭喜你获得 🎁 8 福气值'],
    ['lost', '差一点点，下次好运'],
  ])('%s: %s', (name, words) => {
    expect(textOf(drawn('wheel', name))).toContain(words)
  })
  it('what the page says of it once all is gone, whatever a draw is refused with', () => {
    const props = { soldOut: '今晚八点补货' }
    const trouble = { code: 'sold-out', title: '奖品已经发完。' }
    expect(textOf(drawn('wheel', 'sold-out', { props }))).toContain('今晚八点补货')
    expect(textOf(drawn('wheel', 'sold-out', { props, trouble }))).toMatch(/今晚八点补货(?!.*奖品已经发完)/)
    for (const name of ['ready', 'ended', 'offline']) expect(textOf(drawn('wheel', name, { props })), name).not.toContain('今晚八点补货')
  })
  it('its odds and rules in words, sold-out prizes included', () => {
    expect(textOf(drawn('wheel', 'ready'))).toContain('一等奖 新款手机 0.01% 20 元券 10%')
    expect(textOf(drawn('wheel', 'ready'))).toContain('每天 1 次免费机会。每人最多中奖 3 次。')
    expect(textOf(drawn('wheel', 'sold-out'))).toContain('一等奖 新款手机 0.01% (已发完)')
    expect(drawn('wheel', 'ready', { props: { showOdds: false } })).not.toContain('<details')
  })
  it('few outcomes on two slices each, and reads them out once', () => {
    const { slots } = showing('ready')
    const few = (count: number): string => drawnWith({ slots: slots.slice(0, count) })
    expect([2, 3, 4].map((count) => few(count).split('<li').length - 1)).toEqual([4, 6, 4])
    expect(few(3).match(/<li[^>]* aria-hidden="true">/g)).toHaveLength(3)
    expect(few(4)).not.toMatch(/<li[^>]* aria-hidden="true"/)
  })
  it('nothing of the draw while it turns, and does not turn twice', () => {
    expect(drawn('wheel', 'spinning')).toContain('aria-disabled="true"')
    expect(drawn('wheel', 'spinning')).not.toContain('wl-card')
  })
  it('retry where the network was lost', () => {
    expect(drawn('wheel', 'lost-network')).toContain('data-click="retry"')
  })
})

describe('the wheel rests', () => {
  /** The slice at the top of a wheel turned by `turned` degrees, and how far from its middle, in slices. */
  function underPointer(turned: number, count: number): { index: number; off: number } {
    const at = ((((-turned % 360) + 360) % 360) / 360) * count
    return { index: Math.round(at) % count, off: Math.abs(at - Math.round(at)) }
  }

  it('on the slice of the receipt, clear of its edges, for 2,000 receipts on wheels of 1 to 13 slices', () => {
    let turned = 0
    for (let i = 0; i < 2000; i++) {
      const [count, index] = [1 + (i % 13), (i * 7) % (1 + (i % 13))]
      const next = turnTo(turned, `0199-receipt-${i * 7919}`, index, count)
      const { index: shown, off } = underPointer(next, count)
      expect(shown).toBe(index)
      expect(off).toBeLessThanOrEqual(0.351)
      expect(next - turned).toBeGreaterThan(1400)
      turned = next
    }
  })
  it('at the same angle whatever came before', () => {
    const angle = (turned: number) => ((turnTo(turned, 'r1', 3, 8) % 360) + 360) % 360
    expect(angle(0)).toBeCloseTo(angle(5678.9), 6)
  })
  it('not always at the same place of a slice', () => {
    expect(new Set(Array.from({ length: 50 }, (_, i) => turnTo(0, `receipt-${i}`, 0, 8).toFixed(1))).size).toBeGreaterThan(25)
  })
})

describe('a spin', () => {
  const receipt: Receipt = {
    id: 'r1',
    seq: 1,
    play: 'wheel',
    action: 'draw',
    at: 0,
    dayKey: '2026-02-16',
    rulesVersion: 'v',
    release: 'r',
    awards: [],
    result: { slot: 'mug', prize: 'mug', granted: null, chances: { left: 0, today: 0, earned: 0, inAll: null } } as Json,
  }

  /** A page that asks for reduced motion, so that nothing needs waiting for. */
  function page(answer: () => Promise<Receipt>) {
    Object.assign(globalThis, { matchMedia: () => ({ matches: true }) })
    const states: WheelState[] = [lotteryWheelView.state!(lotteryWheel.defaults as never)]
    let asked = 0
    const host: Host = {
      act: (action) => (action === 'draw' ? (asked++, answer()) : Promise.reject(new Error(action))),
      run: () => Promise.resolve(),
      refresh: () => Promise.resolve(),
      share: () => Promise.resolve(),
      now: () => 0,
      link: () => '',
      by: () => null,
      copy: async () => {},
      qr: () => '',
      track: () => {},
    }
    const spin = () =>
      Promise.resolve(
        lotteryWheelView.act!['spin']!({
          props: lotteryWheel.defaults as never,
          host,
          element: { scrollIntoView: () => {} } as never,
          state: () => states[states.length - 1]!,
          set: (change) => void states.push({ ...states[states.length - 1]!, ...change }),
          scene: () =>
            sceneOf(
              'wheel',
              wheelSamples.find(({ name }) => name === 'ready')!,
              'zh-CN',
            ) as never,
        }),
      )
    return { spin, states, last: () => states[states.length - 1]!, asked: () => asked }
  }

  it('turns only after the server has answered, to the slice it drew', async () => {
    const { spin, states, last } = page(() => Promise.resolve(receipt))
    const spinning = spin()
    expect(last()).toEqual({ busy: true, turned: 0, receipt: null })
    await spinning
    expect(last()).toEqual({ busy: false, turned: turnTo(0, 'r1', 5, 8), receipt })
    expect(states.findIndex(({ turned }) => turned > 0)).toBeLessThan(states.findIndex((state) => state.receipt !== null))
  })
  it('asks once, however often it is tapped', async () => {
    const { spin, asked } = page(() => Promise.resolve(receipt))
    await Promise.all([spin(), spin(), spin()])
    expect(asked()).toBe(1)
  })
  it('stays where it was and can be tried again when the server says no', async () => {
    const { spin, last } = page(() => Promise.reject(new Refusal({ code: 'no-chance-left', title: '明天再来' })))
    await expect(spin()).rejects.toThrow('明天再来')
    expect(last()).toEqual({ busy: false, turned: 0, receipt: null })
  })
  it('tells an outcome that the page does not picture in words, without turning', async () => {
    const { spin, last } = page(() => Promise.resolve({ ...receipt, result: { slot: 'new', prize: null, granted: null } }))
    await spin()
    expect(last().turned).toBe(0)
    expect(last().receipt).not.toBe(null)
  })
})

describe('my prizes', () => {
  it('list what was won with state, code and amount, also after the end', () => {
    expect(textOf(drawn('prizes', 'ended'))).toMatch(/新春马克杯 三等奖 · 2月16日 · 待领取 .*已发放 SPRING-8F2K-20 复制.*积分红包 · 50 福气值.*审核中/)
  })
  it('say that a code was copied', () => {
    expect(textOf(drawn('prizes', 'copied'))).toContain('SPRING-8F2K-20 已复制')
  })
  it('have words for nothing, and send nobody to play what is over', () => {
    expect(textOf(drawn('prizes', 'ready'))).toContain('还没有奖品')
    expect(textOf(drawn('prizes', 'missed'))).toBe(' 我的奖品 🎁 活动已结束 ')
  })
})

describe('the winners', () => {
  it('move past when there are more than fit, silently, each read once', () => {
    expect(drawn('winners', 'ready')).toContain('class="lw-run" style="animation-duration:9600ms"')
    expect(drawn('winners', 'ready')).toContain('aria-live="off"')
    expect(drawn('winners', 'ready').match(/aria-hidden="true"/g)).toHaveLength(1)
  })
  it('stand still when they all fit', () => {
    expect(drawn('winners', 'few')).not.toContain('lw-run')
  })
  it('have words for nobody, and ask for no first one after the end', () => {
    expect(textOf(drawn('winners', 'empty'))).toContain('第一位幸运儿会是你吗')
    expect(textOf(drawn('winners', 'nobody'))).toBe(' 中奖名单 活动已结束 ')
  })
})

it('a wheel saved in seconds spins for as long as it did, and says what it said', () => {
  const node = { id: 'w', type: 'lottery-wheel', v: 0, parent: 'root', order: 'a0', props: { title: '转', spinSeconds: 6 } }
  expect(migrateNode(node as never, specs['lottery-wheel'])).toMatchObject({
    v: 2,
    props: { title: '转', spinMs: 6000, soldOut: { 'zh-CN': '奖品已经发完，感谢参与', 'en': 'All prizes are gone. Thank you!' } },
  })
})
