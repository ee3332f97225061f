import type { PlanDocument } from '../../schemas/plan'
import { planFormat } from '../../schemas/plan'
import { rulesFormat, type Phase, type RulesDocument } from '../../schemas/rules'
import type { Sketch } from '../../schemas/sketch'
import type { Words } from '../../schemas/words'
import { daysFrom, timeZone } from './calendar'
import { widget } from './widget'

export const both = (zh: string, en: string): Words => ({ 'zh-CN': zh, en })

/** Rules of an activity that began yesterday and runs for so many days, with a warm-up of a week before and a week of closing after. */
export function rulesFor(
  now: number,
  days: number,
  { plays, prizes = {} }: Pick<RulesDocument, 'plays'> & Partial<Pick<RulesDocument, 'prizes'>>,
): RulesDocument {
  const at = daysFrom(now)
  const phase = (id: Phase['kind'], title: Words, from: number, to: number): Phase => ({ id, kind: id, title, startsAt: at(from), endsAt: at(to) })
  return {
    format: rulesFormat,
    schedule: {
      timeZone,
      dayCutoffHour: 0,
      startsAt: at(-1),
      endsAt: at(days - 1),
      phases: [
        phase('preheat', both('预热', 'Warm-up'), -8, -1),
        phase('start', both('启动', 'Launch day'), -1, 0),
        phase('peak', both('高潮', 'Peak'), 0, days - 1),
        phase('closing', both('收尾', 'Closing'), days - 1, days + 6),
      ],
    },
    plays,
    prizes,
  }
}

/** The popup with the rules, and the button that opens it. */
export function rulesPopup(items: readonly Words[]): readonly [opener: Sketch, popup: Sketch] {
  return [
    widget('button', 'how', { text: both('活动规则', 'Rules'), look: 'quiet' }, { on: { tap: [{ do: 'open', target: 'rules' }] } }),
    widget(
      'overlay',
      'rules',
      { title: both('活动规则', 'Rules'), place: 'bottom' },
      {},
      widget('rules-text', 'rules-text', { title: both('活动规则', 'Rules'), items, showTimes: true }),
    ),
  ]
}

export function shareButton(zh: string, en: string): Sketch {
  return widget('button', 'share', { text: both(zh, en), look: 'accent', wide: true }, { on: { tap: [{ do: 'share' }] } })
}

/** A plan with the tasks and risks that every activity has, after those of its own. */
export function planFor(own: Omit<PlanDocument, 'format'>): PlanDocument {
  return {
    ...own,
    format: planFormat,
    tasks: [
      ...(own.tasks ?? []),
      { title: '页面、海报、规则定稿并预览', phase: 'preheat', owner: '设计' },
      { title: '奖品、库存与概率双人复核', phase: 'preheat', owner: '运营' },
      { title: '每日看数:参与率、转化、拒绝原因', phase: 'peak', owner: '运营' },
      { title: '奖品发放与公示', phase: 'closing', owner: '客服' },
      { title: '复盘:目标回顾、效果评估、原因分析、经验总结', phase: 'closing', owner: '总控' },
    ],
    risks: [
      ...(own.risks ?? []),
      { title: '页面打不开或卡顿', trigger: '错误率 > 1%', response: '切换备用版本并公告,恢复后补偿受影响的用户。' },
      { title: '参与不足', trigger: '开始 48 小时参与率低于目标的一半', response: '增加入口与推送,在不降低既有承诺的前提下加码奖励。' },
    ],
  }
}
