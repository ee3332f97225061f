import { instantSchema, schema, wordsSchema, type Admitted } from './schema'
import type { Locale } from './words'

const listed = (zh: string, en: string) => ({ type: 'array', maxItems: 32, items: { type: 'string', minLength: 1, maxLength: 64 }, title: { zh, en } }) as const
const not = schema({ type: 'boolean', title: { zh: '排除', en: 'Except these' } })
const from = { ...instantSchema, title: { zh: '从', en: 'From' } } as const
const to = { ...instantSchema, title: { zh: '到', en: 'Until' } } as const

const testSchema = schema({
  oneOf: [
    {
      type: 'object',
      additionalProperties: false,
      required: ['of', 'is'],
      title: { zh: '会员身份', en: 'Member or not' },
      properties: { of: { const: 'member' }, is: { type: 'boolean', title: { zh: '是会员', en: 'Is a member' } } },
    },
    {
      type: 'object',
      additionalProperties: false,
      required: ['of', 'in'],
      title: { zh: '会员等级', en: 'Member tier' },
      properties: { of: { const: 'tier' }, in: listed('等级', 'Tiers'), not },
    },
    {
      type: 'object',
      additionalProperties: false,
      required: ['of', 'in'],
      title: { zh: '会员标签', en: 'Member tags' },
      properties: { of: { const: 'tag' }, in: listed('标签', 'Tags'), not },
    },
    {
      type: 'object',
      additionalProperties: false,
      required: ['of'],
      title: { zh: '会员注册时间', en: 'Registered' },
      properties: { of: { const: 'registered' }, from, to },
    },
    {
      type: 'object',
      additionalProperties: false,
      required: ['of'],
      title: { zh: '首次来访时间', en: 'First visit' },
      properties: { of: { const: 'arrived' }, from, to },
    },
    {
      type: 'object',
      additionalProperties: false,
      required: ['of', 'in'],
      title: { zh: '首次来访渠道', en: 'First channel' },
      properties: { of: { const: 'channel' }, in: listed('渠道', 'Channels'), not },
    },
    {
      type: 'object',
      additionalProperties: false,
      required: ['of', 'is'],
      title: { zh: '语言', en: 'Language' },
      properties: {
        of: { const: 'language' },
        is: {
          'enum': ['zh-CN', 'en'],
          'x-names': [
            { zh: '中文', en: 'Chinese' },
            { zh: '英文', en: 'English' },
          ],
          'title': { zh: '页面语言', en: 'Language of the page' },
        },
      },
    },
  ],
  discriminator: { propertyName: 'of' },
  type: 'object',
  required: ['of'],
})
export type SegmentTest = Admitted<{ oneOf: (typeof testSchema)['oneOf'] }>

/** A group of visitors, told by what the server knows of each. Who is in it is worked out by the server alone. */
export const segmentSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['title', 'match', 'tests'],
  properties: {
    title: { ...wordsSchema, title: { zh: '名称', en: 'Title' } },
    match: {
      'enum': ['all', 'any'],
      'x-names': [
        { zh: '全部条件', en: 'All of them' },
        { zh: '任一条件', en: 'Any of them' },
      ],
      'title': { zh: '需要满足', en: 'Must hold' },
    },
    tests: { type: 'array', maxItems: 20, items: testSchema, title: { zh: '条件', en: 'Conditions' } },
  },
})

export interface Segment {
  readonly title: import('./words').Words
  readonly match: 'all' | 'any'
  readonly tests: readonly SegmentTest[]
}

/** All that segments can ask about a visitor. Times are epoch ms. */
export interface KnownVisitor {
  /** The customer's own server vouched for them. */
  readonly isMember: boolean
  readonly tier?: string | undefined
  readonly tags: readonly string[]
  readonly registeredAt?: number | undefined
  readonly arrivedAt: number
  /** The channel that they first came by; null: none. */
  readonly channel: string | null
  readonly language: Locale
}

/** Half-open, as all stretches of time; without an end it is open there. A time that nobody knows is in none. */
function isBetween(at: number | undefined, { from: start, to: end }: { readonly from?: string; readonly to?: string }): boolean {
  return at !== undefined && (start === undefined || at >= Date.parse(start)) && (end === undefined || at < Date.parse(end))
}

function holds(test: SegmentTest, visitor: KnownVisitor): boolean {
  switch (test.of) {
    case 'member':
      return visitor.isMember === test.is
    case 'tier':
      return (visitor.tier !== undefined && test.in.includes(visitor.tier)) !== Boolean(test.not)
    case 'tag':
      return visitor.tags.some((tag) => test.in.includes(tag)) !== Boolean(test.not)
    case 'registered':
      return isBetween(visitor.registeredAt, test)
    case 'arrived':
      return isBetween(visitor.arrivedAt, test)
    case 'channel':
      return (visitor.channel !== null && test.in.includes(visitor.channel)) !== Boolean(test.not)
    case 'language':
      return visitor.language === test.is
  }
}

/** Whether a visitor belongs to a segment. One without conditions holds nobody: it is still being written. */
export function isInSegment({ match, tests }: Segment, visitor: KnownVisitor): boolean {
  if (!tests.length) return false
  return match === 'all' ? tests.every((test) => holds(test, visitor)) : tests.some((test) => holds(test, visitor))
}
