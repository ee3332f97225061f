import type { Check } from '../finding'
import { longer } from '../rulesFixes'

/** Dates that are over before anybody comes. */
export const schedule: Check = (_page, { schedule: { endsAt, phases } }, now) => [
  ...(Date.parse(endsAt) <= now
    ? [
        {
          subject: 'content' as const,
          severity: 'warning' as const,
          rulesPath: '/schedule/endsAt',
          message: { zh: '活动的结束时间已经过去', en: 'The activity’s end is in the past' },
          rulesFix: longer(now),
        },
      ]
    : []),
  ...phases.flatMap(({ id, endsAt: until, startsAt }, i) =>
    Date.parse(until) <= now && Date.parse(endsAt) > now && Date.parse(startsAt) > now
      ? [
          {
            subject: 'content' as const,
            severity: 'warning' as const,
            rulesPath: `/schedule/phases/${i}`,
            message: { zh: `阶段“${id}”已经过去`, en: `The phase "${id}" is over` },
          },
        ]
      : [],
  ),
]
