import type { Problem, ProblemAnswer } from '../../schemas/api/management'
import type { RefusalCode } from '../../schemas/refusals'

/** `unreachable`: no answer came at all. */
export type ProblemCode = RefusalCode | 'unreachable'

/** An answer of the API that is not a success. `message` is the server's own words, in the reader's language. */
export class ApiProblem extends Error {
  readonly code: ProblemCode
  readonly status: number
  readonly detail: string
  /** Epoch ms from which the same request may succeed. */
  readonly retryAt: number | null
  readonly problems: readonly Problem[]
  /** With `revision-stale`: what the server holds now. */
  readonly current: { readonly revision: string; readonly document: unknown } | null
  readonly requestId: string | null

  constructor(answer: Partial<ProblemAnswer> & { readonly title: string; readonly status: number }) {
    super(answer.title)
    // An answer without a code of ours came from something between us and the server.
    this.code = (answer.code as RefusalCode | undefined) ?? 'unreachable'
    this.status = answer.status
    this.detail = answer.detail ?? ''
    this.retryAt = answer.retryAt ?? null
    this.problems = answer.problems ?? []
    this.current = answer.current ?? null
    this.requestId = answer.requestId ?? null
  }
}

export function isProblem(error: unknown, code: ProblemCode): error is ApiProblem {
  return error instanceof ApiProblem && error.code === code
}

/** What to tell the reader about anything that was thrown. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
