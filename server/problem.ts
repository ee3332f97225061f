import type { Problem, ProblemAnswer } from '../schemas/api/management'
import { refusals, type RefusalCode } from '../schemas/refusals'
import { speak, type Bilingual, type Locale } from '../schemas/words'

export interface RefuseMore {
  readonly detail?: Bilingual | string
  /** Epoch ms from which the same wish may succeed; sent as `Retry-After` too. */
  readonly retryAt?: number
  readonly problems?: readonly Problem[]
  /** With `revision-stale`. */
  readonly current?: { readonly revision: string; readonly document: { readonly [key: string]: unknown } }
  readonly headers?: { readonly [name: string]: string }
}

/** An expected "no". Throw it anywhere in a request; the app answers with it in the reader's language. */
export class Refuse extends Error {
  override readonly name = 'Refuse'
  constructor(
    readonly code: RefusalCode,
    readonly more: RefuseMore = {},
  ) {
    super(code)
  }
}

export const problemMedia = 'application/problem+json; charset=utf-8'

/** A refusal as it is sent. */
export function problemAnswer({ code, more }: Refuse, locale: Locale, requestId: string): ProblemAnswer {
  const { detail, retryAt, problems, current } = more
  return {
    type: `urn:festoon:refusal:${code}`,
    code,
    title: speak(refusals[code], locale),
    status: refusals[code].status,
    ...(detail === undefined ? {} : { detail: typeof detail === 'string' ? detail : speak(detail, locale) }),
    ...(retryAt === undefined ? {} : { retryAt }),
    requestId,
    ...(problems ? { problems } : {}),
    ...(current ? { current } : {}),
  }
}

/** The headers that go with a refusal besides those of every answer. */
export function problemHeaders({ more }: Refuse, now: number): { [name: string]: string } {
  const wait: { [name: string]: string } = more.retryAt === undefined ? {} : { 'Retry-After': String(Math.max(1, Math.ceil((more.retryAt - now) / 1000))) }
  return { 'Content-Type': problemMedia, ...wait, ...more.headers }
}
