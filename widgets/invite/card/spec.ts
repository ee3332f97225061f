import { schema, wordsSchema, type Admitted } from '../../../schemas/schema'
import { defineWidget } from '../../../schemas/widget'

const props = schema({
  type: 'object',
  additionalProperties: false,
  required: ['button', 'friends'],
  properties: {
    title: { ...wordsSchema, 'title': { zh: '标题', en: 'Title' }, 'x-group': 'content' },
    button: { ...wordsSchema, 'title': { zh: '邀请按钮', en: 'Invite button' }, 'x-group': 'content' },
    friends: {
      'type': 'integer',
      'minimum': 0,
      'maximum': 20,
      'title': { zh: '显示几位好友', en: 'Friends listed' },
      'description': { zh: '0 为不显示名单', en: '0: no list' },
      'x-group': 'content',
    },
  },
})
export type InviteCardProps = Admitted<typeof props>

export const inviteCard = defineWidget({
  type: 'invite-card',
  title: { zh: '邀请卡', en: 'Invite card' },
  group: 'game',
  icon: 'UserPlus',
  shows: 'invite',
  props,
  defaults: {
    title: { 'zh-CN': '邀请好友，双方有礼', 'en': 'Invite friends, both win' },
    button: { 'zh-CN': '立即邀请', 'en': 'Invite now' },
    friends: 5,
  },
  size: { w: 351, h: 420 },
})
