import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Scene, Times } from '../host'
import { html } from '../html'
import { buttonView } from './button/view'
import { carouselView } from './carousel/view'
import { faqView } from './faq/view'
import { imageView } from './image/view'
import { overlayView } from './overlay/view'
import { posterView } from './poster/view'
import { rulesTextView } from './rules-text/view'
import { sectionView } from './section/view'
import { stepsView } from './steps/view'
import { textView } from './text/view'
import { videoView } from './video/view'

const times: Times = {
  now: null,
  startsAt: Date.parse('2026-01-01T00:00:00+08:00'),
  endsAt: Date.parse('2026-01-09T00:00:00+08:00'),
  offsets: [[0, 480]],
  phases: [],
}
const scene = (more: Partial<Scene<null, null, string>> = {}): Scene<null, null, string> => ({
  id: 'n',
  locale: 'zh-CN',
  times,
  play: null,
  won: null,
  trouble: null,
  asset: (reference) => reference,
  t: (key, values = {}) => [key, ...Object.values(values)].join(' '),
  ...more,
})
const hostile = '"><img src=x onerror=alert(1)><script>'

describe('text', () => {
  it('speaks the reader’s language', () => {
    const props = { text: { 'zh-CN': '新年快乐', 'en': 'Happy New Year' } }
    expect(textView.html(props, {}, scene()).text).toBe('<p class="txt txt-body">新年快乐</p>')
    expect(textView.html(props, {}, scene({ locale: 'en' })).text).toContain('Happy New Year')
  })
  it('draws the marks of its letters, links where they are safe, and lists as lists', () => {
    const rich = {
      'zh-CN': [
        { runs: [{ text: '满 200 ' }, { text: '减 100', bold: true, colour: '#c00', size: 24 }] },
        { list: 'bullet' as const, runs: [{ text: '规则', link: 'https://example.com/r' }] },
        { list: 'bullet' as const, runs: [{ text: '坏', link: 'javascript:alert(1)' }] },
      ],
    }
    expect(textView.html({ text: '满 200 减 100\n规则\n坏', rich }, {}, scene()).text).toBe(
      '<div class="txt txt-body">满 200 <span style="color:#c00;font-size:24px"><b>减 100</b></span>' +
        '<ul><li><a href="https://example.com/r">规则</a></li><li>坏</li></ul></div>',
    )
  })
  it('says what its words became, in the look they had', () => {
    const rich = { 'zh-CN': [{ runs: [{ text: '新', bold: true }] }] }
    expect(textView.html({ text: '新年', rich }, {}, scene()).text).toBe('<p class="txt txt-body"><b>新年</b></p>')
  })
  it('is text, whatever it says', () => {
    const rich = { 'zh-CN': [{ runs: [{ text: hostile, bold: true, colour: hostile, link: hostile }] }] }
    expect(textView.html({ text: hostile, rich }, {}, scene()).text).not.toMatch(/<img|<script/)
    expect(textView.html({ text: hostile, colour: hostile, level: 'display' }, {}, scene()).text).not.toContain('<img')
  })
})

describe('video', () => {
  const film = { source: 'https://a.example.com/v.mp4', ratio: '16:9' as const, title: '预告' }
  it('fetches nothing before it is played, and has a name', () => {
    expect(videoView.html(film, {}, scene()).text).toContain('preload="none" aria-label="预告" src="https://a.example.com/v.mp4"')
  })
  it('keeps its room while no film is chosen', () => {
    expect(videoView.html({ source: '', ratio: '9:16' }, {}, scene()).text).toBe('<div class="vid vid-9-16 vid-none"><span>none</span></div>')
  })
  it('plays nothing that could run', () => {
    expect(videoView.html({ ...film, source: 'javascript:alert(1)' }, {}, scene()).text).toContain('src="#"')
  })
})

describe('carousel', () => {
  const slides = [
    { src: 'asset:1', alt: '一' },
    { src: '', alt: '二', link: 'https://a.example.com/' },
  ]
  it('can be moved by keys, tells how many there are, and links where a slide has a link', () => {
    const { text } = carouselView.html({ slides, ratio: '2:1', title: '奖品' }, {}, scene())
    expect(text).toContain('role="region" aria-label="奖品"')
    expect(text).toContain('tabindex="0"')
    expect(text).toContain('>1/2</small>')
    expect(text).toContain('<a href="https://a.example.com/"><span class="car-none">二</span></a>')
  })
  it('counts nothing where there is one picture alone', () => {
    expect(carouselView.html({ slides: slides.slice(0, 1), ratio: '1:1', peek: true }, {}, scene()).text).not.toMatch(/small|car-peek/)
  })
})

it('questions unfold without script, the first at once when asked to', () => {
  const entries = [
    { question: '何时？', answer: hostile },
    { question: '何地？', answer: '线上' },
  ]
  const { text } = faqView.html({ entries, openFirst: true }, {}, scene())
  expect(text.match(/<details( open)?>/g)).toEqual(['<details open>', '<details>'])
  expect(text).not.toContain('<img')
})

it('steps are numbered, or have their icons', () => {
  const { text } = stepsView.html({ direction: 'row', steps: [{ title: '报名' }, { title: '抽奖', icon: '🎁' }] }, {}, scene())
  expect(
    text
      .replace(/<[^>]+>/g, ' ')
      .split(/\s+/)
      .filter(Boolean),
  ).toEqual(['1', '报名', '🎁', '抽奖'])
})

describe('image', () => {
  it('keeps its room and its description when there is no picture', () => {
    expect(imageView.html({ src: '', alt: '海报' }, {}, scene()).text).toContain('aria-label="海报"')
  })
  it('always carries width and height', () => {
    expect(imageView.html({ src: 'asset:1', width: 300, height: 200 }, {}, scene()).text).toContain('width="300" height="200"')
  })
  it('is cut around its focal point, as backgrounds are, and says nothing of the middle', () => {
    const focus = { x: 20, y: 75 }
    const drawn = [
      imageView.html({ src: 'asset:1', focus, radius: 4 }, {}, scene()),
      sectionView.html({ layout: 'flow', look: 'plain', image: 'asset:1', focus }, {}, scene()),
      posterView.html({ title: 'T', image: 'asset:1', focus }, {}, scene()),
    ].map(({ text }) => text)
    expect(drawn[0]).toContain('style="border-radius:4px;object-position:20% 75%"')
    for (const one of drawn) expect(one).toContain('object-position:20% 75%')
    expect(imageView.html({ src: 'asset:1', focus: { x: 50, y: 50 } }, {}, scene()).text).not.toContain('style')
    expect(imageView.html({ src: '', focus }, {}, scene()).text).not.toContain('style')
  })
  it('never loads a script', () => {
    expect(imageView.html({ src: 'java\tscript:alert(1)' }, {}, scene()).text).toContain('src="#"')
  })
})

it('a section holds what stands in it, and a name when it has a title', () => {
  const drawn = sectionView.html({ layout: 'flow', look: 'card', title: '福利' }, {}, scene(), html`<p>in</p>`).text
  expect(drawn).toBe('<section class="card" aria-label="福利"><h2 class="title">福利</h2><p>in</p></section>')
})

it('rules take their dates from the schedule: whole days by their names, other times to the minute', () => {
  const during = (starts: string, ends: string): string => {
    const times = { ...scene().times, startsAt: Date.parse(`2026-01-${starts}:00+08:00`), endsAt: Date.parse(`2026-01-${ends}:00+08:00`) }
    return rulesTextView.html({ items: [], showTimes: true }, {}, scene({ times })).text
  }
  expect(during('01T00:00', '09T00:00')).toContain('times 1月1日 – 1月8日<')
  expect(during('01T00:00', '02T00:00')).toContain('times 1月1日<')
  expect(during('01T00:00', '08T22:00')).toContain('times 1月1日 00:00 – 1月8日 22:00<')
})

it('a button says what it is told in the look it is told', () => {
  expect(buttonView.html({ text: 'Go', look: 'accent' }, {}, scene()).text).toContain('<button type="button" class="btn but-accent">Go</button>')
})

it('an overlay is a dialog with a name and a way out', () => {
  const drawn = overlayView.html({ title: '规则' }, {}, scene({ id: 'w9' }), html`<p>1</p>`).text
  expect(drawn).toContain('role="dialog" aria-modal="true" aria-labelledby="ovl-w9"')
  expect(drawn).toContain('data-click="close" aria-label="close"')
})

it('a poster says what, when, what for and how, and offers to be saved', () => {
  const drawn = posterView.html({ title: '新年', showTimes: true, benefits: [{ icon: '🎁', text: '抽奖' }], steps: ['打开'], canSave: true }, {}, scene()).text
  for (const part of ['新年', '1月1日', '抽奖', '打开', 'data-click="save"']) expect(drawn).toContain(part)
})

it('leaves a section’s wrapper where a container places it', () => {
  expect(readFileSync(new URL('section/section.css', import.meta.url), 'utf8')).not.toMatch(/\.w-section\{[^}]*position/)
})
