import { idSchema, schema, wordsSchema, type Admitted } from '../../schemas/schema'
import { grantSchema } from '../points/grant'

const nothing = schema({ type: 'null', title: { zh: '无', en: 'None' } })
const limitSchema = schema({ oneOf: [{ type: 'integer', minimum: 1, maximum: 10_000 }, { type: 'null' }] })

export const inviteSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'title', 'qualify', 'newOnly', 'reward', 'gift', 'perDay', 'inAll', 'rungs'],
  properties: {
    kind: { const: 'invite' },
    title: { ...wordsSchema, title: { zh: '名称', en: 'Title' } },
    phases: { type: 'array', maxItems: 32, items: { ...idSchema, 'x-control': 'phase' }, title: { zh: '开放阶段', en: 'Open in phases' } },
    qualify: {
      oneOf: [
        {
          type: 'object',
          additionalProperties: false,
          required: ['by', 'plays', 'acts', 'days'],
          title: { zh: '完成互动', en: 'After taking part' },
          properties: {
            by: { const: 'acts' },
            plays: {
              type: 'array',
              minItems: 1,
              maxItems: 16,
              items: { ...idSchema, 'x-control': 'play', 'title': { zh: '玩法', en: 'Play' } },
              title: { zh: '哪些玩法的互动算数', en: 'Acts in these plays count' },
            },
            acts: { type: 'integer', minimum: 1, maximum: 100, title: { zh: '互动次数', en: 'Acts needed' } },
            days: {
              oneOf: [{ 'type': 'integer', 'minimum': 1, 'maximum': 366, 'x-unit': '天' }, { type: 'null' }],
              title: { zh: '几天内完成', en: 'Within days' },
              description: { zh: '含接受邀请当天；留空则不限', en: 'The day of accepting included; empty: no deadline' },
            },
          },
        },
        {
          type: 'object',
          additionalProperties: false,
          required: ['by'],
          title: { zh: '打开链接即算', en: 'On opening the link' },
          properties: { by: { const: 'open' } },
        },
      ],
      // A discriminator admits whatever is no record, null included.
      type: 'object',
      discriminator: { propertyName: 'by' },
      title: { zh: '好友怎样才算数', en: 'A friend counts' },
    },
    newOnly: {
      type: 'boolean',
      title: { zh: '只限新朋友', en: 'Newcomers only' },
      description: { zh: '此前参与过本活动的人不能再被邀请', en: 'Whoever took part before cannot be invited' },
    },
    reward: { oneOf: [grantSchema, nothing], title: { zh: '每邀请一位，邀请人得', en: 'The inviter gets for each friend' } },
    gift: { oneOf: [grantSchema, nothing], title: { zh: '好友得', en: 'The friend gets' } },
    perDay: {
      ...limitSchema,
      title: { zh: '每天最多奖励几位', en: 'Friends rewarded a day' },
      description: { zh: '超出的好友仍计入阶梯；留空则不限', en: 'Friends beyond still count for the steps; empty: no limit' },
    },
    inAll: { ...limitSchema, title: { zh: '总共最多奖励几位', en: 'Friends rewarded in all' }, description: { zh: '留空则不限', en: 'Empty: no limit' } },
    rungs: {
      type: 'array',
      maxItems: 12,
      title: { zh: '阶梯奖励', en: 'Steps' },
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['friends', 'grant'],
        properties: {
          friends: { type: 'integer', minimum: 1, maximum: 10_000, title: { zh: '邀请人数', en: 'Friends' } },
          grant: grantSchema,
        },
      },
    },
  },
})
export type InviteRules = Admitted<typeof inviteSchema>
