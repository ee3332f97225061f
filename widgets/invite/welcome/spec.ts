import { schema, wordsSchema, type Admitted } from '../../../schemas/schema'
import { defineWidget } from '../../../schemas/widget'

const props = schema({
  type: 'object',
  additionalProperties: false,
  required: ['text'],
  properties: {
    text: {
      ...wordsSchema,
      'title': { zh: '没有被邀请时说什么', en: 'What it says to those nobody invited' },
      'x-group': 'content',
    },
  },
})
export type InviteWelcomeProps = Admitted<typeof props>

export const inviteWelcome = defineWidget({
  type: 'invite-welcome',
  title: { zh: '邀请欢迎条', en: 'Invite welcome' },
  group: 'game',
  icon: 'PartyPopper',
  shows: 'invite',
  props,
  defaults: { text: { 'zh-CN': '和朋友一起玩，双方都有礼', 'en': 'Play with friends: both of you win' } },
  size: { w: 351, h: 80 },
})
