import type { CDPSession, Locator, Page } from 'playwright'

/** How many texts stand on the measured pages. */
export const counts = [50, 500, 2000] as const
export type Layout = 'free' | 'flow'

/** Where one of many texts stands that are placed freely, in rows of twenty. */
export function placeOf(i: number): { readonly x: number; readonly y: number; readonly w: number; readonly h: number } {
  return { x: (i % 20) * 18 + 8, y: Math.floor(i / 20) * 38 + 8, w: 13, h: 27 }
}

export const freeHeight = 3900
export const textOf = (i: number): string => `第 ${i} 行`

/** An editor that is measured, with one page open. What differs from editor to editor is said here; all else is the same code for both. */
export interface Sitting {
  readonly tab: Page
  readonly cdp: CDPSession
  /** ms of main-thread work until the last node stood, and until nothing more happened. */
  readonly opening: { readonly stands: number; readonly rests: number }
  readonly stage: Locator
  node(id: string): Locator
  /** Waits until so many nodes are selected. */
  selected(count: number): Promise<void>
  /** The inspector's field for the text of what is selected. */
  readonly field: Locator
  /** The key by which the field gives up what is in it; absent: it does at once. */
  readonly givesOn?: string
  /** Held, a click adds to the selection. */
  readonly adds: 'Shift' | 'Control'
  /** Lets go of what is dragged, and has it back where it was. */
  letGo(): Promise<void>
  /** Moves what is selected, as one step. */
  move(): Promise<void>
  selectAll(): Promise<void>
  /** Takes what is selected out of the way of a press. */
  clear(): Promise<void>
  /** How many nodes the canvas has drawn so far. */
  drawn(): Promise<number>
}

export interface Side {
  readonly name: string
  open(count: number, layout: Layout): Promise<Sitting>
}
