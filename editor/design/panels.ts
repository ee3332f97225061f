import { shallowReactive, watch } from 'vue'

export const sides = ['palette', 'outline', 'history', 'problems'] as const
export type Side = (typeof sides)[number]
export type Dialog = 'command' | 'keys' | 'preview' | 'source'

/** Which parts of the design tab are open. What a person likes open is remembered on this device. */
export interface Panels {
  side: Side
  rulers: boolean
  dialog: Dialog | null
  /** The step of the tour that is shown; null: none. */
  tour: number | null
  /** Counts wishes to look for a layer. */
  findWish: number
}

const memory = 'festoon.panels'

export function createPanels(): Panels {
  const panels = shallowReactive<Panels>({ side: 'palette', rulers: false, dialog: null, tour: null, findWish: 0, ...remembered() })
  watch(
    () => [panels.side, panels.rulers],
    () => localStorage.setItem(memory, JSON.stringify({ side: panels.side, rulers: panels.rulers })),
  )
  return panels
}

function remembered(): Partial<Panels> {
  try {
    const { side, rulers } = JSON.parse(localStorage.getItem(memory) ?? '{}') as Partial<Panels>
    return { ...(side && sides.includes(side) ? { side } : {}), ...(typeof rulers === 'boolean' ? { rulers } : {}) }
  } catch {
    return {}
  }
}
