import type { RuleChange } from '../../schemas/play'
import type { Grant } from './grant'

/** How a change of what is given treats visitors; null when it stays the same. Another sort of thing counts as adverse: what was promised is gone. */
export function compareGrants(before: Grant | null, after: Grant | null): RuleChange['class'] | null {
  if (JSON.stringify(before) === JSON.stringify(after)) return null
  if (!before) return 'favourable'
  if (!after) return 'adverse'
  return isAtLeast(after, before) ? 'favourable' : 'adverse'
}

function isAtLeast(after: Grant, before: Grant): boolean {
  if (after.give === 'points' && before.give === 'points') return after.play === before.play && after.min >= before.min && after.max >= before.max
  if (after.give === 'chances' && before.give === 'chances') return after.play === before.play && after.amount >= before.amount
  return after.give === 'prize' && before.give === 'prize' && after.prize === before.prize
}
