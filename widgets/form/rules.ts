import { definePlay, type Json, type Onlooker, type State } from '../../schemas/play'
import { schema } from '../../schemas/schema'
import type { Words } from '../../schemas/words'
import { promised, type Gain } from '../points/describeGrant'
import { grantReads } from '../points/grant'
import { changesOfForm } from './changes'
import { problemsOfForm } from './check'
import { formSchema, lengthOf, stepsOf, type Field, type FormRules, type Reveal } from './formSchema'
import { isDone, sentKey, submissionsOf, submissionsPrefix, submit, type FormContext, type SubmitInput } from './submit'
import { formStates } from './states'

/** A field as its form asks for it. */
export interface ShownField {
  readonly id: string
  readonly type: Field['type']
  readonly label: Words
  readonly required: boolean
  readonly long: boolean
  /** Characters of a text, or stars of a rating, at most; else 0. */
  readonly max: number
  readonly several: boolean
  readonly options: readonly { readonly id: string; readonly text: Words }[]
  readonly link: string | null
}

/** What everybody sees of a form. Never an answer, and never what is revealed to those who answered. */
export interface FormShown {
  readonly fields: readonly ShownField[]
  readonly every: FormRules['every']
  /** Places left; null: no limit, or not known yet. */
  readonly left: number | null
  readonly reward: Gain | null
}

/** What visitors see of their own submissions. */
export interface FormMine {
  /** Nothing more can be submitted: today, or at all. */
  readonly done: boolean
  /** Submissions so far. */
  readonly sent: number
  /** For those who submitted once; null: nothing, or not yet. */
  readonly reveal: Reveal | null
}

const submitInput = schema({
  type: 'object',
  additionalProperties: false,
  required: ['answers'],
  properties: {
    answers: {
      type: 'object',
      maxProperties: 30,
      additionalProperties: { type: 'array', maxItems: 30, items: { type: 'string', maxLength: 2000 } },
      title: { zh: '答案', en: 'Answers' },
    },
  },
})

const defaults: FormRules = {
  kind: 'form',
  title: { 'zh-CN': '报名表', 'en': 'Registration' },
  every: 'once',
  limit: null,
  reward: null,
  fields: [
    { id: 'name', type: 'text', label: { 'zh-CN': '姓名', 'en': 'Name' }, required: true, maxLength: 30, personal: true },
    { id: 'phone', type: 'phone', label: { 'zh-CN': '手机号', 'en': 'Phone' }, required: true },
    {
      id: 'consent',
      type: 'consent',
      label: { 'zh-CN': '我同意主办方为本活动使用以上信息', 'en': 'My details may be used for this activity' },
      required: true,
    },
  ],
}

/** A form (表单): registration, survey, or the way to something that only those who answered are given. */
export const form = definePlay<FormRules, SubmitInput>({
  kind: 'form',
  title: { zh: '表单', en: 'Form' },
  schema: formSchema,
  defaults,
  actions: { submit: { title: { zh: '提交', en: 'Submit' }, input: submitInput, by: 'visitor' } },
  reads({ rules, id, play }, { visitor }) {
    const { counts, pools } = play.reward ? grantReads(play.reward, rules) : { counts: [], pools: [] }
    return { counts: [sentKey(id), ...counts], pools, factsUnder: [submissionsPrefix(id, visitor)] }
  },
  decide: submit,
  publicReads: ({ id }) => ({ counts: [sentKey(id)] }),
  publicView: (context, state) => ({ ...showRules(context), left: leftOf(context, state) }),
  still: showRules,
  mineReads: ({ id }, { visitor }) => ({ factsUnder: [submissionsPrefix(id, visitor)] }),
  mineView: showMine,
  states: formStates,
  check: problemsOfForm,
  changes: ({ play: before }, { play: after }) => changesOfForm(before, after),
})

function leftOf({ id, play: { limit } }: FormContext, state: State): number | null {
  return limit === null ? null : Math.max(0, limit - state.count(sentKey(id)))
}

function showRules({ rules, play }: FormContext) {
  return {
    fields: play.fields.map(showField),
    every: play.every,
    left: null,
    reward: play.reward && promised(play.reward, rules),
  } satisfies FormShown & Json
}

/** What only another type has stays behind: it is kept in the rules, but means nothing. */
function showField(field: Field) {
  const { id, type, label, required, long = false, several = false, options = [], link = null } = field
  const isChoice = type === 'choice'
  return {
    id,
    type,
    label,
    required,
    long: type === 'text' && long,
    max: type === 'text' ? lengthOf(field) : type === 'rating' ? stepsOf(field) : 0,
    several: isChoice && several,
    options: isChoice ? options.map((option) => ({ ...option })) : [],
    link: type === 'consent' ? link : null,
  } satisfies ShownField & Json
}

function showMine(context: FormContext, who: Onlooker, state: State) {
  const { id, play } = context
  const sent = submissionsOf(state, id, who.visitor).length
  return { done: isDone(context, state, who), sent, reveal: play.reveal && sent > 0 ? { ...play.reveal } : null } satisfies FormMine & Json
}
