import type { Field } from '../../widgets/form/formSchema'
import { firstText, listOf, recordOf, textOf } from './reading'
import { plainText } from './plainText'

/** A question of another system's form, in the terms of this one. An empty label: nothing in the field itself says what is asked. */
export type Question = Omit<Field, 'id'> & { readonly label: string }

/** What a field of another system says of itself. */
export interface Asked {
  /** Its type there: `input`, `radio-group`, `Select`. */
  readonly was: string
  /** What kind of input it is: `tel`, `email`. */
  readonly input?: unknown
  readonly label?: unknown
  readonly placeholder?: unknown
  /** Texts, or records with a label. */
  readonly options?: unknown
  readonly isRequired?: boolean
  /** Stars of a rating. */
  readonly steps?: unknown
}

const longest = { label: 200, option: 100, options: 30 }

/** The question that a field asks; null when no form here asks such a thing. */
export function questionOf(asked: Asked): Question | null {
  const name = asked.was.replace(/^[a-z]+-form-|form-?item/i, '').toLowerCase()
  const label = plainText(firstText(asked.label, wishOf(textOf(asked.placeholder)))).slice(0, longest.label)
  const options = optionsOf(asked.options)
  const required = asked.isRequired ?? true
  if (/upload|file|stepper|search|hidden|range|slider/.test(name)) return null
  if (/rat(e|ing)$/.test(name)) return { type: 'rating', label, required, ...stepsOf(asked.steps) }
  if (/check|switch/.test(name) && options.length < 2) return consentOf(firstText(options[0]?.text, label), required)
  if (/check/.test(name)) return options.length ? { type: 'choice', label, required, several: true, options } : null
  if (/select|radio|picker|dropdown/.test(name) && !/date|time/.test(name)) return options.length > 1 ? { type: 'choice', label, required, options } : null
  return { ...textQuestion(`${name} ${textOf(asked.input)} ${label}`), label, required }
}

function textQuestion(told: string): Pick<Question, 'type' | 'long' | 'personal'> {
  if (/\btel|phone|mobile|手机|电话/i.test(told)) return { type: 'phone' }
  if (/e-?mail|邮箱|邮件/i.test(told)) return { type: 'email' }
  const isPersonal = /name|address|姓名|名字|地址|身份证/i.test(told)
  return { type: 'text', ...(/textarea|multiline/i.test(told) ? { long: true } : {}), ...(isPersonal ? { personal: true } : {}) }
}

function consentOf(label: string, required: boolean): Question | null {
  return label ? { type: 'consent', label, required } : null
}

function stepsOf(steps: unknown): { steps?: number } {
  const count = Number(steps)
  return Number.isInteger(count) && count >= 2 && count <= 7 ? { steps: count } : {}
}

function optionsOf(value: unknown): { id: string; text: string }[] {
  const texts = listOf(value).map((one) => {
    const { label, text, name, title, value: said } = recordOf(one)
    return plainText(firstText(one, label, text, name, title, said)).slice(0, longest.option)
  })
  return [...new Set(texts)]
    .filter((text) => text !== '')
    .slice(0, longest.options)
    .map((text, i) => ({ id: `option-${i + 1}`, text }))
}

/** What a placeholder asks for: `请输入您的姓名` asks for the 姓名. */
function wishOf(placeholder: string): string {
  const wish = placeholder.replace(/^请(输入|填写|选择)(您的|你的)?|^(please )?(enter|type|fill in|select|choose)( your| a| an)? /i, '').replace(/[.…。]+$/, '')
  return wish.charAt(0).toUpperCase() + wish.slice(1)
}
