import type { Point } from './geometry'

/** One gesture, from the press until it ends. Positions are in the window's px. */
export interface DragSteps {
  /** The pointer went further than a click does. Returns false to let it be. */
  start(origin: Point, event: PointerEvent): boolean | void
  move(at: Point, keys: DragKeys): void
  /** Lands it, where the last move was. */
  end(at: Point, keys: DragKeys): void
  /** Escape, undo, or the system took the pointer away: everything is as before. */
  cancel(): void
  /** It never became a drag. */
  click?(event: PointerEvent): void
}

export interface DragKeys {
  readonly shift: boolean
  readonly alt: boolean
  /** Ctrl, or ⌘ on a Mac. */
  readonly mod: boolean
}

const threshold = 3
/** How far a finger may stray that only rests, in px, and how long it rests before it lifts, in ms. */
const [stray, restMs] = [8, 280]
const modifiers: ReadonlySet<string> = new Set(['Shift', 'Alt', 'Control', 'Meta'])

/**
 * Follows the pointer that was just pressed, by mouse, pen or touch. Moves are told once a frame at most.
 * `isListed`: it stands in a list, which fingers scroll up and down; they lift it by moving sideways, or by resting on it first.
 */
export function pointerDrag(pressed: PointerEvent, steps: DragSteps, { isListed = false }: { readonly isListed?: boolean } = {}): void {
  const target = pressed.currentTarget as HTMLElement
  const origin = { x: pressed.clientX, y: pressed.clientY }
  const over = new AbortController()
  const { signal } = over
  let isDragging = false
  let at: Point = origin
  let keys: DragKeys = keysOf(pressed)
  let frame = 0
  const isTouch = pressed.pointerType === 'touch'
  let isLifted = !isListed || !isTouch
  const resting = isLifted ? 0 : window.setTimeout(lift, restMs)

  const tell = (): void => {
    frame = 0
    steps.move(at, keys)
  }

  function move(event: PointerEvent): void {
    if (event.pointerId !== pressed.pointerId) return
    at = { x: event.clientX, y: event.clientY }
    keys = keysOf(event)
    if (!isDragging) {
      const [across, down] = [Math.abs(at.x - origin.x), Math.abs(at.y - origin.y)]
      if (Math.hypot(across, down) < (isLifted ? threshold : stray)) return
      if (!isLifted && across <= down) return finish()
      // A menu that a long touch opened meanwhile has the finger.
      if (isTouch && document.querySelector('.e-context')) return finish()
      if (steps.start(origin, event) === false) return finish()
      isDragging = true
      capture(target, pressed.pointerId)
    }
    frame ||= requestAnimationFrame(tell)
  }

  function up(event: PointerEvent): void {
    if (event.pointerId !== pressed.pointerId) return
    finish()
    if (!isDragging) return steps.click?.(event)
    at = { x: event.clientX, y: event.clientY }
    steps.move(at, keysOf(event))
    steps.end(at, keysOf(event))
  }

  function abort(): void {
    finish()
    if (isDragging) steps.cancel()
  }

  function lift(): void {
    isLifted = true
    target.dataset['lifted'] = ''
  }

  function finish(): void {
    over.abort()
    clearTimeout(resting)
    delete target.dataset['lifted']
    cancelAnimationFrame(frame)
    if (target.hasPointerCapture(pressed.pointerId)) target.releasePointerCapture(pressed.pointerId)
  }

  /** Nothing else happens to the page while something is dragged over it. */
  function press(event: KeyboardEvent): void {
    const isUndo = event.key.toLowerCase() === 'z' && keysOf(event).mod
    const isOver = event.key === 'Escape' || (isDragging && isUndo)
    if (!isOver && !isDragging) return
    if (modifiers.has(event.key)) return hold(event)
    event.preventDefault()
    event.stopPropagation()
    if (isOver) abort()
  }

  /** Shift, Alt and the like count at once, not with the next move; and Alt does not open the browser’s menu. */
  function hold(event: KeyboardEvent): void {
    if (!isDragging || !modifiers.has(event.key)) return
    event.preventDefault()
    keys = keysOf(event)
    frame ||= requestAnimationFrame(tell)
  }

  /** A second finger pinches: what the first one began is no drag. */
  function join(event: PointerEvent): void {
    if (event.pointerType === 'touch' && event.pointerId !== pressed.pointerId) abort()
  }

  // No text is selected and no picture carried off on the way.
  for (const native of ['selectstart', 'dragstart'] as const) window.addEventListener(native, (event) => event.preventDefault(), { signal })
  // A list whose item is lifted stays where it is.
  if (isListed) target.addEventListener('touchmove', (event) => isLifted && event.cancelable && event.preventDefault(), { signal, passive: false })
  window.addEventListener('pointermove', move, { signal })
  window.addEventListener('pointerup', up, { signal })
  window.addEventListener('pointercancel', abort, { signal })
  window.addEventListener('pointerdown', join, { signal, capture: true })
  window.addEventListener('keydown', press, { signal, capture: true })
  window.addEventListener('keyup', hold, { signal, capture: true })
}

function capture(target: HTMLElement, pointer: number): void {
  // The pointer may be gone by now, as when a synthetic event pressed it.
  if (target.isConnected)
    try {
      target.setPointerCapture(pointer)
    } catch {
      /* it is followed on the window anyway */
    }
}

function keysOf({ shiftKey, altKey, ctrlKey, metaKey }: PointerEvent | KeyboardEvent): DragKeys {
  return { shift: shiftKey, alt: altKey, mod: ctrlKey || metaKey }
}
