import { schema, wordsSchema, type Admitted } from '../../../schemas/schema'
import { defineWidget } from '../../../schemas/widget'
import { soldOutProp } from '../soldOutProp'

const props = schema({
  type: 'object',
  additionalProperties: false,
  required: ['title', 'buttonText', 'soldOut', 'spinMs', 'showOdds', 'style'],
  properties: {
    title: { ...wordsSchema, 'title': { zh: '标题', en: 'Title' }, 'x-group': 'content' },
    buttonText: {
      ...wordsSchema,
      'title': { zh: '按钮文字', en: 'Button' },
      'description': { zh: '两到四个字最好看', en: 'One short word looks best' },
      'x-group': 'content',
    },
    soldOut: soldOutProp,
    showOdds: {
      'type': 'boolean',
      'title': { zh: '公示概率与规则', en: 'Show odds and rules' },
      'description': { zh: '法规要求公示奖品数量或中奖概率', en: 'Many laws ask for odds or numbers of prizes in public' },
      'x-group': 'content',
    },
    style: {
      'enum': ['classic', 'plain'],
      'title': { zh: '外观', en: 'Look' },
      'x-names': [
        { zh: '经典彩灯', en: 'Fairground' },
        { zh: '简洁', en: 'Plain' },
      ],
      'x-control': 'segmented',
      'x-group': 'style',
    },
    spinMs: {
      'type': 'integer',
      'minimum': 1000,
      'maximum': 10_000,
      'multipleOf': 100,
      'title': { zh: '旋转时长', en: 'Spin time' },
      'x-unit': 'ms',
      'x-control': 'slider',
      'x-group': 'behaviour',
    },
  },
})
export type WheelProps = Admitted<typeof props>

export const lotteryWheel = defineWidget({
  type: 'lottery-wheel',
  title: { zh: '幸运大转盘', en: 'Lucky wheel' },
  group: 'game',
  icon: 'LoaderPinwheel',
  shows: 'lottery',
  props,
  defaults: {
    title: { 'zh-CN': '幸运大转盘', 'en': 'Lucky wheel' },
    buttonText: { 'zh-CN': '抽奖', 'en': 'Spin' },
    soldOut: { 'zh-CN': '奖品已经发完，感谢参与', 'en': 'All prizes are gone. Thank you!' },
    spinMs: 4000,
    showOdds: true,
    style: 'classic',
  },
  size: { w: 351, h: 470 },
  migrations: [
    // Pages saved in seconds must go on spinning for as long as they did.
    {
      name: 'seconds-to-ms',
      up: ({ spinSeconds, ...rest }) => ({ ...rest, spinMs: Math.min(10_000, Math.max(1000, Math.round(Number(spinSeconds ?? 4) * 10) * 100)) }),
    },
    // Pages saved before the words were theirs to choose go on saying what the widget said.
    { name: 'own-sold-out', up: (props) => ({ soldOut: { 'zh-CN': '奖品已经发完，感谢参与', 'en': 'All prizes are gone. Thank you!' }, ...props }) },
  ],
})
