const gliding = new WeakMap<HTMLElement, { readonly animation: Animation; at: string }>()

/**
 * Moves an element by transform, until `letGo`. A paused animation holds it: then the browser moves the element's layer and
 * nothing else, where a change of its style has all layers of the page put together anew, which takes longer the larger the page.
 */
export function glideTo(element: HTMLElement, transform: string): void {
  const frames = [{ transform }, { transform }]
  const known = gliding.get(element)
  if (known?.at === transform) return
  if (known) {
    known.at = transform
    return (known.animation.effect as KeyframeEffect).setKeyframes(frames)
  }
  const animation = element.animate(frames, { duration: 60_000, fill: 'both' })
  animation.pause()
  gliding.set(element, { animation, at: transform })
}

/** Puts an element back to where its style has it. */
export function letGo(element: HTMLElement): void {
  gliding.get(element)?.animation.cancel()
  gliding.delete(element)
}
