import { describe, expect, it } from 'vitest'
import { applyDiff } from '../../../schemas/diff'
import type { PageDocument, Theme } from '../../../schemas/page'
import { rulesFormat, type RulesDocument } from '../../../schemas/rules'
import { node, pageOf, type Sketch } from '../../../schemas/sketch'
import { versionOf } from '../../../schemas/widget'
import { specs } from '../../../widgets/specs'
import { checks } from './checks'
import type { Finding } from './finding'

const now = Date.parse('2026-01-06T12:00:00Z')
const rules: RulesDocument = {
  format: rulesFormat,
  schedule: { timeZone: 'Asia/Shanghai', dayCutoffHour: 0, startsAt: '2026-01-01T00:00:00+08:00', endsAt: '2026-02-01T00:00:00+08:00', phases: [] },
  plays: {},
  prizes: {},
}
const page = (sketches: readonly Sketch[], theme: Theme = { preset: 'fresh' }): PageDocument =>
  pageOf({ title: 'T', locale: 'zh-CN', theme }, { props: { layout: 'flow' } }, sketches)
const look = (document: PageDocument, of: RulesDocument = rules): readonly Finding[] => checks.flatMap((check) => check(document, of, now))
const messages = (document: PageDocument, of?: RulesDocument): string[] => look(document, of).map(({ node: id, message }) => `${id ?? '-'}: ${message.en}`)

const headline = node('text', 'h', { props: { text: '新年抽好礼', level: 'display' } })
const button = node('button', 'b', { props: { text: '参与' }, on: { tap: [{ do: 'share' }] } })

it('says nothing about a page that is in order', () => {
  expect(messages(page([headline, button]))).toEqual([])
  expect(messages(page([]))).toEqual([])
})

it.each([
  ['a first screen without a headline', [button], '-: The first screen has no headline: a poster or a large title tells in three seconds what this is'],
  ['one that does not say how to take part', [headline], '-: The first screen does not say how to take part: put a button or a game there'],
  [
    'one that does not say what there is to gain',
    [node('text', 'h', { props: { text: '新年快乐', level: 'display' } }), button],
    '-: The first screen does not say what there is to gain: name the prize, the saving or what people get',
  ],
  [
    'a slide whose link is none',
    [headline, button, node('carousel', 'c', { props: { ratio: '1:1', slides: [{ src: 'asset:1', link: 'https://' }] } })],
    'c: A slide’s link cannot be opened',
  ],
  [
    'a button that cannot be read',
    [headline, node('button', 'b', { props: { text: 'x', background: '#eeeeee', colour: '#ffffff' } })],
    'b: The text has a contrast of 1.2; it needs 4.5',
  ],
  [
    'a button whose ground does not go with the letters of its look',
    [headline, node('button', 'b', { props: { text: 'x', look: 'primary', background: '#ffffff' } })],
    'b: The text has a contrast of 1.0; it needs 4.5',
  ],
  [
    'a headline too long',
    [node('text', 'h', { props: { text: '很'.repeat(26), level: 'display' } }), button],
    'h: The headline is too long to be read in three seconds',
  ],
  [
    'a popup that nothing opens',
    [headline, button, node('overlay', 'o', { props: { title: 'T' } }, node('text', 't', { props: { text: 'x' } }))],
    'o: Nothing opens this popup',
  ],
  ['a picture that is none', [headline, button, node('image', 'i', { props: { src: '' } })], 'i: No picture is chosen'],
  ['a film that is none', [headline, button, node('video', 'v', { props: { source: '', ratio: '16:9' } })], 'v: The video has no address'],
  [
    'a slide without its picture',
    [headline, button, node('carousel', 'c', { props: { ratio: '1:1', slides: [{ src: 'asset:1' }, { src: '' }] } })],
    'c: Some slides have no picture',
  ],
  [
    'a link that is none',
    [headline, node('button', 'b', { props: { text: 'x' }, on: { tap: [{ do: 'go', url: 'javascript:x' }] } })],
    'b: The link is empty, or cannot be opened',
  ],
  [
    'a link inside a text that is none',
    [
      headline,
      button,
      node('text', 't', {
        props: { text: 'terms and prizes', rich: { 'en': [{ runs: [{ text: 'terms' }, { text: ' and prizes', link: ' ' }] }], 'zh-CN': [] } },
      }),
    ],
    't: A link in the text is empty, or cannot be opened: “ and prizes”',
  ],
  [
    'a tappable picture without words',
    [headline, button, node('image', 'i', { name: 'Logo', props: { src: 'asset:1' }, on: { tap: [{ do: 'share' }] } })],
    'i: A picture that can be tapped has no description: screen readers cannot tell where it leads',
  ],
  [
    'a target too small',
    [headline, node('section', 's', { props: { layout: 'free' } }, node('button', 'b', { frame: { x: 0, y: 0, w: 30, h: 20 }, props: { text: 'x' } }))],
    'b: It is 30×20; fingers need 44×44',
  ],
  [
    'a picture from elsewhere',
    [headline, button, node('image', 'i', { props: { src: 'https://x.example.com/1.png' } })],
    'i: The picture is on another server: slow, and it may vanish. Upload it to the library',
  ],
  [
    'a text that cannot be read',
    [headline, button, node('text', 't', { props: { text: 'x', colour: '#eeeeee', background: '#ffffff' } })],
    't: The text has a contrast of 1.2; it needs 4.5',
  ],
  [
    'letters of a colour that cannot be read',
    [headline, button, node('text', 't', { props: { text: 'x', background: '#ffffff', rich: { en: [{ runs: [{ text: 'x', colour: '#eeeeee' }] }] } } })],
    't: The text has a contrast of 1.2; it needs 4.5',
  ],
] as const)('finds %s', (_, sketches, message) => {
  expect(messages(page(sketches))).toContain(message)
})

it('finds an end that is in the past', () => {
  expect(messages(page([headline, button]), { ...rules, schedule: { ...rules.schedule, endsAt: '2026-01-05T00:00:00+08:00' } })).toEqual([
    '-: The activity’s end is in the past',
  ])
})

it('says once of a text which of its links are dead, and leaves those that lead somewhere', () => {
  const runs = [
    { text: 'a', link: 'javascript:x', bold: true },
    { text: 'b', link: 'https://' },
    { text: 'c', link: 'https://example.com/' },
  ] as const
  const document = page([headline, button, node('text', 't', { props: { text: 'abc', rich: { en: [{ runs, list: 'bullet' }] } } })])
  const [found, ...others] = look(document)
  expect(others).toEqual([])
  expect(found!.message.en).toBe('A link in the text is empty, or cannot be opened: “a”, “b”')
  const mended = applyDiff(document, found!.fix!.edit(document))
  expect(mended.nodes['t']!.props['rich']).toEqual({
    en: [{ list: 'bullet', runs: [{ text: 'a', bold: true }, { text: 'b' }, { text: 'c', link: 'https://example.com/' }] }],
  })
  expect(messages(mended)).toEqual([])
})

describe('what visitors read when all prizes are gone', () => {
  const slot = (prize: string | null) => ({ id: `s-${prize}`, prize, weightPpm: 500_000 })
  /** A draw for a cup, of which there are so many, or for what else the slots say. */
  const drawOf = (stock: number | null, ...slots: readonly (string | null)[]): RulesDocument => ({
    ...rules,
    prizes: { cup: { title: '杯子', type: 'physical', stock } },
    plays: {
      draw: {
        kind: 'lottery',
        title: '抽奖',
        slots: [slot('cup'), ...slots.map(slot)],
        chances: { perDay: 1, inAll: null, earned: false },
        outOfStock: 'no-win',
      } as RulesDocument['plays'][string],
    },
  })
  const lotteryPage = (type: 'lottery-wheel' | 'lottery-ticket' | 'lottery-winners', more: object, play = 'draw'): PageDocument =>
    page([headline, node(type, 'l', { v: versionOf(specs[type]!), play, props: { ...specs[type]!.defaults, ...more } })])
  const silent = 'l: Visitors are not told that all prizes are gone'

  it.each([
    ['', [silent]],
    [{}, [silent]],
    ['\n ', [silent]],
    [{ 'zh-CN': '发完啦', 'en': ' ' }, [silent]],
    [{ 'zh-CN': '发完啦' }, []],
    ['发完啦', []],
  ])('is missing where it is %j: %j', (soldOut, found) => {
    for (const type of ['lottery-wheel', 'lottery-ticket'] as const) expect(messages(lotteryPage(type, { soldOut }), drawOf(3)), type).toEqual(found)
  })

  it('is asked for only where all can be gone, of widgets that say it', () => {
    const blank = lotteryPage('lottery-wheel', { soldOut: '' })
    expect(messages(blank, drawOf(null))).toEqual([])
    expect(messages(blank, drawOf(3, null))).toEqual([silent])
    expect(messages(lotteryPage('lottery-winners', {}), drawOf(3))).toEqual([])
    expect(messages(lotteryPage('lottery-wheel', { soldOut: '' }, 'nothing'), drawOf(3))).toEqual([])
  })

  it('is not asked for by rules that are half written', () => {
    expect(messages(lotteryPage('lottery-wheel', { soldOut: '' }), drawOf(3, 'no-such-prize'))).toEqual([])
  })

  it('is filled in by the fix where it is missing, and left where it is not', () => {
    const mended = (soldOut: unknown): unknown => {
      const document = lotteryPage('lottery-wheel', { soldOut })
      const [found] = look(document, drawOf(3))
      expect([found!.prop, found!.severity]).toEqual(['soldOut', 'warning'])
      return applyDiff(document, found!.fix!.edit(document)).nodes['l']!.props['soldOut']
    }
    const usual = specs['lottery-wheel']!.defaults['soldOut']
    expect(mended('')).toEqual(usual)
    expect(mended({ 'zh-CN': '发完啦', 'en': '' })).toEqual({ ...(usual as object), 'zh-CN': '发完啦' })
  })
})

describe('a fix', () => {
  const broken = page(
    [
      headline,
      node('button', 'b', { props: { text: 'x' }, on: { tap: [{ do: 'go', url: '' }] } }),
      node('image', 'i', { name: 'Logo', props: { src: 'asset:1' }, on: { tap: [{ do: 'share' }] } }),
      node('image', 'e', { props: { src: '' } }),
      node('carousel', 'c', { props: { ratio: '1:1', slides: [{ src: 'asset:1', link: '#' }] } }),
      node('text', 't', { props: { text: 'x', colour: '#eeeeee', background: '#ffffff' } }),
      node('section', 's', { props: { layout: 'free' } }, node('button', 'small', { frame: { x: 0, y: 0, w: 30, h: 20 }, props: { text: 'x' } })),
    ],
    { preset: 'fresh', tokens: { 'color.text': '#eeeeee' } },
  )

  it('mends the problem that it belongs to, and causes no other', () => {
    const fixable = look(broken).filter(({ fix }) => fix)
    expect(fixable.length).toBeGreaterThanOrEqual(6)
    for (const { fix, message } of fixable) {
      const mended = messages(applyDiff(broken, fix!.edit(broken)))
      expect(mended.some((one) => one.endsWith(message.en))).toBe(false)
      expect(mended.length).toBeLessThan(messages(broken).length)
    }
  })
})
