import type { RulesDocument } from '../../schemas/rules'
import { say, type Locale } from '../../schemas/words'
import type { Answers } from '../../widgets/form/answers'
import type { Field, FormRules } from '../../widgets/form/formSchema'
import { readDraftDocument } from '../drafts/readDraft'
import type { JournalRow } from '../engine/engine'
import { Refuse } from '../problem'
import { csvLine } from '../report/csv'
import { readRulesVersion } from '../versions/versions'
import type { World } from '../world'

/** The form whose submissions are wanted. */
export interface Asked {
  readonly activity: string
  readonly play: string
  readonly locale: Locale
}

const pageSize = 1000

async function* submissions({ engine }: World, { activity, play }: Asked): AsyncGenerator<readonly JournalRow[]> {
  for (let after = 0; ;) {
    const rows = await engine.journal(activity, 'live', { after, limit: pageSize })
    yield rows.filter((row) => row.play === play && row.action === 'submit')
    if (rows.length < pageSize) return
    after = rows[rows.length - 1]!.seq
  }
}

/** Every question that submissions answered: those of the last rules first, in their order, then those that were asked before. */
async function questionsOf(world: World, asked: Asked): Promise<readonly Field[]> {
  const versions = new Set<string>()
  for await (const rows of submissions(world, asked)) {
    for (const { rulesVersion } of rows) {
      // Taken out and put in again, so that the last one used stands last.
      versions.delete(rulesVersion)
      versions.add(rulesVersion)
    }
  }
  const questions = new Map<string, Field>()
  for (const version of [...versions].reverse()) {
    const rules = await readRulesVersion(world.store.db, asked.activity, version)
    // Rules in force were checked against their kinds' schemas, and only forms are submitted.
    for (const field of (rules?.document.plays[asked.play] as FormRules | undefined)?.fields ?? []) if (!questions.has(field.id)) questions.set(field.id, field)
  }
  return [...questions.values()]
}

function cellOf({ id, options }: Field, answers: Answers, locale: Locale): string {
  const texts = Object.hasOwn(answers, id) ? answers[id]! : []
  const named = texts.map((text) => say(options?.find((option) => option.id === text)?.text ?? text, locale))
  return named.map((text) => text.trim()).join('; ')
}

/** A form's submissions for spreadsheets, oldest first: when, by whom, and an answer a column. @throws Refuse `unknown-play` where no form is, nor ever was */
export async function answersFile(world: World, asked: Asked): Promise<AsyncGenerator<string>> {
  const questions = await questionsOf(world, asked)
  if (questions.length === 0 && !(await isDrafted(world, asked))) throw new Refuse('unknown-play')
  return linesOf(world, asked, questions)
}

/** A form that nobody has submitted yet. */
async function isDrafted(world: World, { activity, play }: Asked): Promise<boolean> {
  const { plays } = (await readDraftDocument(world, activity, 'rules')) as RulesDocument
  return Object.hasOwn(plays, play) && plays[play]!.kind === 'form'
}

/** The first character tells that it is UTF-8. */
async function* linesOf(world: World, asked: Asked, questions: readonly Field[]): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(['seq', 'at', 'visitor', ...questions.map(({ label }) => say(label, asked.locale))])}`
  for await (const rows of submissions(world, asked)) {
    const lines = rows.map(({ seq, at, visitor, input }) => {
      // The input was checked against the action's schema before it was recorded.
      const { answers } = input as unknown as { readonly answers: Answers }
      return csvLine([seq, new Date(at).toISOString(), visitor, ...questions.map((question) => cellOf(question, answers, asked.locale))])
    })
    yield lines.join('')
  }
}
