import { plainText } from './plainText'
import type { Part } from './part'
import type { Question } from './question'

const longestLabel = 40
const mostQuestions = 30

/** What of a form was found so far, among parts that stand beside each other. */
interface Gathering {
  readonly questions: Question[]
  /** All parts that the form takes the place of. */
  readonly parts: Part[]
  /** Texts that may yet turn out to ask for the field that follows them. */
  readonly waiting: Part[]
}

/** Fields that stand beside each other become one form, with the words before each as its question and the button after them as its own. */
export function gatherForms(parts: readonly Part[]): readonly Part[] {
  const out: Part[] = []
  let form: Gathering = { questions: [], parts: [], waiting: [] }
  const close = (button?: Part): void => {
    const { waiting } = form
    if (form.questions.length) out.push(formOf(form, button))
    out.push(...waiting)
    form = { questions: [], parts: [], waiting: [] }
  }
  for (const part of parts.map(gatherInside)) {
    if (isAsking(part) && form.questions.length < mostQuestions) ask(form, part, out)
    else if (part.kind === 'button' && form.questions.length) close(part)
    else if (part.kind === 'text' || part.kind === 'space') form.waiting.push(part)
    else out.push(...form.waiting.splice(0), part)
  }
  close()
  return out
}

/** A box that holds nothing but a form is that form: a field with its label is often wrapped in one. */
function gatherInside(part: Part): Part {
  const children = gatherForms(part.children)
  const [only] = children
  const isForm = part.kind === 'box' && children.length === 1 && only!.kind === 'form'
  return isForm ? { ...only!, style: { ...only!.style, ...part.style }, gathered: [part, ...only!.gathered!] } : { ...part, children }
}

function isAsking({ asks }: Part): boolean {
  return asks !== undefined && asks.length > 0
}

function ask(form: Gathering, part: Part, out: Part[]): void {
  const isNamed = part.asks!.every(({ label }) => label !== '')
  const at = isNamed ? -1 : form.waiting.findLastIndex(isLabel)
  const label = form.waiting[at]
  // Nothing of the form yet: what stands before its first question stays where it is.
  out.push(...form.waiting.filter((one) => one !== label && one.kind === 'text'))
  form.parts.push(...form.waiting.filter((one) => one === label || one.kind === 'space'), ...(part.gathered ?? [part]))
  form.waiting.length = 0
  form.questions.push(...part.asks!.map((question) => (question.label || !label ? question : { ...question, label: plainText(label.text ?? '') })))
}

function isLabel({ text = '', taps }: Part): boolean {
  const said = plainText(text)
  return said !== '' && said.length <= longestLabel && !taps?.length
}

function formOf({ questions, parts }: Gathering, button: Part | undefined): Part {
  const [first] = parts
  const { height: _its, ...style } = (parts.find(isAsking) ?? first!).style
  const said = button ? plainText(button.text ?? '') : ''
  return {
    was: 'form',
    kind: 'form',
    ...(said ? { text: said } : {}),
    style,
    asks: questions,
    gathered: button ? [...parts, button] : parts,
    children: [],
    lost: [],
    raw: null,
  }
}
