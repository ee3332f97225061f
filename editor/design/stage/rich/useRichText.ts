import { onBeforeUnmount, shallowRef, watch, type ShallowRef } from 'vue'
import { nodeAt } from '../../../../schemas/atPhase'
import type { PageNode } from '../../../../schemas/page'
import type { Rich, RichLine } from '../../../../schemas/richSchema'
import { isFormatted, plainOf, richFor, richOf } from '../../../../schemas/richText'
import { say, type Words } from '../../../../schemas/words'
import { specs } from '../../../../widgets/specs'
import { setProps } from '../../../document/commands/setProps'
import { stepNames } from '../../stepNames'
import type { Ground } from '../ground'
import { phaseOf, rewritten } from '../writtenWords'
import type { RichWriter } from './look'

interface TextProps {
  readonly text?: Words
  readonly rich?: Rich
}

/** Whether a widget's text has formats. */
export function isRich(type: string): boolean {
  return specs[type]?.props.properties?.['rich'] !== undefined
}

/**
 * Writing formatted text right where it stands: a double click, or Enter. A press beside it, or Ctrl and Enter, keeps what was written as
 * one step; Escape leaves everything as it was. `goBack`: takes the keyboard back from the page;
 * `toBar`: gives it to the bar of formats. @returns what is being written; null: nothing is.
 */
export function useRichText(ground: Ground, goBack: () => void, toBar: () => void): Readonly<ShallowRef<RichWriter | null>> {
  const { designer, canvas, iframe, moved } = ground
  const { store, session, edits } = designer
  const writer = shallowRef<RichWriter | null>(null)
  let finish = (_isKept: boolean): void => {}

  async function begin(id: string, node: PageNode): Promise<void> {
    session.inline.value = id
    const { openWriter } = await import('./richWriter')
    const shown = canvas.value?.elementOf(id)?.querySelector<HTMLElement>('.txt')
    if (session.inline.value !== id || !shown) return void (session.inline.value = null)
    const { locale, phase } = session.looking
    const { text = '', rich } = (phase === null ? node : nodeAt(node, [phase])).props as TextProps
    const before = richFor(text, rich, locale) ?? richOf(say(text, locale))
    const host = hostFor(shown)
    const over = new AbortController()
    // The frame first: keys go to the frame that has the focus, not to an element inside another one.
    iframe.value?.contentWindow?.focus()
    const open = openWriter(host, before, moved)
    finish = (isKept) => {
      over.abort()
      finish = () => {}
      const lines = open.lines()
      open.close()
      // The page finds its own element as it left it.
      host.replaceWith(shown)
      writer.value = session.inline.value = null
      if (isKept && JSON.stringify(lines) !== JSON.stringify(before)) keep(node, { text, rich, lines })
      moved()
    }
    listen(host, over.signal)
    writer.value = open
  }

  function keep(node: PageNode, { text, rich, lines }: { readonly text: Words; readonly rich: Rich | undefined; readonly lines: readonly RichLine[] }): void {
    const { locale, phase: shown } = session.looking
    const phase = phaseOf(node, 'text', shown)
    const change = (name: string, value: unknown) => ({ ids: [node.id], name, value, phase })
    const words = rewritten(text, locale, plainOf(lines))
    edits.run(stepNames.change(specs[node.type]!.props.properties!['text']!.title!), (document) => [
      ...setProps(document, change('text', words)),
      ...setProps(document, change('rich', marksFor(words, rich, { [locale]: isFormatted(lines) ? lines : undefined }))),
    ])
  }

  function listen(host: HTMLElement, signal: AbortSignal): void {
    host.addEventListener('keydown', press, { signal, capture: true })
    host.addEventListener('keydown', (event) => event.stopPropagation(), { signal })
    window.addEventListener('beforeunload', () => finish(true), { signal, capture: true })
    const isBeside = ({ target }: Event): boolean => !host.contains(target as Node)
    host.ownerDocument.addEventListener('pointerdown', (event) => isBeside(event) && finish(true), { signal, capture: true })
    document.addEventListener(
      'pointerdown',
      (event) => (event.target as Element).closest('.rich-bar, .e-pop, [data-reka-popper-content-wrapper]') ?? finish(true),
      {
        signal,
        capture: true,
      },
    )
  }

  function press(event: KeyboardEvent): void {
    const isKept = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    const isToBar = event.key === 'F10' && event.altKey
    if (event.isComposing || (!isKept && !isToBar && event.key !== 'Escape')) return
    event.preventDefault()
    event.stopPropagation()
    if (isToBar) return toBar()
    finish(isKept)
    goBack()
  }

  watch(
    session.editWish,
    () => {
      const node = session.only.value === null ? undefined : store.document().nodes[session.only.value]
      if (node && !node.locked && isRich(node.type) && session.inline.value === null) void begin(node.id, node)
    },
    { flush: 'sync' },
  )
  watch(session.selected, () => finish(true))
  onBeforeUnmount(() => finish(false))

  return writer
}

/** An element to write in, in the place and look of the one that shows the text. */
function hostFor(shown: HTMLElement): HTMLElement {
  const host = shown.ownerDocument.createElement('div')
  host.className = shown.className
  host.style.cssText = `${shown.style.cssText};white-space:break-spaces;outline:0;min-height:1em;user-select:text;-webkit-user-select:text;cursor:text`
  shown.replaceWith(host)
  return host
}

/** The marks of all languages; of words that are one for everyone, those just written only. */
function marksFor(words: Words, rich: Rich | undefined, written: Rich): Rich | undefined {
  const all = Object.entries({ ...(typeof words === 'string' ? {} : rich), ...written }).filter(([, lines]) => lines !== undefined)
  return all.length ? Object.fromEntries(all) : undefined
}
