import sharp from 'sharp'
import type { Activity, Asset } from '../../schemas/api/management'
import type { PageDocument, PageNode } from '../../schemas/page'
import type { RulesDocument } from '../../schemas/rules'
import { playKinds } from '../../widgets/rules'
import { specs } from '../../widgets/specs'
import { standard } from '../fiveWidgets'
import { apiToken, type Product } from '../product'
import { createActivity } from '../studio'

/** What the pictures are taken of. */
export interface World {
  /** The demo activity: released thrice, the last time with a new headline, and once more in days to come. */
  readonly demo: string
  /** One widget of each type. */
  readonly each: string
  /** Things freely placed, with conditions, actions, styles of their own, pictures, and mistakes. */
  readonly rich: string
  /** Nothing at all. */
  readonly bare: string
  /** Prizes with pictures, and words for new visitors only; ready to be released. */
  readonly gifts: string
}

export async function createWorld(product: Product): Promise<World> {
  const { activities } = await product.api<{ activities: Activity[] }>('GET', '/api/activities')
  const demo = activities.find(({ slug }) => slug === 'new-year')!.id
  const pictures = await keepPictures(product)
  await addMembers(product)
  await release(product, demo)
  return {
    demo,
    each: await eachWidget(product),
    rich: await richPage(product, pictures),
    bare: await createActivity(product),
    gifts: await giftPage(product, pictures),
  }
}

async function addMembers(product: Product): Promise<void> {
  for (const [name, role] of [
    ['林小满', 'designer'],
    ['Maximiliane Featherstonehaugh-Wolfeschlegelsteinhausen', 'operator'],
    ['Wei', 'viewer'],
  ] as const)
    await product.api('POST', '/api/members', { name, role, email: `${role}@example.com`, password: 'a-long-passphrase-for-tests' })
}

async function release(product: Product, activity: string): Promise<void> {
  const path = `/api/activities/${activity}/page`
  const answer = await fetch(product.url + path, { headers: { Authorization: `Bearer ${apiToken}` } })
  // The route declares this document.
  const page = (await answer.json()) as PageDocument
  await product.api(
    'PUT',
    path,
    { ...page, title: { 'zh-CN': '新年大转盘：天天有礼', 'en': 'New Year wheel: a gift a day' } },
    { 'If-Match': answer.headers.get('ETag')! },
  )
  const send = (wish: object): Promise<unknown> => product.api('POST', `/api/activities/${activity}/releases`, wish, { 'Idempotency-Key': crypto.randomUUID() })
  await send({ note: '换上除夕主视觉' })
  await send({ note: '十五之后改为收尾文案 / closing words after the Lantern Festival', startsAt: new Date(Date.now() + 3 * 86_400_000).toISOString() })
  await product.api('PUT', `/api/activities/${activity}/webhook`, { url: 'http://localhost:9/awards', secret: 'a-secret-that-is-long-enough-0123456789' })
}

/** Pictures of unlike shapes and names. @returns references */
async function keepPictures(product: Product): Promise<readonly string[]> {
  const wishes: readonly (readonly [string, string, number, number])[] = [
    ['金色红包.png', '#c0392b', 600, 600],
    ['蓝牙耳机 第二代 充电仓 主视觉 最终版 2026-01-08 v12.png', '#2c3e50', 800, 450],
    ['mug.png', '#e67e22', 400, 600],
    ['a-name-without-any-space-that-goes-on-and-on-and-on.png', '#16a085', 1200, 300],
    ['灯笼.png', '#8e44ad', 300, 300],
    ['coupon-20.png', '#f39c12', 640, 360],
  ]
  return Promise.all(wishes.map(async ([name, colour, width, height]) => `asset:${(await keep(product, name, await gift(colour, width, height))).id}`))
}

async function keep({ url }: Product, name: string, bytes: Buffer): Promise<Asset> {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name))
  const answer = await fetch(`${url}/api/assets`, { method: 'POST', body: form, headers: { Authorization: `Bearer ${apiToken}` } })
  // The route declares this answer.
  return (await answer.json()) as Asset
}

/** A parcel with a ribbon. */
function gift(colour: string, w: number, h: number): Promise<Buffer> {
  const [x, y, side] = [w / 2, h / 2, Math.min(w, h) * 0.7]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}"><rect width="100%" height="100%" fill="#fff6e5"/><rect x="${x - side / 2}" y="${y - side / 2}" width="${side}" height="${side}" rx="${side / 12}" fill="${colour}"/><path d="M${x} ${y - side / 2}v${side}M${x - side / 2} ${y}h${side}" stroke="#ffd166" stroke-width="${side / 8}"/></svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}

/** An activity with one widget of each type, its containers free and turned things in one of them. */
async function eachWidget(product: Product): Promise<string> {
  const flowing = Object.values(specs)
    .filter(({ type, within }) => type !== 'page' && within !== 'page')
    .map(({ type }, i) => standard(type, type, { order: `a${String.fromCharCode(65 + i)}` }))
  const free = standard('section', 'free', { order: 'aa', props: { ...specs['section']!.defaults, layout: 'free', height: 240 } })
  const placed = ['one', 'two', 'three'].map((id, i) =>
    standard('text', id, { parent: 'free', order: `a${i}`, frame: { x: 20 + i * 115, y: 24 + i * 50, w: 100, h: 60, ...(i === 1 ? { rotate: 15 } : {}) } }),
  )
  return createActivity(product, [free, ...placed, ...flowing, standard('overlay', 'overlay', { order: 'b0' })])
}

function richPage(product: Product, pictures: readonly string[]): Promise<string> {
  const props = (type: string, more: PageNode['props']): Partial<PageNode> => ({ props: { ...specs[type]!.defaults, ...more } })
  return createActivity(
    product,
    [
      standard('section', 'free', { order: 'a0', ...props('section', { layout: 'free', height: 300 }) }),
      standard('text', 'title', { parent: 'free', order: 'a0', frame: { x: 24, y: 20, w: 200, h: 44 }, ...props('text', { text: '除夕抽好礼' }) }),
      standard('image', 'gift', { parent: 'free', order: 'a1', frame: { x: 240, y: 20, w: 110, h: 110 }, ...props('image', { src: pictures[0]! }) }),
      standard('button', 'go', { parent: 'free', order: 'a2', frame: { x: 24, y: 210, w: 200, h: 48 }, ...props('button', { text: '立即参加' }) }),
      standard('text', 'styled', {
        order: 'a1',
        ...props('text', {
          text: { 'zh-CN': '一段有样式的文字', 'en': 'Words with a style of their own' },
          gradient: {
            kind: 'linear',
            angle: 135,
            stops: [
              { colour: 'var(--color-primary)', at: 0 },
              { colour: '#ffd166', at: 60 },
              { colour: 'var(--color-accent)', at: 100 },
            ],
          },
          shadow: { x: 0, y: 6, blur: 20, colour: '#00000033' },
          padding: { top: 16, right: 24, bottom: 16, left: 24 },
          radius: 12,
        }),
        when: {
          phase: ['open'],
          segment: ['vip'],
          channel: ['wechat', 'app'],
          play: [{ play: 'draw', is: ['no-chances', 'done-today'] }],
          not: { segment: ['staff'] },
        },
        motion: { enter: 'rise', delayMs: 200, loop: 'float', exit: 'fade' },
      }),
      standard('button', 'acts', {
        order: 'a2',
        ...props('button', { text: '分享得次数' }),
        on: {
          tap: [
            { do: 'act', play: 'draw', action: 'draw' },
            { do: 'set', name: 'choice', value: 'yes' },
            { do: 'go', url: 'https://example.com/a/very/long/address/that/does/not/end?from=festoon' },
            { do: 'open', target: 'nowhere' },
          ],
        },
      }),
      standard('lottery-wheel', 'wheel', { order: 'a3', play: 'draw' }),
      standard('lottery-prizes', 'prizes', { order: 'a4', play: 'draw' }),
      standard('leaderboard', 'unbound', { order: 'a5', play: 'gone' }),
      { ...standard('text', 'strange', { order: 'a6' }), type: 'hologram', props: { depth: 3 } },
    ],
    (rules) => richRules(rules, pictures),
  )
}

function giftPage(product: Product, pictures: readonly string[]): Promise<string> {
  const nodes = [
    standard('lottery-wheel', 'wheel', { order: 'a1', play: 'draw' }),
    standard('text', 'hello', {
      order: 'a2',
      props: { ...specs['text']!.defaults, text: { 'zh-CN': '第一次来？抽奖前先看看规则', 'en': 'New here? Read the rules first' } },
      when: { visitor: 'new' },
    }),
    standard('lottery-ticket', 'ticket', { order: 'a3', play: 'draw' }),
    standard('lottery-winners', 'winners', { order: 'a4', play: 'draw' }),
    standard('lottery-prizes', 'prizes', { order: 'a5', play: 'draw' }),
  ]
  return createActivity(product, nodes, (rules) => {
    const { prizes, plays } = richRules(rules, pictures)
    const [start, end] = [-1, 30].map((days) => new Date(Date.now() + days * 86_400_000).toISOString())
    return { ...rules, prizes, plays, schedule: { ...rules.schedule, startsAt: start!, endsAt: end!, phases: [] } }
  })
}

function richRules(rules: RulesDocument, pictures: readonly string[]): RulesDocument {
  const names = [
    ['金色红包', 'Golden envelope'],
    ['蓝牙耳机第二代', 'Wireless earphones, second generation'],
    ['新年马克杯', 'New Year mug'],
    ['满 200 减 20 券', '20 off 200'],
    ['灯笼徽章', 'Lantern badge'],
    ['神秘礼物', 'Mystery gift'],
  ] as const
  const prizes = Object.fromEntries(
    names.map(([zh, en], i) => [
      `p${i}`,
      {
        title: { 'zh-CN': zh, en },
        type: i === 3 ? 'coupon' : 'physical',
        icon: '🎁',
        image: pictures[i]!,
        stock: i ? 10 ** i : 5,
        faceValue: 9900 * (i + 1),
      } as const,
    ]),
  )
  const slots = names.map(([zh, en], i) => ({ id: `s${i}`, prize: `p${i}`, weightPpm: i ? 100_000 : 500_000, title: { 'zh-CN': zh, en } }))
  const at = (days: number): string => new Date(Date.parse('2026-11-01T00:00:00+08:00') + days * 86_400_000).toISOString()
  return {
    ...rules,
    schedule: {
      ...rules.schedule,
      phases: [
        { id: 'warm', kind: 'preheat', title: { 'zh-CN': '预热', 'en': 'Warm-up' }, startsAt: at(0), endsAt: at(7) },
        { id: 'open', kind: 'start', title: { 'zh-CN': '启动', 'en': 'Opening' }, startsAt: at(7), endsAt: at(20) },
        { id: 'peak', kind: 'peak', title: { 'zh-CN': '高潮', 'en': 'Peak' }, startsAt: at(20), endsAt: at(30) },
      ],
    },
    prizes,
    // A kind's own rules are unknown to the type of plays.
    plays: { draw: { ...playKinds['lottery']!.defaults, slots } as RulesDocument['plays'][string] },
    segments: {
      vip: {
        title: { 'zh-CN': '金卡会员', 'en': 'Gold members' },
        match: 'all',
        tests: [
          { of: 'tier', in: ['gold', 'platinum'] },
          { of: 'member', is: true },
        ],
      },
      staff: { title: { 'zh-CN': '内部员工', 'en': 'Staff' }, match: 'all', tests: [{ of: 'tag', in: ['staff'] }] },
    },
  }
}
