import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rootId, type PageDocument } from '../../schemas/page'
import type { Activity } from '../../schemas/api/management'
import type { ImportedFile } from '../../schemas/api/imports'
import { childrenOf } from '../../schemas/tree'
import { createChecker } from '../../schemas/check'
import { compileValidators } from '../../schemas/compile'
import { playKinds } from '../../widgets/rules'
import { specs } from '../../widgets/specs'
import { blank } from '../templates/blank'
import { createTestWorld, type TestWorld } from '../testing/testWorld'
import { plainText } from './plainText'
import { richText } from './richText'
import { readForeign } from './readForeign'

const seed = 20_261_124

/** A page in one line: what stands in what, in order. */
function outline({ nodes }: PageDocument, parent = rootId): string {
  return childrenOf(nodes, parent)
    .map(({ id, type }) => {
      const inside = outline({ nodes } as PageDocument, id)
      return inside ? `${type}(${inside})` : type
    })
    .join(' ')
}

function only(value: unknown) {
  const foreign = readForeign(value, 'zh-CN')
  if (!foreign) throw new Error('Nobody knows this file.')
  return { system: foreign.system, ...foreign.pages[0]! }
}

const fatesOf = (value: unknown) => only(value).lines.map(({ was, fate, reasons }) => [was, fate, ...reasons].join(' '))

const tmagicApp = {
  type: 'app',
  name: 'shop',
  codeBlocks: { code_1: { content: '() => alert(1)' } },
  dataSources: [{ id: 'ds', fields: [{ name: 'label', defaultValue: 'Open' }] }],
  items: [
    {
      type: 'page',
      id: 'p1',
      name: 'index',
      style: { height: '800', backgroundColor: 'rgba(1, 2, 3, 1)' },
      items: [
        { type: 'text', id: 't1', text: 'Hello', style: { left: '10.5', top: 20, width: '200', fontSize: '32', color: '#ff0000' } },
        {
          type: 'button',
          id: 'b1',
          text: '${ds.label}',
          style: { right: '5', bottom: 10, width: 100, height: 40 },
          events: [
            {
              name: 'magic:common:events:click',
              actions: [
                { actionType: 'comp', to: 'o1', method: 'openOverlay' },
                { actionType: 'code', codeId: 'code_1' },
              ],
            },
          ],
        },
        {
          type: 'overlay',
          id: 'o1',
          items: [{ type: 'container', style: { width: '80%', height: 300 }, items: [{ type: 'img', src: 'http://pictures.example.com/a.png' }] }],
        },
        { type: 'qrcode', id: 'q1', url: 'https://example.com' },
      ],
    },
  ],
}

describe('a tmagic app', () => {
  it('keeps what stands on its page, popups among it, in place and order', () => {
    expect(outline(only(tmagicApp).document)).toBe('text button overlay(image) imported-qrcode')
  })

  it('places by left and top, or from the other side', () => {
    const { document } = only(tmagicApp)
    const [text, button] = childrenOf(document.nodes, rootId)
    expect(text!.frame).toMatchObject({ x: 10.5, y: 20, w: 200 })
    expect(button!.frame).toEqual({ x: 270, y: 750, w: 100, h: 40 })
  })

  it('opens the popup that its button opened, and says that the script is gone', () => {
    const { document, lines } = only(tmagicApp)
    const button = Object.values(document.nodes).find(({ type }) => type === 'button')!
    const overlay = Object.values(document.nodes).find(({ type }) => type === 'overlay')!
    expect(button.on).toEqual({ tap: [{ do: 'open', target: overlay.id }] })
    expect(lines.find(({ was }) => was === 'button')?.reasons).toEqual(['script', 'bound'])
    expect(button.props['text']).toBe('Open')
  })

  it('keeps what no widget shows as it was', () => {
    const { document, lines } = only(tmagicApp)
    const kept = Object.values(document.nodes).find(({ type }) => type === 'imported-qrcode')!
    expect(kept.props).toEqual({ importedFrom: 'qrcode', source: tmagicApp.items[0]!.items[3] })
    expect(lines.find(({ was }) => was === 'qrcode')).toMatchObject({ fate: 'placeholder', reasons: ['no-widget'] })
  })

  it('takes the colour of the page, and asks for pictures over https', () => {
    const { document } = only(tmagicApp)
    expect(document.theme.tokens).toMatchObject({ 'color.page': 'rgba(1, 2, 3, 1)' })
    expect(Object.values(document.nodes).find(({ type }) => type === 'image')?.props['src']).toBe('https://pictures.example.com/a.png')
  })
})

describe('a lottery-creater page', () => {
  const page = {
    type: 'mobile',
    name: 'wheel',
    bg: { src: 'https://img.example.com/bg.jpg', style: { height: '1000px', backgroundColor: '#fff' } },
    modules: [
      { type: 'dial', alias: '转盘', children: [{ type: 'bg', style: { width: '8rem', height: '8rem', top: '4rem', left: '4rem' } }], data: { type: 'auto' } },
      { type: 'myPrize', alias: '我的奖品', style: { width: '4rem', height: '1rem', top: '0', right: '0' } },
      { type: 'order', alias: '下单', style: { width: '1rem' } },
      { type: 'drawTotal', alias: '抽奖次数' },
    ],
  }

  it('becomes a wheel and a prize list over the same play', () => {
    const { document } = only(page)
    expect(outline(document)).toBe('lottery-wheel lottery-prizes image')
    expect(childrenOf(document.nodes, rootId).map(({ play }) => play)).toEqual(['lottery', 'lottery', undefined])
    expect(fatesOf(page).slice(-2)).toEqual(['order changed task lost-image', 'drawTotal dropped in-wheel'])
  })

  it('reads sixteen rem as the whole width', () => {
    const [wheel, prizes] = childrenOf(only(page).document.nodes, rootId)
    expect(wheel!.frame).toEqual({ x: 93.75, y: 93.75, w: 187.5, h: 187.5 })
    expect(prizes!.frame?.x).toBe(281.25)
  })
})

it.each([
  [
    'luban-h5',
    {
      title: 'w',
      pages: [{ elements: [{ name: 'lbp-text', pluginProps: { text: '<p>Hi</p>' }, commonStyle: { left: 160, top: 32, width: 100, height: 20 } }] }],
    },
    'section(text)',
  ],
  [
    'shida',
    { width: 375, pages: [{ elements: [{ elName: 'qk-image', propsValue: { imageSrc: 'https://a.example.com/1.png' }, commonStyle: {} }] }, { elements: [] }] },
    'section(image) section',
  ],
  ['h5-dooring', [{ item: { type: 'Text', config: { text: 'Hi', color: { r: 1, g: 2, b: 3, a: 1 } } }, point: { x: 0, y: 10, w: 24, h: 20 } }], 'text'],
  [
    'grapesjs',
    {
      pages: [
        {
          frames: [
            {
              component: {
                components: [
                  { tagName: 'h1', components: [{ type: 'textnode', content: 'Hi' }] },
                  { type: 'image', attributes: { src: 'https://a.example.com/1.png' } },
                ],
              },
            },
          ],
        },
      ],
    },
    'text image',
  ],
  [
    'puck',
    {
      root: { props: { title: 'T' } },
      content: [{ type: 'Grid', props: { id: 'g', items: [{ type: 'Heading', props: { text: 'Hi' } }] } }],
      zones: { 'g:side': [{ type: 'Button', props: { label: 'Go', href: '/x' } }] },
    },
    'section(text button)',
  ],
  [
    'other',
    {
      type: 'page',
      body: [
        { type: 'tpl', tpl: 'Hi' },
        { type: 'input-text', name: 'age' },
      ],
    },
    'form',
  ],
  [
    'other',
    {
      id: 1,
      width: 1242,
      height: 2208,
      data: JSON.stringify([{ global: {}, layers: [{ type: 'w-text', text: 'Hi<br/>there', left: 0, top: 0, width: 621 }] }]),
    },
    'text',
  ],
])('a file of %s is recognised and drawn', (system, file, drawn) => {
  const read = only(file)
  expect([read.system, outline(read.document)]).toEqual([system, drawn])
})

it('turns several screens into sections one below the other, at this page’s scale', () => {
  const { document } = only({
    width: 750,
    height: 1000,
    pages: [
      { elements: [{ elName: 'qk-text', propsValue: { text: 'a' }, commonStyle: { left: 75, top: 150, width: 300, height: 50, fontSize: 40 } }] },
      { elements: [] },
    ],
  })
  const [first] = childrenOf(document.nodes, rootId)
  const [text] = childrenOf(document.nodes, first!.id)
  expect(first!.props).toMatchObject({ layout: 'free', height: 500 })
  expect(text).toMatchObject({ frame: { x: 37.5, y: 75, w: 150, h: 25 }, props: { size: 20 } })
})

describe('fields of other systems', () => {
  const field = (type: string, props: object) => ({ type, props })
  const page = {
    components: [
      field('text', { content: '报名' }),
      field('input', { placeholder: '请输入您的姓名' }),
      field('input', { placeholder: '手机号', type: 'tel', required: false }),
      field('divider', { text: '方向' }),
      field('radio', { options: [{ label: '前端' }, { label: '后端' }] }),
      field('image', { src: 'https://a.example.com/1.png' }),
      field('checkbox', { options: [{ label: '我已阅读并同意规则' }] }),
      field('button', { text: '去报名' }),
      field('text', { content: '之后' }),
      field('textarea', { label: '留言' }),
    ],
  }

  it('become forms: what stands between them moves above, the button after them is theirs, and its next fields make the next form', () => {
    const { document, plays } = only(page)
    const all = childrenOf(document.nodes, rootId)
    expect(all.map(({ type, props }) => `${type} ${String(props['text'] ?? props['button'] ?? '')}`.trim())).toEqual([
      'text 报名',
      'image',
      'form 去报名',
      'text 之后',
      expect.stringMatching(/^form/),
    ])
    expect(all.flatMap(({ play }) => play ?? [])).toEqual(Object.keys(plays))
  })

  it('ask what they asked, in the kinds of question that there are', () => {
    const [first, second] = Object.values(only(page).plays) as unknown as {
      fields: { type: string; label: string; required: boolean; personal?: boolean; long?: boolean }[]
    }[]
    expect(first!.fields.map(({ type, label, required }) => [type, label, required])).toEqual([
      ['text', '姓名', true],
      ['phone', '手机号', false],
      ['choice', '方向', true],
      ['consent', '我已阅读并同意规则', true],
    ])
    expect(first!.fields[0]!.personal).toBe(true)
    expect(second!.fields).toMatchObject([{ type: 'text', label: '留言', long: true }])
  })

  it('are each told of, with the node that they went into', () => {
    const { lines, document } = only(page)
    expect(lines.filter(({ now }) => now === 'form').map(({ was, reasons }) => `${was} ${reasons.join(' ')}`)).toEqual([
      'input question',
      'input question',
      'divider question',
      'radio question',
      'checkbox question',
      'button submit',
      'textarea question',
    ])
    expect(lines.every(({ node }) => node === undefined || node in document.nodes)).toBe(true)
  })

  it('stay placeholders where no question here is like them', () => {
    expect(fatesOf({ components: [field('stepper', { modelValue: 1 }), field('rate', { readonly: true, modelValue: 4 })] })).toEqual([
      'page kept',
      'stepper placeholder form-field no-widget',
      'rate placeholder no-widget',
    ])
  })

  it('of GrapesJS, luban-h5 and H5-Dooring are read as well, in their wrappers', () => {
    const label = (text: string) => ({ tagName: 'label', components: [{ type: 'textnode', content: text }] })
    const grapes = {
      tagName: 'form',
      components: [
        { tagName: 'div', components: [label('Email'), { type: 'input', attributes: { type: 'email', required: true } }] },
        {
          type: 'select',
          components: [
            { type: 'option', content: 'A' },
            { type: 'option', content: 'B' },
          ],
          attributes: { 'aria-label': 'Plan' },
        },
        { type: 'input', attributes: { type: 'submit', value: 'Send' } },
      ],
    }
    const luban = [
      { name: 'lbp-form-input', pluginProps: { name: '姓名', placeholder: '姓名' } },
      { name: 'lbp-form-button', pluginProps: { text: '提交' } },
    ]
    const dooring = {
      type: 'Form',
      config: {
        formControls: [
          { type: 'Text', label: '姓名' },
          { type: 'Radio', label: '性别', options: [{ label: '男' }, { label: '女' }] },
        ],
      },
    }
    const files = [
      { pages: [{ frames: [{ component: { components: [grapes] } }] }] },
      { pages: [{ elements: luban }] },
      [{ item: dooring, point: { x: 0, y: 0, w: 24, h: 100 } }],
    ]
    const asked = files.map((file) => (only(file).plays['form'] as unknown as { fields: { type: string; label: string }[] }).fields)
    expect(asked.map((fields) => fields.map(({ type, label }) => `${type} ${label}`).join(', '))).toEqual([
      'email Email, choice Plan',
      'text 姓名',
      'text 姓名, choice 性别',
    ])
  })

  it(`lose no part on the way, and always make a play that is sound (seed ${seed})`, () => {
    const checker = createChecker({ specs, kinds: playKinds, validators: compileValidators(specs, playKinds) })
    const options = fc.array(fc.record({ label: fc.string() }), { maxLength: 4 })
    const part = fc.record({
      type: fc.constantFrom('text', 'divider', 'input', 'radio', 'checkbox', 'switch', 'textarea', 'rate', 'button', 'image', 'select'),
      props: fc.record(
        { text: fc.string(), label: fc.string(), placeholder: fc.string(), options, type: fc.constantFrom('tel', 'email', 'text') },
        { requiredKeys: [] },
      ),
    })
    const rules = blank.rules(0)
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 20 }), (components) => {
        const { plays, lines } = only({ components })
        expect(lines.length - 1).toBeGreaterThanOrEqual(components.length)
        const problems = checker.structure('rules', { ...rules, plays: { ...rules.plays, ...plays } })
        expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
      }),
      { seed, numRuns: 500 },
    )
  })
})

describe('what is shown one after the other', () => {
  const listed = {
    components: [
      { type: 'swiper', props: { images: ['http://a.example.com/1.png', { url: 'https://a.example.com/2.png' }] } },
      { type: 'collapse', props: { items: [{ title: '<b>多久发货？</b>', content: '三天内' }] } },
      { type: 'steps', props: { steps: [{ text: '报名' }, { title: '打卡', description: '七天' }] } },
      { type: 'video', props: { src: 'http://a.example.com/v.mp4' } },
      { type: 'video', props: { src: 'javascript:alert(1)' } },
    ],
  }

  it('becomes a carousel, questions, steps and videos, with what each says', () => {
    const { document } = only(listed)
    const [swiper, faq, steps, video, broken] = childrenOf(document.nodes, rootId).map(({ type, props }) => ({ type, props }))
    expect(swiper).toMatchObject({ type: 'carousel', props: { slides: [{ src: 'https://a.example.com/1.png' }, { src: 'https://a.example.com/2.png' }] } })
    expect(faq).toMatchObject({ type: 'faq', props: { entries: [{ question: '多久发货？', answer: '三天内' }] } })
    expect(steps).toMatchObject({ type: 'steps', props: { steps: [{ title: '报名' }, { title: '打卡', detail: '七天' }] } })
    expect([video, broken].map((one) => [one!.type, one!.props['source']])).toEqual([
      ['video', 'https://a.example.com/v.mp4'],
      ['video', ''],
    ])
    expect(fatesOf(listed).at(-1)).toBe('video changed lost-video')
  })

  it('makes props that their widgets admit', () => {
    const checker = createChecker({ specs, kinds: playKinds, validators: compileValidators(specs, playKinds) })
    expect(checker.structure('page', only(listed).document).filter(({ severity }) => severity === 'error')).toEqual([])
  })
})

describe('hostile content', () => {
  it('stays text: no script, no markup, no unsafe link or picture', () => {
    const file = {
      root: {},
      content: [
        { type: 'Text', props: { text: '<img src=x onerror=alert(1)><script>alert(2)</script>Hello' } },
        { type: 'Button', props: { label: 'Go', href: 'javascript:alert(3)' } },
        { type: 'Image', props: { src: 'javascript:alert(4)' } },
      ],
    }
    const { document } = only(file)
    expect(JSON.stringify(document)).not.toMatch(/alert|onerror|javascript/)
    expect(fatesOf(file).slice(1)).toEqual(['Text changed rich-text', 'Button changed bad-link', 'Image changed lost-image'])
  })

  it('cannot write style of its own', () => {
    const { document } = only({ root: {}, content: [], style: {}, zones: {} })
    expect(document.nodes[rootId]!.props).toEqual({ layout: 'flow' })
    const styled = only({
      type: 'app',
      items: [{ type: 'page', items: [{ type: 'text', text: 'x', style: { color: 'red;background:url(//evil)', left: 0, top: 0 } }] }],
    })
    expect(JSON.stringify(styled.document)).not.toContain('evil')
  })
})

it('keeps a page within what a page may hold, and says what was left out', () => {
  const content = Array.from({ length: 5200 }, (_, i) => ({ type: 'Text', props: { text: `line ${i}` } }))
  const { document, lines } = only({ root: {}, content })
  expect(Object.keys(document.nodes)).toHaveLength(5000)
  expect(lines.filter(({ reasons }) => reasons.includes('too-many'))).toHaveLength(5200 - 4999)
})

it('tells each part’s fate once: whatever goes in comes out as a node or a line', () => {
  const lines = only(tmagicApp).lines
  expect(lines.map(({ was }) => was)).toEqual(['page', 'text', 'button', 'overlay', 'img', 'qrcode'])
})

it('reads lines out of HTML, and nothing that runs', () => {
  expect(plainText('<p>One</p><p>Two &amp; <b>three</b></p><style>p{}</style>')).toBe('One\nTwo & three')
  expect(plainText('1 < 2')).toBe('1 < 2')
})

const words = [
  'type',
  'items',
  'children',
  'pages',
  'elements',
  'style',
  'props',
  'content',
  'root',
  'text',
  'src',
  'app',
  'page',
  'left',
  'width',
  'modules',
  'bg',
  'point',
  'item',
  'config',
  'schema',
  'data',
  'components',
  'frames',
]

it(`never throws, whatever a file holds, and always draws a sound page (seed ${seed})`, () => {
  const checker = createChecker({ specs, kinds: playKinds, validators: compileValidators(specs, playKinds) })
  const key = fc.constantFrom(...words)
  const { tree } = fc.letrec((tie) => ({
    leaf: fc.oneof(
      fc.string(),
      fc.constantFrom(...words, '12px', '50%', '<b>x</b>', 'url(javascript:x)'),
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
    ),
    tree: fc.oneof({ maxDepth: 5 }, tie('leaf'), fc.array(tie('tree'), { maxLength: 4 }), fc.dictionary(key, tie('tree'), { maxKeys: 6 })),
  }))
  fc.assert(
    fc.property(tree, (value) => {
      for (const { document } of readForeign(value, 'zh-CN')?.pages ?? [])
        expect(checker.structure('page', document).filter(({ severity }) => severity === 'error')).toEqual([])
    }),
    { seed, numRuns: 3000 },
  )
})

describe('the API', () => {
  let test: TestWorld
  beforeAll(async () => void (test = await createTestWorld()))
  afterAll(() => test.close())

  it('tells what a file would become, and keeps nothing', async () => {
    const file = await test.read<ImportedFile>('/api/imports', { method: 'POST', body: tmagicApp })
    expect(file).toMatchObject({ system: 'tmagic', pages: [{ title: 'index', nodes: 5, fates: { kept: 2, changed: 3, placeholder: 1, dropped: 0 } }] })
    expect(file.pages[0]!.lines[2]!.reasons[0]).toEqual({ code: 'script', text: '脚本不会被导入' })
    expect((await test.read<{ activities: unknown[] }>('/api/activities')).activities).toEqual([])
  })

  it('makes an activity whose page, rules and pictures are there', async () => {
    const dot = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='
    const body = {
      bg: {},
      name: 'Lucky',
      modules: [
        { type: 'dial', children: [], data: {} },
        { type: 'pic', data: { src: dot }, style: {} },
      ],
    }
    const { id, name } = await test.read<Activity>('/api/imports/activity?page=0', { method: 'POST', body })
    const page = await test.read<PageDocument>(`/api/activities/${id}/page`)
    const rules = await test.read<{ plays: { [id: string]: { kind: string } } }>(`/api/activities/${id}/rules`)
    expect([name, outline(page), rules.plays['lottery']?.kind]).toEqual(['Lucky', 'lottery-wheel image', 'lottery'])
    expect(childrenOf(page.nodes, rootId)[1]!.props['src']).toMatch(/^asset:[0-9a-f]{64}$/)
  })

  it('refuses a file of no known kind with words, and a viewer altogether', async () => {
    const answer = await test.ask('/api/imports', { method: 'POST', body: { hello: 'world' } })
    expect([answer.status, ((await answer.json()) as { problems: { message: string }[] }).problems[0]!.message]).toEqual([
      400,
      expect.stringContaining('tmagic'),
    ])
    expect((await test.ask('/api/imports', { method: 'POST', body: tmagicApp, as: 'viewer' })).status).toBe(403)
  })
})

describe('formatted text', () => {
  const scaled = { scale: 0.5, rem: 16 }

  it('keeps marks, sizes at this page’s scale, links and lists', () => {
    const html = '<p>满 <b style="color:#c00;font-size:40px">200</b> 减</p><ul><li>一</li><li><a href="https://example.com">二</a></li></ul><p>尾</p>'
    expect(richText(html, scaled)).toEqual({
      wasLost: false,
      lines: [
        { runs: [{ text: '满 ' }, { text: '200', bold: true, colour: '#c00', size: 20 }, { text: ' 减' }] },
        { list: 'bullet', runs: [{ text: '一' }] },
        { list: 'bullet', runs: [{ text: '二', link: 'https://example.com' }] },
        { runs: [{ text: '尾' }] },
      ],
    })
  })

  it('says what it cannot keep, and never keeps what could run', () => {
    const read = richText(
      '<a href="javascript:alert(1)" style="color:red;x:url(//evil)">a</a><script>alert(2)</script><table><tr><td>b</td></tr></table>',
      scaled,
    )
    expect(read.wasLost).toBe(true)
    expect(JSON.stringify(read.lines)).not.toMatch(/alert|evil|javascript/)
  })

  it.each(['</b></p>x', '<b><i>x</b>y</i>', '<ul><li>x<ul><li>y</ul>', '<li>x', '<p>', ''])('reads %j without losing its way', (html) => {
    const { lines } = richText(html, scaled)
    expect(lines.flatMap(({ runs }) => runs.map(({ text }) => text)).join('')).toBe(html.replace(/<[^>]*>/g, ''))
  })
})
