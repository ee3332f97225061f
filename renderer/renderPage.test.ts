import { describe, expect, it } from 'vitest'
import type { Action, PageNode } from '../schemas/page'
import { node, page, testRules, testWish } from '../tests/renderWorld'
import { renderPage } from './renderPage'
import { base64, sha256 } from './sha256'

const text = (id: string, words: unknown, more = {}) => node('text', id, { text: words }, more)
const bodyOf = (...nodes: readonly PageNode[]) => /<body>([^]*)<\/body>/.exec(renderPage(page(...nodes), testWish()).html)![1]!

describe('a published page', () => {
  it('draws its nodes in their order, in one language', () => {
    const { html } = renderPage(page(text('b', { 'zh-CN': '二', 'en': 'two' }), text('a', '一')), testWish())
    expect(html).toContain(
      '<div class="w-text" data-n="a"><p class="txt txt-body">一</p></div><div class="w-text" data-n="b"><p class="txt txt-body">二</p></div>',
    )
    expect(html).not.toContain('two')
  })
  it('says what it is, in which language and of which release', () => {
    const share = { title: '来抽奖', description: '天天有奖', image: 'asset:f' }
    const { html } = renderPage({ ...page(), share }, testWish({ publicUrl: 'https://a.example', release: 'r<7' }))
    for (const part of [
      '<html lang="zh-CN">',
      '<title>新年</title>',
      '<meta name="festoon-release" content="r&lt;7">',
      'viewport-fit=cover',
      '<meta property="og:title" content="来抽奖">',
      '<meta name="description" content="天天有奖">',
      '<meta property="og:image" content="https://a.example/assets/f?w=750">',
      '<link rel="canonical" href="https://a.example/a/spring">',
    ])
      expect(html).toContain(part)
  })
  it('has no script while nothing on it is awake', () => {
    const { html, csp } = renderPage(page(text('a', '一')), testWish())
    expect(html).not.toContain('<script')
    expect(csp).toContain("script-src 'none'")
  })
  it('names its script and style by their hashes', () => {
    const { html, csp } = renderPage(page(node('countdown', 'c', { to: 'activity' })), testWish())
    const script = /<script>([^]*)<\/script>/.exec(html)![1]!
    const style = /<style>([^]*)<\/style>/.exec(html)![1]!
    expect(csp).toContain(`script-src 'sha256-${base64(sha256(script))}';`)
    expect(csp).toContain(`style-src-elem 'sha256-${base64(sha256(style))}'`)
  })
  it('is the same bytes for the same document', () => {
    const document = page(node('countdown', 'c', { to: 'activity' }), text('a', '一'))
    expect(renderPage(document, testWish())).toEqual(renderPage(document, testWish()))
  })
  it('leaves out hidden nodes, unknown types, and nodes of other phases', () => {
    const document = page(
      text('a', 'one', { hidden: true }),
      node('no-such', 'b'),
      text('c', 'two', { when: { phase: ['peak'] } }),
      text('d', 'three', { when: { phase: [] } }),
    )
    const shown = (phase: string | null) => renderPage(document, testWish({ phase, rules: testRules() })).html.match(/>(one|two|three)<|no-such/g)
    expect([shown(null), shown('peak')]).toEqual([null, ['>two<']])
  })
  it('draws a node with the props of the phase, and of the later one of two', () => {
    const times = { startsAt: '2026-01-01T00:00:00+08:00', endsAt: '2026-01-09T00:00:00+08:00' }
    const phases = ['preheat', 'peak'].map((id) => ({ id, kind: 'custom' as const, title: id, ...times }))
    const document = page(
      text('a', 'always', { byPhase: { preheat: { props: { text: 'soon' } }, peak: { props: { text: 'now' } }, gone: { props: { text: 'never' } } } }),
    )
    const wish = (phase: string | readonly string[] | null) => renderPage(document, testWish({ phase, rules: testRules(phases) })).html
    expect([null, 'preheat', 'peak', ['peak', 'preheat']].map((phase) => />(always|soon|now|never)</.exec(wish(phase))?.[1])).toEqual([
      'always',
      'soon',
      'now',
      'now',
    ])
    const plain = page(text('a', 'always'))
    expect(wish(null)).toBe(renderPage(plain, testWish({ rules: testRules(phases) })).html)
  })
  it('writes a theme’s colour that shines through so that old browsers know it, in styles only', () => {
    const mix = 'color-mix(in srgb, var(--color-surface) 50%, transparent)'
    const { html } = renderPage(page(text('a', mix), node('section', 's', { layout: 'flow', look: 'plain', background: mix })), testWish())
    expect(html).toContain('style="background:rgba(255,248,236,0.5)"')
    expect(html).toContain(`>${mix}<`)
  })
  it('draws what an unknown root holds', () => {
    const { nodes } = page(text('a', 'kept'))
    expect(renderPage({ ...page(), nodes: { ...nodes, root: { ...nodes['root']!, type: 'no-such' } } }, testWish()).html).toContain('kept')
  })
  it('leaves the place of a failing widget empty and says which it was', () => {
    const { html, problems } = renderPage(page(node('poster', 'p', { title: '新年', steps: null }), text('a', 'alive')), testWish())
    expect(problems.map((problem) => problem.node)).toEqual(['p'])
    expect(html).toContain('<div class="w-poster" data-n="p"></div>')
    expect(html).toContain('alive')
  })
  it('brings the words of its own language only', () => {
    const { html } = renderPage(page(node('countdown', 'c', { to: 'activity' })), testWish({ locale: 'en' }))
    expect(html).toContain('"hours":"hrs"')
    expect(html).not.toMatch(/小时|时区|重试/)
  })
  it('brings props in its own language only', () => {
    const before = { 'zh-CN': '距开始', 'en': 'Starts in' }
    const { html } = renderPage(page(node('countdown', 'c', { to: 'activity', before })), testWish())
    expect(html).toContain('"before":"距开始"')
    expect(html).not.toContain('Starts in')
  })
  it('brings one picture at once and the others when they come near', () => {
    const body = bodyOf(node('image', 'a', { src: 'asset:1' }), node('image', 'b', { src: 'asset:2' }))
    expect(body.match(/<img (loading="lazy"|fetchpriority="high") /g)).toEqual(['<img fetchpriority="high" ', '<img loading="lazy" '])
  })
})

describe('motion', () => {
  const html = (motion: PageNode['motion']) => renderPage(page(text('a', 'x', motion ? { motion } : {})), testWish()).html

  it('brings only the rules that a page uses', () => {
    const risen = html({ enter: 'rise' })
    expect(risen).toContain('class="w-text m-rise"')
    for (const other of ['m-flip', 'l-pulse', 'm-late', 'm-zoom']) expect(risen).not.toContain(other)
    expect(html(undefined)).not.toContain('@keyframes')
  })
  it('waits and lasts as it says, but for people who asked for less motion', () => {
    const late = html({ enter: 'flip', delayMs: 300, durationMs: 900 })
    expect(late).toContain('class="w-text m-flip m-late" data-n="a" style="--late:300ms;animation-duration:900ms"')
    expect(late).toMatch(/prefers-reduced-motion:\s*reduce\)\s*\{[^@]*\.m-late\{animation-delay:0s/)
  })
  it('keeps a turned node turned while it enters, at no cost for others', () => {
    const of = (rotate: number) =>
      renderPage(
        page(
          node('section', 's', { layout: 'free', look: 'plain' }),
          text('t', 'x', { parent: 's', frame: { x: 0, y: 0, w: 9, h: 9, rotate }, motion: { enter: 'rise' } }),
        ),
        testWish(),
      ).html
    expect(of(30)).toContain('@keyframes m-rise{from{opacity:0;transform:translateY(24px) rotate(var(--turn,0deg))}}')
    expect(of(30)).toContain('--turn:30deg')
    expect(of(0)).toContain('@keyframes m-rise{from{opacity:0;transform:translateY(24px)}}')
    expect(of(0)).not.toContain('--turn')
  })
  it('ends with an exit that weighs nothing where it is not used, and says when it happens', () => {
    const leaving = html({ exit: 'flip', exitMs: 400, easing: 'spring' })
    expect(leaving).toContain('class="w-text x x-flip" data-n="a" style="animation-timing-function:cubic-bezier(.34,1.56,.64,1);--out:400ms" data-out="400"')
    const toggling = (motion: PageNode['motion']) =>
      renderPage(
        page(text('a', 'x', motion ? { motion } : {}), node('button', 'b', { text: 'x' }, { on: { tap: [{ do: 'toggle', target: 'a' }] } })),
        testWish(),
      ).html
    expect(toggling({ exit: 'flip' })).toMatch(/leaving\.x-flip\{animation-name:x-flip\}[^]*@keyframes x-flip[^]*MutationObserver/)
    expect(toggling({ exit: 'flip' })).not.toContain('x-sink')
    for (const word of ['leaving', 'data-out', '@keyframes', 'MutationObserver']) expect(toggling(undefined)).not.toContain(word)
    expect(html({ exit: 'flip' })).not.toContain('<script>')
    expect(html({ exit: 'flip', exitOnScroll: true })).toContain('IntersectionObserver')
  })
  it('of a popup is its own way of coming and going, or the one that was chosen, or none', () => {
    const box = (motion: PageNode['motion']) =>
      /class="w-overlay[^]*?role="dialog"/.exec(renderPage(page(node('overlay', 'o', { title: 'x' }, motion ? { motion } : {})), testWish()).html)![0]
    expect(box(undefined)).toMatch(/data-out="180"[^]*class="ovl-box ovl-in ovl-out" role/)
    expect(box({ enter: 'zoom', exit: 'shrink', easing: 'swift' })).toMatch(
      /style="--out:180ms" data-out="180"[^]*class="ovl-box m-zoom x x-shrink" style="animation-timing-function/,
    )
    expect(box({ enter: 'none', exit: 'none' })).not.toMatch(/data-out|ovl-in|ovl-out/)
  })
  it('goes on inside the node, so that entrance and loop live together', () => {
    expect(html({ enter: 'fade', loop: 'float' })).toContain('class="w-text m-fade l-float"')
    expect(html({ loop: 'none' })).toContain('class="w-text"')
  })
})

describe('a tap', () => {
  const go = (url: string) => ({ on: { tap: [{ do: 'go' as const, url }] } })
  it('that goes somewhere is a link and needs no script', () => {
    expect(bodyOf(text('a', 'x', go('https://b.example/?a=1&b=2')))).toContain('<a class="w-text" data-n="a" href="https://b.example/?a=1&amp;b=2"><p')
    expect(bodyOf(text('a', 'x', go('/more')))).not.toContain('<script')
  })
  it('on a button makes the button the link', () => {
    expect(bodyOf(node('button', 'a', { text: 'Go' }, go('/more')))).toContain('<a href="/more" class="btn but-primary">Go</a>')
  })
  it('never runs what an address says', () => {
    expect(bodyOf(text('a', 'x', go('java\nscript:alert(1)')))).toContain('href="#"')
  })
  it('that only calls is a link too, and dials what people wrote', () => {
    const call = (tel: string) => ({ on: { tap: [{ do: 'call' as const, tel }] } })
    expect(bodyOf(node('button', 'a', { text: 'Call' }, call('400-800 (1234)')))).toContain('<a href="tel:4008001234" class="btn but-primary">Call</a>')
    expect(bodyOf(text('a', 'x', call('*100#')))).toContain('href="tel:*100%23"')
    expect(bodyOf(text('a', 'x', call('110')))).not.toContain('<script')
  })
  it('that calls after something else goes to the number', () => {
    const body = bodyOf(
      text('a', 'x', {
        on: {
          tap: [
            { do: 'set', name: 'asked', value: true },
            { do: 'call', tel: '110' },
          ],
        },
      }),
    )
    expect(body).toContain('{"do":"set","name":"asked","value":true},{"do":"go","url":"tel:110"}')
  })
  it('brings only the parts that it needs', () => {
    const scriptOf = (action: Action) => bodyOf(text('a', 'x', { on: { tap: [action] } }), text('b', 'y')).split('F.start(')[0]!
    const [scroll, toggle, set] = [
      scriptOf({ do: 'scroll', target: 'b' }),
      scriptOf({ do: 'toggle', target: 'b' }),
      scriptOf({ do: 'set', name: 'n', value: 1 }),
    ]
    const has = (script: string) => [/F\.toggle=/.test(script), /F\.set=/.test(script), /F\.open=/.test(script)]
    expect([scroll, toggle, set].map(has)).toEqual([
      [false, false, false],
      [true, false, false],
      [false, true, false],
    ])
  })
  it('keeps a hidden node out of sight but there, where it can be shown', () => {
    const hidden = text('b', 'y', { hidden: true })
    expect(bodyOf(text('a', 'x', { on: { tap: [{ do: 'toggle', target: 'b' }] } }), hidden)).toContain('data-n="b" hidden>')
    expect(bodyOf(text('a', 'x'), hidden)).not.toContain('data-n="b"')
  })
  it('that does more is marked for the script, and can be reached by keyboard', () => {
    const body = bodyOf(text('a', 'x', { on: { tap: [{ do: 'scroll', target: 'b' }] } }), text('b', 'y'))
    expect(body).toContain('<div class="w-text" data-n="a" data-on role="button" tabindex="0">')
    expect(body).toContain('"a":{"tap":[{"do":"scroll","target":"b"}]}')
  })
})

describe('free placement', () => {
  const frame = { x: 15, y: 20, w: 75, h: 30, rotate: 10, z: 2 }
  it('is in shares of the container, and down in units of the design', () => {
    const document = page(node('section', 's', { layout: 'free', look: 'plain', height: 100 }), text('t', 'x', { parent: 's', frame }))
    expect(renderPage(document, testWish()).html).toContain(
      '<div class="w-text framed" data-n="t" style="left:4%;top:calc(20*var(--u));width:20%;height:calc(30*var(--u));transform:rotate(10deg);z-index:2">',
    )
  })
  it('is passed over where the container flows', () => {
    const document = page(node('section', 's', { layout: 'flow', look: 'plain' }), text('t', 'x', { parent: 's', frame }))
    expect(renderPage(document, testWish()).html).toContain('<div class="w-text" data-n="t">')
  })
  it('makes the container as high as its lowest child', () => {
    const document = page(node('section', 's', { layout: 'free', look: 'plain', height: 30 }), text('t', 'x', { parent: 's', frame }))
    expect(renderPage(document, testWish()).html).toContain('data-n="s" style="min-height:calc(50*var(--u))"')
  })
  it('makes what a popup holds as high, and the popup itself takes no room on the page', () => {
    const document = page(node('overlay', 'o', { title: 'x', layout: 'free', height: 30 }), text('t', 'x', { parent: 'o', frame }))
    const { html } = renderPage(document, testWish())
    expect(html).toContain('data-n="o" style="--free:calc(50*var(--u))"')
    expect(html).toContain('height:var(--free)')
  })
})

it('a theme cannot leave its declarations', () => {
  const tokens = { 'color.page': 'red;}</style><script>', 'color.onPage': '#123456' }
  const { html } = renderPage({ ...page(), theme: { preset: 'festive', tokens } }, testWish())
  expect(html).toContain('color:#123456')
  expect(html).not.toContain('red;}')
})
