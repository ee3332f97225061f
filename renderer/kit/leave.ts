const timers = new WeakMap<Element, ReturnType<typeof setTimeout>>()

/** Keeps a hidden element that has an exit (`data-out`, ms) in sight for as long as that takes; one that is shown again stays. */
export function leave(element: HTMLElement): void {
  clearTimeout(timers.get(element)!)
  element.classList.toggle('leaving', Boolean(element.hidden))
  timers.set(
    element,
    setTimeout(() => element.classList.remove('leaving'), Number(element.dataset['out'])),
  )
}

/**
 * Lets everything below `root` leave that comes to be hidden, whoever hides it, while `isOn`; what waited out of sight (`data-if`) until that
 * moment was not there to leave. Nothing moves for people who asked for less motion.
 */
export function letLeave(root: Node, isOn: () => boolean): void {
  new MutationObserver((changes) => {
    if (!isOn() || matchMedia('(prefers-reduced-motion:reduce)').matches) return
    const waited = new Set<Node>()
    for (const { target, attributeName } of changes) {
      if (attributeName !== 'hidden') waited.add(target)
      else if (!waited.has(target) && (target as HTMLElement).dataset['out']) leave(target as HTMLElement)
    }
  }).observe(root, { subtree: true, attributes: true, attributeFilter: ['hidden', 'data-if'] })
}
