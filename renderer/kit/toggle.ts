/** What shows and hides overlays, where there are any. */
interface Overlays {
  open?(element: HTMLElement | null): void
  close?(within?: Element | null): void
}

/** Shows what is hidden, or hides it; with `to`, only what is not so yet. */
export function toggle(element: HTMLElement | null, to: 'shown' | 'hidden' | undefined, { open, close }: Overlays): void {
  const isToShow = element && element.hidden
  if (!element || (to && (to === 'shown') !== isToShow)) return
  if (open && element.querySelector('[aria-modal]')) (isToShow ? open : close!)(element)
  else element.hidden = !isToShow
}
