import type { RulesDocument } from '../../schemas/rules'
import type { Words } from '../../schemas/words'
import { unitOf, type Grant, type Granted } from './grant'

/** Something that is or was given, as visitors read it: `title` names the prize, the lottery, or the points' unit. A type, not an interface, so that it counts as `Json`. */
export type Gain = {
  readonly give: Grant['give']
  readonly title: Words
  /** How many, at least and at most; a prize comes once. */
  readonly min: number
  readonly max: number
  /** How many times over points counted. */
  readonly times: number
  readonly icon: string | null
}

const pointsUnit: Words = { 'zh-CN': '积分', 'en': 'points' }

function titleOf(given: Grant | Granted, rules: RulesDocument): Words {
  if (given.give === 'prize') return rules.prizes[given.prize]?.title ?? ''
  if (given.give === 'chances') return rules.plays[given.play]?.title ?? ''
  return unitOf(rules, given.play) ?? pointsUnit
}

function iconOf(given: Grant | Granted, rules: RulesDocument): string | null {
  return given.give === 'prize' ? (rules.prizes[given.prize]?.icon ?? null) : null
}

/** What a grant promises. */
export function promised(wanted: Grant, rules: RulesDocument): Gain {
  const [min, max] = wanted.give === 'points' ? [wanted.min, wanted.max] : wanted.give === 'chances' ? [wanted.amount, wanted.amount] : [1, 1]
  return { give: wanted.give, title: titleOf(wanted, rules), min, max, times: 1, icon: iconOf(wanted, rules) }
}

/** What a grant came to. */
export function gained(granted: Granted, rules: RulesDocument): Gain {
  const amount = granted.give === 'prize' ? 1 : granted.amount
  return {
    give: granted.give,
    title: titleOf(granted, rules),
    min: amount,
    max: amount,
    times: granted.give === 'points' ? granted.multiplier : 1,
    icon: iconOf(granted, rules),
  }
}
