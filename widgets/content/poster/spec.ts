import { schema, wordsSchema, type Admitted } from '../../../schemas/schema'
import { defineWidget } from '../../../schemas/widget'
import { focusProp } from '../focus'

const props = schema({
  type: 'object',
  additionalProperties: false,
  required: ['title'],
  properties: {
    kicker: { ...wordsSchema, 'title': { zh: '眉题', en: 'Kicker' }, 'x-group': 'content' },
    title: { ...wordsSchema, 'title': { zh: '主题', en: 'Headline' }, 'x-group': 'content' },
    subtitle: { ...wordsSchema, 'title': { zh: '副题', en: 'Subtitle' }, 'x-group': 'content' },
    showTimes: {
      'type': 'boolean',
      'title': { zh: '显示活动时间', en: 'Show the dates' },
      'description': { zh: '自动取自规则里的日程', en: 'Taken from the schedule in the rules' },
      'x-group': 'content',
    },
    benefits: {
      'type': 'array',
      'maxItems': 6,
      'title': { zh: '福利', en: 'Benefits' },
      'x-group': 'content',
      'items': {
        type: 'object',
        additionalProperties: false,
        required: ['text'],
        properties: {
          icon: { 'type': 'string', 'maxLength': 16, 'x-control': 'icon', 'title': { zh: '图标', en: 'Icon' } },
          text: { ...wordsSchema, title: { zh: '文字', en: 'Text' } },
        },
      },
    },
    stepsTitle: { ...wordsSchema, 'title': { zh: '参与方式的标题', en: 'Heading of the steps' }, 'x-group': 'content' },
    steps: { 'type': 'array', 'maxItems': 6, 'items': wordsSchema, 'title': { zh: '参与方式', en: 'How to take part' }, 'x-group': 'content' },
    image: { 'type': 'string', 'maxLength': 2048, 'x-control': 'asset', 'title': { zh: '底图', en: 'Picture' }, 'x-group': 'style' },
    focus: focusProp('image'),
    decor: {
      'enum': ['lanterns', 'rays', 'none'],
      'title': { zh: '装饰', en: 'Decoration' },
      'x-names': [
        { zh: '灯笼', en: 'Lanterns' },
        { zh: '光芒', en: 'Rays' },
        { zh: '无', en: 'None' },
      ],
      'x-group': 'style',
    },
    canSave: {
      'type': 'boolean',
      'title': { zh: '可保存为图片', en: 'Can be saved as a picture' },
      'description': { zh: '图片上带访客自己的二维码', en: 'The picture carries a QR code of the visitor’s own link' },
      'x-group': 'behaviour',
    },
  },
})
export type PosterProps = Admitted<typeof props>

export const poster = defineWidget({
  type: 'poster',
  title: { zh: '海报', en: 'Poster' },
  group: 'content',
  icon: 'GalleryVertical',
  props,
  defaults: {
    kicker: { 'zh-CN': '限时活动', 'en': 'Limited time' },
    title: { 'zh-CN': '新年福利季', 'en': 'New Year gifts' },
    subtitle: { 'zh-CN': '每天来抽奖，好运一整年', 'en': 'Draw every day, lucky all year' },
    showTimes: true,
    benefits: [
      { icon: '🎁', text: { 'zh-CN': '天天抽大奖', 'en': 'Daily draws' } },
      { icon: '📅', text: { 'zh-CN': '打卡领积分', 'en': 'Check-in points' } },
      { icon: '🏆', text: { 'zh-CN': '榜单赢荣誉', 'en': 'Top the board' } },
    ],
    stepsTitle: { 'zh-CN': '怎么参加', 'en': 'How to take part' },
    steps: [
      { 'zh-CN': '打开活动页', 'en': 'Open this page' },
      { 'zh-CN': '转动大转盘', 'en': 'Spin the wheel' },
      { 'zh-CN': '领取奖品', 'en': 'Collect your prize' },
    ],
    decor: 'lanterns',
    canSave: true,
  },
  size: { w: 375, h: 480 },
})
