import type { PageDocument } from '../page'
import type { RulesDocument } from '../rules'
import { pageOf, type Sketch } from '../sketch'

export { node } from '../sketch'

/** A page for tests: `page(node('text', 'a'), node('section', 's', {}, node('text', 'b')))`. */
export function page(...sketches: readonly Sketch[]): PageDocument {
  return pageOf({ title: 'A page', locale: 'zh-CN', theme: { preset: 'festive' } }, {}, sketches)
}

/** Rules for tests: an activity from 1 to 8 January 2026 in Shanghai. */
export function rules(plays: RulesDocument['plays'] = {}, more: Partial<RulesDocument> = {}): RulesDocument {
  return {
    format: 1,
    schedule: {
      timeZone: 'Asia/Shanghai',
      dayCutoffHour: 0,
      startsAt: '2026-01-01T00:00:00+08:00',
      endsAt: '2026-01-09T00:00:00+08:00',
      phases: [
        { id: 'preheat', kind: 'preheat', title: '预热', startsAt: '2025-12-25T00:00:00+08:00', endsAt: '2026-01-01T00:00:00+08:00' },
        { id: 'peak', kind: 'peak', title: '高潮', startsAt: '2026-01-02T00:00:00+08:00', endsAt: '2026-01-09T00:00:00+08:00' },
      ],
    },
    prizes: {},
    plays,
    ...more,
  }
}
