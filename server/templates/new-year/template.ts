import type { Template } from '../template'
import { newYearPage } from './page'
import { newYearPlan } from './plan'
import { newYearRules } from './rules'

export const newYear: Template = {
  id: 'new-year',
  title: { zh: '平台新年活动', en: 'Platform New Year' },
  description: {
    zh: '预热、启动、高潮、收尾四个阶段:每日抽奖、打卡、福气榜与终极大奖,页面、规则与方案都已填好。',
    en: 'Warm-up, launch, peak and closing: a daily draw, check-in, a board and a grand draw, with page, rules and plan filled in.',
  },
  page: ({ locale }) => newYearPage(locale),
  rules: newYearRules,
  plan: ({ locale }) => newYearPlan(locale),
}
