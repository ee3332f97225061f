import { onBeforeUnmount, onMounted, shallowRef, type ShallowRef } from 'vue'
import type { Point } from '../gestures/geometry'
import { pointerDrag } from '../gestures/pointerDrag'
import { isControlKey, isTyping } from '../isTyping'
import type { Ground } from './ground'

export interface Pan {
  /** Space is held: a drag moves the canvas. */
  readonly isReady: Readonly<ShallowRef<boolean>>
  readonly isPanning: Readonly<ShallowRef<boolean>>
  /** A press that may move the canvas, or pinch it; true where it does. */
  press(event: PointerEvent): boolean
  /** A press beside the page: there a single finger moves the canvas too. */
  pressBeside(event: PointerEvent): boolean
}

/** Moves the canvas by dragging with Space or the middle button held, and with two fingers, which zoom it too. */
export function usePan({ designer, scroller }: Ground, zoomAt: (at: Point, factor: number) => void): Pan {
  const [isReady, isPanning] = [shallowRef(false), shallowRef(false)]
  const fingers = new Map<number, Point>()
  let frame = 0
  let last: { middle: Point; apart: number } | null = null

  function holdSpace(event: KeyboardEvent): void {
    if (
      event.code !== 'Space' ||
      isTyping(event.target) ||
      isControlKey(event.target, event.key) ||
      (event.target as HTMLElement).closest?.('[role="treeitem"], [data-palette]')
    )
      return
    event.preventDefault()
    isReady.value = true
  }

  function letGo({ code }: KeyboardEvent): void {
    if (code === 'Space') isReady.value = false
  }

  function press(event: PointerEvent): boolean {
    if (event.pointerType === 'touch') return touch(event)
    if (event.button !== 1 && !(isReady.value && event.button === 0)) return false
    event.preventDefault()
    follow({ x: event.clientX, y: event.clientY })
    return true
  }

  function pressBeside(event: PointerEvent): boolean {
    if (press(event)) return true
    if (event.pointerType !== 'touch') return false
    let at: Point = { x: event.clientX, y: event.clientY }
    pointerDrag(event, {
      start: () => {},
      move(now) {
        scroller.value?.scrollBy(at.x - now.x, at.y - now.y)
        at = now
      },
      end: () => {},
      cancel: () => {},
      click: () => designer.session.select([]),
    })
    return true
  }

  function follow(from: Point): void {
    const over = new AbortController()
    const { signal } = over
    let at = from
    isPanning.value = true
    const stop = (): void => {
      over.abort()
      isPanning.value = false
    }
    window.addEventListener(
      'pointermove',
      ({ clientX, clientY }) => {
        scroller.value?.scrollBy(at.x - clientX, at.y - clientY)
        at = { x: clientX, y: clientY }
      },
      { signal },
    )
    for (const end of ['pointerup', 'pointercancel'] as const) window.addEventListener(end, stop, { signal })
  }

  function touch({ pointerId, clientX, clientY }: PointerEvent): boolean {
    fingers.set(pointerId, { x: clientX, y: clientY })
    last = pair()
    return fingers.size > 1
  }

  function pair(): { middle: Point; apart: number } | null {
    const [one, other] = [...fingers.values()]
    return one && other ? { middle: { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 }, apart: Math.hypot(one.x - other.x, one.y - other.y) } : null
  }

  function move({ pointerId, clientX, clientY }: PointerEvent): void {
    if (!fingers.has(pointerId)) return
    fingers.set(pointerId, { x: clientX, y: clientY })
    frame ||= requestAnimationFrame(followFingers)
  }

  /** Both fingers are read together: one that moves ahead of the other neither zooms nor turns back. */
  function followFingers(): void {
    frame = 0
    const now = pair()
    if (!now || !last) return
    scroller.value?.scrollBy(last.middle.x - now.middle.x, last.middle.y - now.middle.y)
    if (last.apart > 0 && Math.abs(now.apart - last.apart) > 1) zoomAt(now.middle, now.apart / last.apart)
    last = now
  }

  function lift({ pointerId }: PointerEvent): void {
    if (frame) {
      cancelAnimationFrame(frame)
      followFingers()
    }
    fingers.delete(pointerId)
    last = pair()
  }

  onMounted(() => {
    window.addEventListener('keydown', holdSpace)
    window.addEventListener('keyup', letGo)
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', lift)
    window.addEventListener('pointercancel', lift)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('keydown', holdSpace)
    window.removeEventListener('keyup', letGo)
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', lift)
    window.removeEventListener('pointercancel', lift)
  })

  return { isReady, isPanning, press, pressBeside }
}
