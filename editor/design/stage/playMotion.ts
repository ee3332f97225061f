/** How long something stays away before it comes back, in ms. */
const awayMs = 400

/** Motions of an element on the canvas begin anew; what goes on for ever just goes on. */
export function playEntrance(element: HTMLElement): void {
  for (const animation of element.getAnimations({ subtree: true })) {
    if (animation.effect?.getTiming().iterations === Infinity) continue
    animation.cancel()
    animation.play()
  }
}

/** The element leaves as it will on the page, and comes back a moment later. */
export function playExit(element: HTMLElement): void {
  element.classList.add('leaving')
  setTimeout(() => element.classList.remove('leaving'), Number(element.dataset['out'] ?? 0) + awayMs)
}
