import type { Template } from '../template'
import { newYearPage } from './page'
import { newYearPlan } from './plan'
import { newYearRules } from './rules'

export const newYear: Template = {
  id: 'new-year',
  title: { zh: '平台新年活动', en: 'Platform New Year' },
  description: {
    zh: '预热到收尾四个阶段：每日抽奖、打卡、福气榜与终极大奖。',
    en: 'Four phases: a daily draw, check-in, a board and a grand draw.',
  },
  page: ({ locale }) => newYearPage(locale),
  rules: newYearRules,
  plan: ({ locale }) => newYearPlan(locale),
}
