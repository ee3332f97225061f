import type { Problem } from '../../schemas/api/management'
import type { DocumentProblem } from '../../schemas/documentProblem'
import { describeRules } from '../../schemas/describe'
import { stageAt } from '../../schemas/phases'
import type { PageDocument } from '../../schemas/page'
import type { RuleChange } from '../../schemas/play'
import type { RulesDocument } from '../../schemas/rules'
import { speak, type Bilingual, type Locale } from '../../schemas/words'
import { Refuse } from '../problem'
import type { World } from '../world'

/** A problem as it is sent. */
export function toProblem({ message, ...rest }: DocumentProblem, locale: Locale): Problem {
  return { ...rest, message: speak(message, locale) }
}

/** @throws Refuse `has-problems` with all of them, warnings too, when any stops a release. */
export function refuseProblems(world: World, page: PageDocument, rules: RulesDocument, locale: Locale): void {
  const found = world.checker.release(page, rules)
  if (found.some(({ severity }) => severity === 'error')) throw new Refuse('has-problems', { problems: found.map((problem) => toProblem(problem, locale)) })
}

function isHarmful({ class: kind }: RuleChange): boolean {
  return kind === 'adverse' || kind === 'breaking'
}

/** What visitors would lose by these rules, when they are playing by the old ones right now. */
export function harms(world: World, live: RulesDocument | undefined, next: RulesDocument): readonly RuleChange[] {
  if (!live || stageAt(live.schedule, world.clock.now()) !== 'running') return []
  return describeRules(live, next, world.kinds).filter(isHarmful)
}

/** @throws Refuse `adverse-change` naming each harm. */
export function refuseHarms(found: readonly RuleChange[], locale: Locale): void {
  if (found.length) throw new Refuse('adverse-change', { problems: found.map(({ text }) => problem('rules', '', text, locale)) })
}

export function problem(document: Problem['document'], path: string, message: Bilingual, locale: Locale): Problem {
  return { document, path, message: speak(message, locale), severity: 'error' }
}
