import { idSchema, schema, wordsSchema, type Admitted } from '../../schemas/schema'
import { grantSchema } from '../points/grant'

export const outOfStockPolicies = ['fallback', 'renormalise', 'no-win'] as const
export type OutOfStock = (typeof outOfStockPolicies)[number]

const capSchema = schema({ type: 'integer', minimum: 1, maximum: 1000 })
const amountSchema = schema({ type: 'integer', minimum: 1, maximum: 1_000_000 })

/** One outcome with odds of its own. `prize: null` and no grant: an outspoken "no win". */
export const slotSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['id', 'prize', 'weightPpm'],
  properties: {
    id: { ...idSchema, title: { zh: '编号', en: 'Id' } },
    prize: { 'oneOf': [idSchema, { type: 'null' }], 'title': { zh: '奖品', en: 'Prize' }, 'x-control': 'prize' },
    weightPpm: {
      'type': 'integer',
      'minimum': 0,
      'maximum': 1_000_000,
      'title': { zh: '中奖概率', en: 'Odds' },
      'x-unit': 'ppm',
      'description': { zh: '百万分之几：10000 即 1%', en: 'Parts per million: 10,000 is 1 %' },
    },
    grant: { ...grantSchema, title: { zh: '同时发放', en: 'Also gives' } },
    capPerVisitor: { ...capSchema, title: { zh: '每人最多中几次', en: 'Wins per visitor' }, description: { zh: '留空则不限', en: 'Empty: no limit' } },
    title: { ...wordsSchema, title: { zh: '显示名称', en: 'Shown as' }, description: { zh: '留空则用奖品名称', en: 'Empty: the prize’s own name' } },
    icon: { 'type': 'string', 'maxLength': 16, 'title': { zh: '图标', en: 'Icon' }, 'x-control': 'icon' },
  },
})
export type Slot = Admitted<typeof slotSchema>

const chancesSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['perDay', 'inAll', 'earned'],
  title: { zh: '抽奖机会', en: 'Chances' },
  properties: {
    perDay: { type: 'integer', minimum: 0, maximum: 1000, title: { zh: '每天免费次数', en: 'Free a day' } },
    inAll: {
      oneOf: [{ type: 'integer', minimum: 1, maximum: 100_000 }, { type: 'null' }],
      title: { zh: '活动期间最多抽几次', en: 'Draws in all' },
      description: { zh: '留空则不限', en: 'Empty: no limit' },
    },
    earned: { type: 'boolean', title: { zh: '可使用任务、签到等赢得的机会', en: 'Earned chances count' } },
  },
})

/** Points for who wins nothing else: a random amount, until the budget is used up. */
const consolationSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['play', 'min', 'max', 'budget'],
  title: { zh: '参与奖', en: 'Consolation' },
  properties: {
    play: { ...idSchema, 'title': { zh: '积分账户', en: 'Points account' }, 'x-control': 'play', 'x-kind': 'points' },
    min: { ...amountSchema, title: { zh: '最少', en: 'At least' } },
    max: { ...amountSchema, title: { zh: '最多', en: 'At most' } },
    budget: {
      type: 'integer',
      minimum: 0,
      maximum: 1_000_000_000,
      title: { zh: '积分预算', en: 'Budget in points' },
      description: { zh: '发完为止', en: 'Nothing more is given once it is used up' },
    },
    title: { ...wordsSchema, title: { zh: '显示名称', en: 'Shown as' } },
  },
})
export type Consolation = Admitted<typeof consolationSchema>

export const lotterySchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'title', 'slots', 'chances', 'outOfStock'],
  properties: {
    kind: { const: 'lottery' },
    title: { ...wordsSchema, title: { zh: '名称', en: 'Name' } },
    phases: { type: 'array', items: { ...idSchema, 'x-control': 'phase' }, title: { zh: '开放阶段', en: 'Open in' } },
    slots: {
      type: 'array',
      minItems: 1,
      maxItems: 12,
      items: slotSchema,
      title: { zh: '奖项', en: 'Slots' },
      description: { zh: '概率合计不超过 100%，余下的归参与奖或未中奖', en: 'Odds add up to at most 100 %; the rest is the consolation, or no win' },
    },
    chances: chancesSchema,
    winCapPerVisitor: {
      ...capSchema,
      title: { zh: '每人最多中奖次数', en: 'Prizes per visitor' },
      description: { zh: '只计奖品，不计积分；留空则不限', en: 'Counts prizes, not points. Empty: no limit' },
    },
    outOfStock: {
      'enum': outOfStockPolicies,
      'title': { zh: '奖品发完后', en: 'When a prize has run out' },
      'x-names': [
        { zh: '改发参与奖', en: 'Give the consolation' },
        { zh: '概率按比例分给其余奖项', en: 'Share its odds among the rest' },
        { zh: '视为未中奖', en: 'No win' },
      ],
      'description': { zh: '会向参与者公示', en: 'Visitors are told' },
    },
    consolation: consolationSchema,
    showsStock: {
      type: 'boolean',
      title: { zh: '公开剩余数量', en: 'Tell how many are left' },
      description: { zh: '关闭时访客只知道有没有发完', en: 'Off: visitors only learn what has run out' },
    },
  },
})
export type LotteryRules = Admitted<typeof lotterySchema>
