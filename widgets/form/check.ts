import { actionLimits } from '../../schemas/limits'
import type { RuleProblem } from '../../schemas/play'
import { say, type Words } from '../../schemas/words'
import { checkGrant } from '../points/grant'
import { isPersonal, lengthOf, picksOf, type Field } from './formSchema'
import type { FormContext } from './submit'

const problem = (path: string, zh: string, en: string, severity: RuleProblem['severity'] = 'error'): RuleProblem => ({ path, message: { zh, en }, severity })

/** What is wrong with a form's rules whose shape is sound. */
export function problemsOfForm({ rules, play }: FormContext): RuleProblem[] {
  return [
    ...repeatedIds(play.fields, '/fields'),
    ...play.fields.flatMap((field, i) => fieldProblems(field, `/fields/${i}`)),
    ...consentProblems(play.fields),
    ...sizeProblems(play.fields),
    ...(play.reward ? checkGrant(play.reward, rules, '/reward') : []),
    ...linkProblems(play.reveal?.link, '/reveal/link'),
  ]
}

function repeatedIds(records: readonly { readonly id: string }[], path: string): RuleProblem[] {
  return records.flatMap(({ id }, i) =>
    records.findIndex((other) => other.id === id) < i ? [problem(`${path}/${i}/id`, `编号“${id}”重复了`, `There is another "${id}".`)] : [],
  )
}

function fieldProblems(field: Field, path: string): RuleProblem[] {
  return [...(isEmpty(field.label) ? [problem(`${path}/label`, '题目没有文字', 'The question says nothing.')] : []), ...typeProblems(field, path)]
}

function isEmpty(words: Words): boolean {
  return say(words, 'zh-CN').trim() === ''
}

function typeProblems(field: Field, path: string): RuleProblem[] {
  if (field.type === 'consent') return linkProblems(field.link, `${path}/link`)
  if (field.type !== 'choice') return []
  const { options = [] } = field
  return [
    ...(options.length < 2 ? [problem(`${path}/options`, '至少要有两个选项', 'A choice needs at least two options.')] : []),
    ...repeatedIds(options, `${path}/options`),
    ...options.flatMap(({ text }, i) => (isEmpty(text) ? [problem(`${path}/options/${i}/text`, '选项没有文字', 'The option says nothing.')] : [])),
    ...(picksOf(field) > options.length && options.length > 0
      ? [problem(`${path}/mostPicks`, '比选项还多', 'There are fewer options than that.', 'warning')]
      : []),
  ]
}

function consentProblems(fields: readonly Field[]): RuleProblem[] {
  const isAgreed = fields.some(({ type, required }) => type === 'consent' && required)
  return isAgreed || !fields.some(isPersonal)
    ? []
    : [problem('/fields', '收集个人信息，但没有必填的“同意条款”', 'Personal data is asked for without a required consent.', 'warning')]
}

/** Bytes that one character takes at most, in UTF-8, for nearly all text. */
const widest = 3
const shortText = 64

/** A submission has to fit into one request. */
function sizeProblems(fields: readonly Field[]): RuleProblem[] {
  const bytes = fields.reduce((sum, field) => sum + (field.type === 'text' ? lengthOf(field) * widest : shortText * picksOf(field)) + shortText, 0)
  return bytes <= actionLimits.maxBytes
    ? []
    : [problem('/fields', '全部填满时超过一次提交的上限（8 KB），请减少题目或字数', 'Filled to the brim, a submission exceeds 8 KB: ask for less.', 'warning')]
}

function linkProblems(link: string | undefined, path: string): RuleProblem[] {
  return link === undefined || link === '' || /^(https?:\/\/|\/)\S+$/.test(link)
    ? []
    : [problem(path, '链接要以 https:// 或 / 开头', 'A link starts with https:// or /.')]
}
