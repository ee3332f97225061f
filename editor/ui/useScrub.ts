import { onBeforeUnmount } from 'vue'
import type { LabelDrag } from './fieldLabel'

/** One number, or those of several things at once; null: none yet. */
export type Numbers = readonly (number | null)[]

interface Scrubbing {
  /** The numbers as a drag begins. */
  begin(): Numbers
  /** So many px to the side of where it began. */
  move(from: Numbers, px: number, keys: PointerEvent): void
  /** Escape: they are as they were. */
  back(from: Numbers): void
  hold(): void
  end(): void
}

/** A drag sideways that changes numbers. */
export function useScrub({ begin, move, back, hold, end }: Scrubbing): LabelDrag {
  let start: { readonly x: number; readonly from: Numbers; isMoved: boolean } | null = null

  function grab(event: PointerEvent): void {
    if (event.button !== 0) return
    // `grab` is only ever on the handle element.
    ;(event.currentTarget as HTMLElement).setPointerCapture(event.pointerId)
    start = { x: event.clientX, from: begin(), isMoved: false }
    window.addEventListener('keydown', press, { capture: true })
    hold()
  }

  function drag(event: PointerEvent): void {
    if (!start || (!start.isMoved && event.clientX === start.x)) return
    start.isMoved = true
    move(start.from, event.clientX - start.x, event)
  }

  function press(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !start) return
    event.preventDefault()
    event.stopPropagation()
    if (start.isMoved) back(start.from)
    drop()
  }

  function drop(): void {
    window.removeEventListener('keydown', press, { capture: true })
    if (!start) return
    start = null
    end()
  }
  onBeforeUnmount(drop)

  return { grab, drag, drop }
}
