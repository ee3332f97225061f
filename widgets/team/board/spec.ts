import { schema, wordsSchema, type Admitted } from '../../../schemas/schema'
import { defineWidget } from '../../../schemas/widget'

const props = schema({
  type: 'object',
  additionalProperties: false,
  required: ['rows'],
  properties: {
    title: { ...wordsSchema, 'title': { zh: '标题', en: 'Title' }, 'x-group': 'content' },
    rows: {
      'type': 'integer',
      'minimum': 3,
      'maximum': 100,
      'title': { zh: '显示名次', en: 'Places drawn' },
      'description': { zh: '不超过规则里的战队榜名次', en: 'At most as many as the rules show' },
      'x-group': 'content',
    },
  },
})
export type TeamBoardProps = Admitted<typeof props>

export const teamBoard = defineWidget({
  type: 'team-board',
  title: { zh: '战队榜', en: 'Team board' },
  group: 'result',
  icon: 'Trophy',
  shows: 'team',
  props,
  defaults: { title: { 'zh-CN': '战队榜', 'en': 'Teams' }, rows: 10 },
  size: { w: 351, h: 420 },
})
