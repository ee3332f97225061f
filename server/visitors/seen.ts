import type { Mine } from '../../schemas/api/visitor'
import { dayKey } from '../../schemas/days'
import type { Schedule } from '../../schemas/rules'
import { isInSegment, type KnownVisitor, type Segment } from '../../schemas/segment'
import type { Locale } from '../../schemas/words'
import type { VisitorRow } from '../store/tables'
import { claimsOf } from './exchange'

/** How a visitor comes to the page at this moment. */
export interface Visit {
  /** Epoch ms. */
  readonly at: number
  /** Null: by none. */
  readonly channel: string | null
  readonly language: Locale
}

function known({ claims, time_created, channel }: VisitorRow, language: Locale): KnownVisitor {
  const { tier, tags = [], registeredAt } = claimsOf(claims)
  return { isMember: claims !== null, tier, tags, registeredAt, arrivedAt: time_created, channel, language }
}

/** What a page may know of its visitor for its conditions: of segments, the ids of those among `segments` that hold them, and nothing else. */
export function seenOf(
  visitor: VisitorRow,
  visit: Visit,
  { segments, schedule }: { segments: { readonly [id: string]: Segment }; schedule: Schedule },
): Mine['seen'] {
  const person = known(visitor, visit.language)
  const day = (at: number): string => dayKey(at, schedule.timeZone, schedule.dayCutoffHour)
  return {
    segments: Object.keys(segments).filter((id) => isInSegment(segments[id]!, person)),
    channel: visit.channel ?? '',
    visitor: day(visitor.time_created) === day(visit.at) ? 'new' : 'returning',
  }
}
