import type { RuleChange } from '../../schemas/play'
import { say } from '../../schemas/words'
import { compareGrants } from '../points/compareGrants'
import type { Field, FormRules } from './formSchema'

const change = (kind: RuleChange['class'], zh: string, en: string): RuleChange[] => [{ class: kind, text: { zh, en } }]
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** How a change of a form's rules treats visitors. */
export function changesOfForm(before: FormRules, after: FormRules): RuleChange[] {
  return [
    ...everyChange(before, after),
    ...limitChange(before.limit ?? Infinity, after.limit ?? Infinity),
    ...rewardChange(before, after),
    ...fieldChanges(before.fields, after.fields),
    ...revealChange(before, after),
  ]
}

function everyChange({ every: was }: FormRules, { every: is }: FormRules): RuleChange[] {
  if (was === is) return []
  return is === 'day'
    ? change('favourable', '改为每天可提交一次', 'May be submitted once a day')
    : change('adverse', '改为只能提交一次', 'May be submitted only once')
}

function limitChange(was: number, is: number): RuleChange[] {
  if (was === is) return []
  const [zh, en] = is === Infinity ? ['不限', 'no limit'] : [String(is), String(is)]
  return change(is < was ? 'adverse' : 'favourable', `总名额改为 ${zh}`, `Submissions in all: ${en}`)
}

function rewardChange({ reward: was }: FormRules, { reward: is }: FormRules): RuleChange[] {
  const how = compareGrants(was, is)
  return how ? change(how, '提交奖励改变', 'The reward changes') : []
}

/** Answers are kept under a field's id: what it asks for must stay the same sort of thing. */
function fieldChanges(before: readonly Field[], after: readonly Field[]): RuleChange[] {
  const kept = after.flatMap((field) =>
    fieldChange(
      before.find(({ id }) => id === field.id),
      field,
    ),
  )
  const gone = before.filter(({ id }) => !after.some((field) => field.id === id))
  return [...kept, ...gone.flatMap((field) => change('neutral', `删除题目“${say(field.label, 'zh-CN')}”`, `Removed the question “${say(field.label, 'en')}”`))]
}

function fieldChange(was: Field | undefined, is: Field): RuleChange[] {
  const [zh, en] = [say(is.label, 'zh-CN'), say(is.label, 'en')]
  if (!was) return change('neutral', `新增题目“${zh}”`, `Added the question “${en}”`)
  const lost = was.type === 'choice' && was.options?.some(({ id }) => !is.options?.some((option) => option.id === id))
  if (was.type !== is.type || lost)
    return change('breaking', `题目“${zh}”的题型或选项改变，已收到的答案不再对应`, `“${en}” is another sort of question: earlier answers no longer fit`)
  return isSame(was, is) ? [] : change('neutral', `修改题目“${zh}”`, `Changed the question “${en}”`)
}

function revealChange({ reveal: was }: FormRules, { reveal: is }: FormRules): RuleChange[] {
  if (isSame(was, is)) return []
  return is
    ? change(was ? 'neutral' : 'favourable', '提交后可见的内容改变', 'What is revealed changes')
    : change('adverse', '不再有提交后可见的内容', 'Nothing is revealed any more')
}
