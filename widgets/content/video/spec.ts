import { schema, wordsSchema, type Admitted } from '../../../schemas/schema'
import { defineWidget } from '../../../schemas/widget'
import { borderProp, marginProp, radiusProp, shadowProp } from '../boxProps'

const props = schema({
  type: 'object',
  additionalProperties: false,
  required: ['source', 'ratio'],
  properties: {
    source: {
      'type': 'string',
      'maxLength': 2048,
      'x-control': 'link',
      'title': { zh: '视频地址', en: 'Address' },
      'description': { zh: 'https 开头的 MP4 文件', en: 'An MP4 file, with https://' },
      'x-group': 'content',
    },
    cover: { 'type': 'string', 'maxLength': 2048, 'x-control': 'asset', 'title': { zh: '封面', en: 'Cover' }, 'x-group': 'content' },
    title: {
      ...wordsSchema,
      'title': { zh: '视频说明', en: 'Description' },
      'description': { zh: '读屏软件会读出它', en: 'Read out to those who cannot see it' },
      'x-group': 'content',
    },
    ratio: { 'enum': ['16:9', '4:3', '1:1', '9:16'], 'title': { zh: '画面比例', en: 'Aspect ratio' }, 'x-group': 'style' },
    loop: { 'type': 'boolean', 'title': { zh: '循环播放', en: 'Loop' }, 'x-group': 'behaviour' },
    radius: radiusProp,
    margin: marginProp,
    border: borderProp,
    shadow: shadowProp,
  },
})
export type VideoProps = Admitted<typeof props>

export const video = defineWidget({
  type: 'video',
  title: { zh: '视频', en: 'Video' },
  group: 'content',
  icon: 'Video',
  props,
  defaults: { source: '', ratio: '16:9' },
  size: { w: 343, h: 193 },
})
