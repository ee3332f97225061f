import { dice } from '../../schemas/dice'
import { opensNextDay } from '../../schemas/phases'
import { accept, refuse, type Command, type Effect, type Json, type Outcome, type PlayContext, type State } from '../../schemas/play'
import { gained, type Gain } from '../points/describeGrant'
import { canGrant, grant } from '../points/grant'
import { readAnswers, type Answers } from './answers'
import { isPersonal, type FormRules, type Reveal } from './formSchema'

export type FormContext = PlayContext<FormRules>
export interface SubmitInput {
  readonly answers: Answers
}

/** What a receipt of `submit` says. */
export interface SubmitResult {
  /** What was given for it; null: nothing. */
  readonly gained: Gain | null
  /** A reward was promised but has run out. */
  readonly missed: boolean
  readonly reveal: Reveal | null
}

/** Submissions so far, of everybody. */
export function sentKey(play: string): string {
  return `${play}/sent`
}

/** Where a visitor's submissions are recorded, one fact a day. */
export function submissionsPrefix(play: string, visitor: string): string {
  return `${play}/submission/${visitor}/`
}

/** The days on which a visitor submitted, earliest first, and when. */
export function submissionsOf(state: State, play: string, visitor: string): { readonly day: string; readonly at: number }[] {
  const prefix = submissionsPrefix(play, visitor)
  // Only submissions write under this prefix.
  return state.factsUnder(prefix).map(({ key, value }) => ({ day: key.slice(prefix.length), at: (value as unknown as { at: number }).at }))
}

/** Whether the visitor has done what can be done on `today`. */
export function isDone({ play, id }: FormContext, state: State, { visitor, dayKey }: { readonly visitor: string; readonly dayKey: string }): boolean {
  return submissionsOf(state, id, visitor).some(({ day }) => play.every === 'once' || day === dayKey)
}

/** Takes one visitor's answers. Refuses a second submission (`already-done`), a full list (`full`) and, field by field, wrong answers (`bad-input`). */
export function submit(context: FormContext, command: Command<SubmitInput>, state: State): Outcome {
  const { id, play } = context
  if (isDone(context, state, command)) return doneAlready(context, command.dayKey)
  if (play.limit !== null && state.count(sentKey(id)) >= play.limit) return refuse('full')
  const { answers, problems } = readAnswers(play.fields, command.input.answers)
  // Each problem has a path and words in both languages, and nothing else.
  if (problems.length) return refuse('bad-input', { detail: { zh: '请检查标出的内容', en: 'Please check what is marked', problems } as unknown as Json })
  const reward = rewardOf(context, command, state)
  const result: SubmitResult = { gained: reward.gained, missed: play.reward !== null && !reward.gained, reveal: play.reveal ?? null }
  return accept({ ...result } as unknown as Json, [...recording(context, command, answers), ...reward.effects])
}

function doneAlready({ rules, id, play }: FormContext, today: string): Outcome {
  if (play.every === 'once') return refuse('already-done', { detail: { zh: '你已经提交过了。', en: 'You have submitted this already.' } })
  const next = opensNextDay(rules, id, today)
  return refuse('already-done', {
    detail: { zh: '今天已经提交过了。', en: 'You have submitted this today already.' },
    ...(next === null ? {} : { retryAt: next }),
  })
}

/** What tells who somebody is stays out of the facts: the journal has it once, in the command's input. */
function recording({ id, play }: FormContext, { visitor, dayKey, at }: Command<SubmitInput>, answers: Answers): Effect[] {
  const personal = play.fields.filter(isPersonal).map((field) => field.id)
  const open = Object.entries(answers).filter(([field]) => !personal.includes(field))
  return [
    { do: 'count', key: sentKey(id), by: 1, ...(play.limit === null ? {} : { max: play.limit }), refusal: 'full' },
    { do: 'fact', key: submissionsPrefix(id, visitor) + dayKey, value: { at, answers: Object.fromEntries(open) as Json } },
  ]
}

function rewardOf(
  { rules, play }: FormContext,
  command: Command<SubmitInput>,
  state: State,
): { readonly effects: readonly Effect[]; readonly gained: Gain | null } {
  const none = { effects: [], gained: null }
  if (!play.reward) return none
  const given = grant(play.reward, { rules, command, roll: dice(command.random), source: `submit/${command.dayKey}` })
  return canGrant(given.effects, state) ? { effects: given.effects, gained: gained(given.granted, rules) } : none
}
