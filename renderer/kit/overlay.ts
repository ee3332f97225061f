const focusable = 'a[href],button:not([disabled]),input,select,textarea,[tabindex]:not([tabindex="-1"])'
const open: { element: HTMLElement; back: HTMLElement | null }[] = []

function lock(): void {
  document.documentElement.classList.toggle('locked', open.length > 0)
}

/** Shows an overlay above the page: focus goes in and stays in, the page behind stands still. */
export function openOverlay(element: HTMLElement | null): void {
  if (!element || !element.hidden) return
  open.push({ element, back: document.activeElement as HTMLElement | null })
  element.hidden = false
  lock()
  element.tabIndex = -1
  ;(element.querySelector<HTMLElement>(focusable) || element).focus()
}

/** Hides the overlay that `within` lies in, or the topmost one, and gives the focus back. */
export function closeOverlay(within?: Element | null): void {
  const closed = open.filter(({ element }) => !within || element.contains(within)).pop()
  if (!closed) return
  open.splice(open.indexOf(closed), 1)
  closed.element.hidden = true
  lock()
  if (closed.back) closed.back.focus()
}

/** The overlay that lies above all others. */
export function topOverlay(): HTMLElement | undefined {
  return (open[open.length - 1] || { element: undefined }).element
}

/** Escape closes, unless something inside took it; Tab goes round inside. */
export function overlayKey(event: KeyboardEvent): void {
  const top = open[open.length - 1]
  if (!top) return
  if (event.key === 'Escape' && !event.defaultPrevented) closeOverlay()
  if (event.key !== 'Tab') return
  const stops = top.element.querySelectorAll<HTMLElement>(focusable)
  const edge = stops[event.shiftKey ? 0 : stops.length - 1]
  if (edge && document.activeElement !== edge && document.activeElement !== top.element) return
  event.preventDefault()
  const first = stops[event.shiftKey ? stops.length - 1 : 0]
  if (first) first.focus()
}
