import { onBeforeUnmount, watch } from 'vue'
import { nodeAt } from '../../../schemas/atPhase'
import { say, type Words } from '../../../schemas/words'
import { specs } from '../../../widgets/specs'
import { setProps } from '../../document/commands/setProps'
import { stepNames } from '../stepNames'
import type { Ground } from './ground'
import { isRich } from './rich/useRichText'
import { phaseOf, rewritten } from './writtenWords'

/** The property that a widget's own text stands in, where it shows nothing else. */
const inlineProp = 'text'

/**
 * Writing right where the words stand: a double click, or Enter, on a widget that shows one text. A click beside it, or Ctrl and Enter,
 * keeps what was written as one step; Escape leaves everything as it was. What is typed is plain text, whatever is pasted.
 * `goBack`: takes the keyboard back from the page.
 */
export function useInlineText({ designer: { store, session, edits }, canvas, iframe, moved }: Ground, goBack: () => void): void {
  let finish = (_isKept: boolean): void => {}

  function wordsOf(id: string): Words | null {
    const node = store.document().nodes[id]
    const isText = node && specs[node.type]?.props.properties?.[inlineProp] !== undefined && !isRich(node.type) && !node.locked
    const { phase } = session.looking
    return isText ? (((phase === null ? node : nodeAt(node, [phase])).props[inlineProp] as Words | undefined) ?? '') : null
  }

  function begin(id: string): void {
    const words = wordsOf(id)
    const { locale } = session.looking
    const element = words === null ? null : leafSaying(canvas.value?.elementOf(id) ?? null, say(words, locale))
    if (words === null || !element) return
    const before = element.textContent ?? ''
    const over = new AbortController()
    session.inline.value = id
    finish = (isKept) => {
      over.abort()
      finish = () => {}
      element.removeAttribute('contenteditable')
      session.inline.value = null
      const written = isButton(element) ? (element.textContent ?? '') : element.innerText.replace(/\n$/, '')
      // The element goes back to what is drawn, so that drawing anew finds it as it left it.
      element.textContent = before
      if (isKept && written !== before) {
        const node = store.document().nodes[id]!
        const title = specs[node.type]!.props.properties![inlineProp]!.title
        const phase = phaseOf(node, inlineProp, session.looking.phase)
        edits.run(title ? stepNames.change(title) : stepNames.page, (document) =>
          setProps(document, { ids: [id], name: inlineProp, value: rewritten(words, locale, written), phase }),
        )
      }
      moved()
    }
    listen(element, over.signal)
    element.setAttribute('contenteditable', 'plaintext-only')
    // The frame first: keys go to the frame that has the focus, not to an element inside another one.
    iframe.value?.contentWindow?.focus()
    element.focus()
    element.ownerDocument.getSelection()?.selectAllChildren(element)
  }

  function listen(element: HTMLElement, signal: AbortSignal): void {
    element.addEventListener('blur', () => finish(true), { signal })
    element.addEventListener('input', moved, { signal })
    window.addEventListener('beforeunload', () => finish(true), { signal, capture: true })
    element.addEventListener(
      'keydown',
      (event) => {
        event.stopPropagation()
        // Enter and Escape are the input method's own while it composes.
        if (event.isComposing) return
        // A button takes Space for a press.
        if (event.key === ' ' && isButton(element)) {
          event.preventDefault()
          element.ownerDocument.execCommand('insertText', false, ' ')
        }
        const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey || isButton(element))
        if (event.key !== 'Escape' && !isDone) return
        event.preventDefault()
        finish(isDone)
        goBack()
      },
      { signal },
    )
    element.addEventListener('click', (event) => event.preventDefault(), { signal })
  }

  watch(
    session.editWish,
    () => {
      if (session.only.value !== null && session.inline.value === null) begin(session.only.value)
    },
    { flush: 'sync' },
  )
  watch(session.selected, () => finish(true))
  onBeforeUnmount(() => finish(false))
}

function isButton({ tagName }: HTMLElement): boolean {
  return tagName === 'BUTTON'
}

/** The innermost element that says just this. */
function leafSaying(element: HTMLElement | null, text: string): HTMLElement | null {
  if (!element) return null
  const leaves = [...element.querySelectorAll<HTMLElement>('*')].filter((one) => one.childElementCount === 0)
  return leaves.find((one) => one.textContent === text) ?? null
}
