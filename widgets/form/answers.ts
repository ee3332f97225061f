import type { Bilingual } from '../../schemas/words'
import { lengthOf, picksOf, stepsOf, type Field } from './formSchema'

/** What was answered, by field: one text; several where several may be picked; none where nothing was answered. */
export type Answers = { readonly [field: string]: readonly string[] }

/** As a refusal's detail lists it. `path` is a JSON pointer into the input. */
export interface AnswerProblem {
  readonly path: string
  readonly message: Bilingual
}

const phone = /^\+?\d{7,15}$/
const email = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/
const longestEmail = 254

/** Answers as they are kept (blanks trimmed, empty ones left out), and what is wrong with them. */
export function readAnswers(fields: readonly Field[], given: Answers): { readonly answers: Answers; readonly problems: readonly AnswerProblem[] } {
  const read = fields.map((field) => ({ field, texts: cleaned(field, given) }))
  const answers = Object.fromEntries(read.filter(({ texts }) => texts.length > 0).map(({ field, texts }) => [field.id, texts]))
  const wrong = read.flatMap(({ field, texts }) => problem(field.id, faultOf(field, texts)))
  const unknown = Object.keys(given).filter((id) => !fields.some((field) => field.id === id))
  return { answers, problems: [...wrong, ...unknown.flatMap((id) => problem(id, { zh: '没有这道题', en: 'There is no such question' }))] }
}

function problem(field: string, message: Bilingual | null): AnswerProblem[] {
  return message ? [{ path: `/answers/${field}`, message }] : []
}

function cleaned({ id, type }: Field, given: Answers): readonly string[] {
  // Ids may be named like what every object has.
  const texts = (Object.hasOwn(given, id) ? given[id]! : []).map((text) => text.trim()).filter(Boolean)
  return type === 'phone' ? texts.map((text) => text.replace(/[\s()-]/g, '')) : texts
}

/** What is wrong with the answer to one field; null when nothing is. */
function faultOf(field: Field, texts: readonly string[]): Bilingual | null {
  if (texts.length === 0) return field.required ? missing(field) : null
  const most = field.type === 'choice' ? picksOf(field) : 1
  if (texts.length > most || new Set(texts).size < texts.length) return { zh: `最多选 ${most} 项`, en: `Pick at most ${most}` }
  return texts.map((text) => faultIn(field, text)).find(Boolean) ?? null
}

function missing({ type }: Field): Bilingual {
  if (type === 'consent') return { zh: '需要同意才能提交', en: 'Your consent is needed' }
  return type === 'choice' || type === 'rating' ? { zh: '请选择', en: 'Please choose' } : { zh: '请填写', en: 'Please fill this in' }
}

function faultIn(field: Field, text: string): Bilingual | null {
  switch (field.type) {
    case 'text': {
      const most = lengthOf(field)
      return Array.from(text).length > most ? { zh: `最多 ${most} 个字`, en: `At most ${most} characters` } : null
    }
    case 'phone':
      return phone.test(text) ? null : { zh: '请填写正确的手机号', en: 'Enter a valid phone number' }
    case 'email':
      return email.test(text) && text.length <= longestEmail ? null : { zh: '请填写正确的邮箱', en: 'Enter a valid e-mail address' }
    case 'rating':
      return /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= stepsOf(field) ? null : missing(field)
    case 'choice':
      return field.options?.some(({ id }) => id === text) ? null : { zh: '没有这个选项', en: 'There is no such option' }
    case 'consent':
      return null
    default:
      return field.type satisfies never
  }
}
