import { grantSchema } from '../points/grant'
import { idSchema, schema, wordsSchema, type Admitted } from '../../schemas/schema'

export const fieldTypes = ['text', 'choice', 'rating', 'phone', 'email', 'consent'] as const

const optionSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['id', 'text'],
  properties: {
    text: { ...wordsSchema, title: { zh: '选项文字', en: 'Option' } },
    id: { ...idSchema, default: 'option', title: { zh: '编号', en: 'Id' } },
  },
})

/** One question. What only one type has is kept, unused, while the type is another. */
export const fieldSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['id', 'type', 'label', 'required'],
  properties: {
    label: { ...wordsSchema, title: { zh: '题目', en: 'Question' } },
    type: {
      'enum': fieldTypes,
      'title': { zh: '题型', en: 'Type' },
      'x-names': [
        { zh: '文字', en: 'Text' },
        { zh: '选择', en: 'Choice' },
        { zh: '评分', en: 'Rating' },
        { zh: '手机号', en: 'Phone' },
        { zh: '邮箱', en: 'E-mail' },
        { zh: '同意条款', en: 'Consent' },
      ],
    },
    required: { type: 'boolean', default: true, title: { zh: '必填', en: 'Required' } },
    long: { 'type': 'boolean', 'title': { zh: '多行', en: 'Several lines' }, 'x-show-if': { prop: 'type', is: 'text' } },
    maxLength: {
      'type': 'integer',
      'minimum': 1,
      'maximum': 1000,
      'title': { zh: '最多字数', en: 'Longest (characters)' },
      'x-show-if': { prop: 'type', is: 'text' },
    },
    several: { 'type': 'boolean', 'title': { zh: '可多选', en: 'Several may be picked' }, 'x-show-if': { prop: 'type', is: 'choice' } },
    mostPicks: { 'type': 'integer', 'minimum': 1, 'maximum': 30, 'title': { zh: '最多选几项', en: 'Most picks' }, 'x-show-if': { prop: 'several', is: true } },
    steps: { 'type': 'integer', 'minimum': 2, 'maximum': 7, 'title': { zh: '满分', en: 'Stars' }, 'x-show-if': { prop: 'type', is: 'rating' } },
    link: {
      'type': 'string',
      'maxLength': 500,
      'title': { zh: '条款链接', en: 'Link to the terms' },
      'x-control': 'link',
      'x-show-if': { prop: 'type', is: 'consent' },
    },
    personal: {
      'type': 'boolean',
      'title': { zh: '个人信息', en: 'Personal data' },
      'description': { zh: '如姓名、地址', en: 'Such as a name or an address' },
      'x-show-if': { prop: 'type', is: 'text' },
    },
    id: { ...idSchema, default: 'question', title: { zh: '编号', en: 'Id' }, description: { zh: '答案按它保存', en: 'Answers are kept under it' } },
    options: { 'type': 'array', 'maxItems': 30, 'items': optionSchema, 'title': { zh: '选项', en: 'Options' }, 'x-show-if': { prop: 'type', is: 'choice' } },
  },
})
export type Field = Admitted<typeof fieldSchema>

const revealSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['text'],
  title: { zh: '提交后可见', en: 'Revealed afterwards' },
  description: { zh: '只发给提交过的人，不出现在页面里', en: 'Only those who submitted are sent it; it is not on the page' },
  properties: {
    text: { ...wordsSchema, title: { zh: '内容', en: 'Text' } },
    link: { 'type': 'string', 'maxLength': 500, 'title': { zh: '链接', en: 'Link' }, 'x-control': 'link' },
    button: { ...wordsSchema, title: { zh: '链接按钮', en: 'The link’s button' } },
  },
})

export const formSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'title', 'fields', 'every', 'limit', 'reward'],
  properties: {
    kind: { const: 'form' },
    title: { ...wordsSchema, title: { zh: '名称', en: 'Title' } },
    phases: { type: 'array', maxItems: 32, items: { ...idSchema, 'x-control': 'phase' }, title: { zh: '开放阶段', en: 'Open in phases' } },
    every: {
      'enum': ['once', 'day'],
      'title': { zh: '每人提交', en: 'Each visitor' },
      'x-names': [
        { zh: '一次', en: 'Once' },
        { zh: '每天一次', en: 'Once a day' },
      ],
    },
    limit: { oneOf: [{ type: 'integer', minimum: 1, maximum: 100_000_000 }, { type: 'null' }], title: { zh: '总名额', en: 'Submissions in all' } },
    reward: {
      oneOf: [grantSchema, { type: 'null', title: { zh: '无', en: 'None' } }],
      title: { zh: '提交奖励', en: 'Reward' },
      description: { zh: '发完后仍可提交', en: 'Submissions go on when it has run out' },
    },
    fields: { type: 'array', minItems: 1, maxItems: 30, items: fieldSchema, title: { zh: '题目', en: 'Questions' } },
    reveal: revealSchema,
  },
})
export type FormRules = Admitted<typeof formSchema>
export type Reveal = NonNullable<FormRules['reveal']>

/** Whether an answer tells who somebody is, as phone numbers and e-mail addresses always do: such answers stand in the journal only, never among the facts. */
export function isPersonal({ type, personal }: Field): boolean {
  return type === 'phone' || type === 'email' || personal === true
}

export const longestText = 100
export const longestLongText = 500

/** Characters that a text may have at most. */
export function lengthOf({ long, maxLength }: Field): number {
  return maxLength ?? (long ? longestLongText : longestText)
}

export function stepsOf({ steps }: Field): number {
  return steps ?? 5
}

/** How many options may be picked at most. */
export function picksOf({ several, mostPicks, options }: Field): number {
  return several ? (mostPicks ?? options?.length ?? 0) : 1
}
