import type { Json, Receipt, Refused } from '../../schemas/play'
import type { Locale } from '../../schemas/words'
import type { Problem } from '../../schemas/api/management'
import { speak, type Bilingual } from '../../schemas/words'
import type { Answer } from '../engine/wish'
import { Refuse } from '../problem'

/** What the engine answered, as a receipt. @throws Refuse in the visitor's language */
export function receiptOf(answer: Answer, locale: Locale): { receipt: Receipt; replayed: boolean } {
  if ('refused' in answer) throw refusalOf(answer.refused, locale)
  return answer
}

function refusalOf({ refusal, retryAt, detail }: Refused, locale: Locale): Refuse {
  return new Refuse(refusal, {
    ...(retryAt === undefined ? {} : { retryAt }),
    ...(isBilingual(detail) ? { detail } : {}),
    ...(hasProblems(detail)
      ? {
          problems: detail.problems.map(({ path, message }): Problem => ({
            document: 'body',
            path: `/input${path}`,
            message: speak(message, locale),
            severity: 'error',
          })),
        }
      : {}),
  })
}

function isBilingual(detail: Json | undefined): detail is { zh: string; en: string } {
  return typeof detail === 'object' && detail !== null && 'zh' in detail && 'en' in detail && typeof detail.zh === 'string' && typeof detail.en === 'string'
}

interface InputProblems {
  readonly problems: readonly { readonly path: string; readonly message: Bilingual }[]
}

function hasProblems(detail: unknown): detail is InputProblems {
  return typeof detail === 'object' && detail !== null && 'problems' in detail && Array.isArray(detail.problems)
}
