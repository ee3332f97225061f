import { nextTick } from 'vue'

/** Brings a property of the selected node into view in the inspector, ready to be changed. */
export async function openField(prop: string): Promise<void> {
  await nextTick()
  await new Promise(requestAnimationFrame)
  const field = document.querySelector<HTMLElement>(`.inspector [data-prop="${CSS.escape(prop)}"]`)
  field?.scrollIntoView({ block: 'center' })
  field?.querySelector<HTMLElement>('.control :is(input, textarea, button, select)')?.focus()
}
