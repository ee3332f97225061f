import { schema, wordsSchema, type Admitted } from '../../../schemas/schema'
import { defineWidget } from '../../../schemas/widget'

const props = schema({
  type: 'object',
  additionalProperties: false,
  required: ['create', 'call'],
  properties: {
    title: { ...wordsSchema, 'title': { zh: '标题', en: 'Title' }, 'x-group': 'content' },
    create: { ...wordsSchema, 'title': { zh: '组队按钮', en: 'Button to found a team' }, 'x-group': 'content' },
    call: { ...wordsSchema, 'title': { zh: '喊人按钮', en: 'Button to call friends' }, 'x-group': 'content' },
  },
})
export type TeamCardProps = Admitted<typeof props>

export const teamCard = defineWidget({
  type: 'team-card',
  title: { zh: '战队卡', en: 'Team card' },
  group: 'game',
  icon: 'Users',
  shows: 'team',
  props,
  defaults: {
    title: { 'zh-CN': '我的战队', 'en': 'My team' },
    create: { 'zh-CN': '组建战队', 'en': 'Found a team' },
    call: { 'zh-CN': '喊队友加入', 'en': 'Call your team' },
  },
  size: { w: 351, h: 360 },
})
