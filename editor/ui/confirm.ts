import { shallowRef } from 'vue'

export interface Question {
  readonly title: string
  readonly text?: string
  /** What pressing "yes" does, as a verb. */
  readonly yes?: string
  readonly danger?: boolean
  /** Asks for a reason of at least this many characters; it becomes the answer. */
  readonly reason?: { readonly label: string; readonly minLength: number }
}

export interface Asked extends Question {
  answer(reason: string | null): void
}

export const asked = shallowRef<Asked | null>(null)

/** Asks before something is done. @returns whether the reader agreed. */
export async function confirm(question: Omit<Question, 'reason'>): Promise<boolean> {
  return (await ask(question)) !== null
}

/** Asks for agreement and a reason. @returns the reason; null when the reader backs out. */
export function confirmWithReason(question: Question & { readonly reason: NonNullable<Question['reason']> }): Promise<string | null> {
  return ask(question)
}

function ask(question: Question): Promise<string | null> {
  asked.value?.answer(null)
  return new Promise((resolve) => {
    asked.value = { ...question, answer: (reason) => ((asked.value = null), resolve(reason)) }
  })
}
