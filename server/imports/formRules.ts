import type { FormRules } from '../../widgets/form/formSchema'
import { playKinds } from '../../widgets/rules'
import type { Question } from './question'

/** The play behind a form that asks these questions: as forms begin, each visitor once. */
export function formRules(questions: readonly Question[]): FormRules {
  // Its kind gives it.
  const known = playKinds['form']!.defaults as FormRules
  const fields = questions.slice(0, 30).map((question, i) => ({ ...question, id: `question-${i + 1}`, label: question.label || `${i + 1}` }))
  return { ...known, fields }
}
