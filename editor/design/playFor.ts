import type { WidgetSpec } from '../../schemas/widget'
import { ApiProblem } from '../api/apiProblem'
import { playKinds } from '../../widgets/rules'
import type { RulesDraft } from '../rules/rulesDraft'
import { toast } from '../ui/toast'

/**
 * The play that a new widget shows: the first of its kind, or a fresh one with defaults, so that the widget works at once.
 * Undefined where it shows none, or where none could be made.
 */
export async function playFor(spec: WidgetSpec, rules: RulesDraft): Promise<string | undefined> {
  const kind = spec.shows
  if (kind === undefined) return undefined
  const known = Object.entries(rules.rules.value.plays).find(([, play]) => play.kind === kind)
  if (known) return known[0]
  if (!playKinds[kind]) return undefined
  try {
    return await rules.addPlay(kind)
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    toast(error.message, 'bad')
    return undefined
  }
}
