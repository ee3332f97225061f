import { useMediaQuery } from '@vueuse/core'
import { shallowReactive, watch } from 'vue'

export const sides = ['palette', 'outline', 'history', 'problems'] as const
export type Side = (typeof sides)[number]
export type Dialog = 'command' | 'keys' | 'preview' | 'source'

/** Which parts of the design tab are open. What a person likes open is remembered on this device. */
export interface Panels {
  side: Side
  /** Whether the panels on the left and on the right are open. */
  isSideOpen: boolean
  isInspectorOpen: boolean
  rulers: boolean
  /** The page is shown in the device that it is looked at on. */
  device: boolean
  /** The ground around the page is dark in the light editor, light in the dark one. */
  contrary: boolean
  /** px */
  sideWidth: number
  dialog: Dialog | null
  /** The step of the tour that is shown; null: none. */
  tour: number | null
  /** Counts wishes to look for a layer. */
  findWish: number
  /** The last wish to open or close all branches of the outline; each wish is an object of its own. */
  foldWish: { readonly isClosed: boolean } | null
}

const memory = 'festoon.panels'
/** px; the least holds all four tabs in English. */
export const sideWidths = { least: 264, usual: 284, most: 480 } as const

/** The window is too narrow for both panels beside the page: they lie over it, one at a time, and open when asked for. */
export const isNarrow = useMediaQuery('(max-width: 899px)')

export function sideWidthOf(wanted: number): number {
  return Math.round(Math.min(sideWidths.most, Math.max(sideWidths.least, wanted)))
}

export function createPanels(): Panels {
  const panels = shallowReactive<Panels>({
    side: 'palette',
    isSideOpen: true,
    isInspectorOpen: true,
    rulers: false,
    device: true,
    contrary: false,
    sideWidth: sideWidths.usual,
    dialog: null,
    tour: null,
    findWish: 0,
    foldWish: null,
    ...remembered(),
    ...(isNarrow.value ? { isSideOpen: false, isInspectorOpen: false } : {}),
  })
  watch(
    () => ({
      side: panels.side,
      ...(isNarrow.value ? {} : { isSideOpen: panels.isSideOpen, isInspectorOpen: panels.isInspectorOpen }),
      rulers: panels.rulers,
      device: panels.device,
      contrary: panels.contrary,
      sideWidth: panels.sideWidth,
    }),
    (kept) => localStorage.setItem(memory, JSON.stringify(kept)),
  )
  return panels
}

/** Opens or closes a panel; in a narrow window the other one makes room. */
export function flipPanel(panels: Panels, name: 'isSideOpen' | 'isInspectorOpen', isOpen = !panels[name]): void {
  panels[name] = isOpen
  if (isNarrow.value && isOpen) panels[name === 'isSideOpen' ? 'isInspectorOpen' : 'isSideOpen'] = false
}

function remembered(): Partial<Panels> {
  try {
    const { side, isSideOpen, isInspectorOpen, rulers, device, contrary, sideWidth } = JSON.parse(localStorage.getItem(memory) ?? '{}') as Partial<Panels>
    return {
      ...(side && sides.includes(side) ? { side } : {}),
      ...(typeof isSideOpen === 'boolean' ? { isSideOpen } : {}),
      ...(typeof isInspectorOpen === 'boolean' ? { isInspectorOpen } : {}),
      ...(typeof rulers === 'boolean' ? { rulers } : {}),
      ...(typeof device === 'boolean' ? { device } : {}),
      ...(typeof contrary === 'boolean' ? { contrary } : {}),
      ...(Number.isFinite(sideWidth) ? { sideWidth: sideWidthOf(sideWidth!) } : {}),
    }
  } catch {
    return {}
  }
}
