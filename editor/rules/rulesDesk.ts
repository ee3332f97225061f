import { computed, inject, provide, type ComputedRef, type InjectionKey } from 'vue'
import type { DocumentProblem } from '../../schemas/documentProblem'
import type { RulesDocument } from '../../schemas/rules'
import { checker } from '../document/checker'
import { validators } from '../document/validators'
import { told } from '../i18n/t'
import { may } from '../sign-in/session'
import { pointer, putAt, readAt, type Place } from './putAt'
import type { RulesDraft } from './rulesDraft'

/** What every control of the rules tab works on. */
export interface RulesDesk {
  readonly draft: RulesDraft
  readonly rules: ComputedRef<RulesDocument>
  readonly problems: ComputedRef<readonly DocumentProblem[]>
  readonly isLocked: ComputedRef<boolean>
  read(at: Place): unknown
  /** Writes one place; `undefined` takes it away. Edits of the same place in a row are one step of undo. */
  write(at: Place, is: unknown): void
  /** What is wrong exactly there, in the reader's language. */
  error(at: Place): string | undefined
  warning(at: Place): string | undefined
  /** Whether a play's record has the shape that its kind's editor counts on. */
  isSound(play: string): boolean
  /** Everything wrong there and beneath. */
  within(at: Place): readonly DocumentProblem[]
}

const key: InjectionKey<RulesDesk> = Symbol('rules desk')

export function provideDesk(draft: RulesDraft): RulesDesk {
  const problems = computed(() => checker.rules(draft.rules.value))
  const at = (place: Place, severity: DocumentProblem['severity']): string | undefined => {
    const path = pointer(place)
    return told(problems.value.find((problem) => problem.path === path && problem.severity === severity)?.message) || undefined
  }
  const desk: RulesDesk = {
    draft,
    problems,
    rules: computed(() => draft.rules.value),
    isLocked: computed(() => !may('editRules')),
    read: (place) => readAt(draft.rules.value, place),
    write: (place, is) => draft.edit((rules) => putAt(rules, place, is), pointer(place)),
    error: (place) => at(place, 'error'),
    warning: (place) => at(place, 'warning'),
    isSound(id) {
      const play = draft.rules.value.plays[id]
      const errors = play ? (validators.plays[play.kind]?.(play) ?? []) : []
      return !errors.some(({ keyword }) => keyword === 'type' || keyword === 'required')
    },
    within(place) {
      const path = pointer(place)
      return problems.value.filter((problem) => problem.path === path || problem.path.startsWith(`${path}/`))
    },
  }
  provide(key, desk)
  return desk
}

export function useDesk(): RulesDesk {
  const desk = inject(key)
  if (!desk) throw new Error('No rules are open here. Controls of the rules stand inside RulesTab.')
  return desk
}

/** Whether something written by hand has the shape of a rules document. What it says may still be wrong. */
export function isRulesDocument(written: unknown): written is RulesDocument {
  return !checker.structure('rules', written).some(({ severity }) => severity === 'error')
}
