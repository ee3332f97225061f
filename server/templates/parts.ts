import type { PlanDocument } from '../../schemas/plan'
import { planFormat } from '../../schemas/plan'
import { rulesFormat, type Phase, type RulesDocument } from '../../schemas/rules'
import type { Sketch } from '../../schemas/sketch'
import { wordsIn, type Locale, type Words } from '../../schemas/words'
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

/** What all prizes cost if every one of them is given away, in minor units. */
export function costOf(prizes: RulesDocument['prizes']): number {
  return Object.values(prizes).reduce((sum, { stock, unitCost = 0 }) => sum + (stock ?? 0) * unitCost, 0)
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
      widget('rules-text', 'rules-text', { title: '', items, showTimes: true }),
    ),
  ]
}

export function shareButton(zh: string, en: string): Sketch {
  return widget('button', 'share', { text: both(zh, en), look: 'accent', wide: true }, { on: { tap: [{ do: 'share' }] } })
}

/** A plan in one language, with the tasks and risks that every activity has after those of its own. */
export function planFor(locale: Locale, ownIn: (t: ReturnType<typeof wordsIn>) => Omit<PlanDocument, 'format'>): PlanDocument {
  const t = wordsIn(locale)
  const own = ownIn(t)
  return {
    ...own,
    format: planFormat,
    tasks: [
      ...(own.tasks ?? []),
      { title: t('页面、海报、规则定稿并预览', 'Page, poster and rules final, and previewed'), phase: 'preheat', owner: t('设计', 'Design') },
      { title: t('奖品、库存与概率双人复核', 'Prizes, stock and odds checked by two people'), phase: 'preheat', owner: t('运营', 'Operations') },
      { title: t('每日看数：参与率、转化、拒绝原因', 'Daily figures: participation, conversion, refusals'), phase: 'peak', owner: t('运营', 'Operations') },
      { title: t('奖品发放与公示', 'Prizes handed out, winners announced'), phase: 'closing', owner: t('客服', 'Support') },
      {
        title: t('复盘：目标回顾、效果评估、原因分析、经验总结', 'Review: goals, results, reasons, lessons'),
        phase: 'closing',
        owner: t('总控', 'Lead'),
      },
    ],
    risks: [
      ...(own.risks ?? []),
      {
        title: t('页面打不开或卡顿', 'The page is slow or does not open'),
        trigger: t('错误率 > 1%', 'Errors > 1 %'),
        response: t('切换备用版本并公告，恢复后补偿受影响的用户。', 'Roll back to the last good release, say so, and make it up to those affected.'),
      },
      {
        title: t('参与不足', 'Too few take part'),
        trigger: t('开始 48 小时参与率低于目标的一半', 'Half the expected participation after 48 hours'),
        response: t('增加入口与推送，在不降低既有承诺的前提下加码奖励。', 'Add entrances and notices; raise rewards without lowering what was promised.'),
      },
    ],
  }
}
