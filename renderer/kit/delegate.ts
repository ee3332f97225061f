/** The node that an element belongs to. */
function nodeOf(element: Element): string {
  const wrapper = element.closest('[data-n]')
  return (wrapper && wrapper.getAttribute('data-n')) || ''
}

/** What Escape taps: the last element in sight marked `data-escape`, where a widget shows something above its page. */
export function escapable(within: ParentNode): HTMLElement | undefined {
  return Array.from(within.querySelectorAll<HTMLElement>('[data-escape]'))
    .filter((element) => element.getClientRects().length)
    .pop()
}

/**
 * One listener a kind of event for the whole page. `named` gets what `data-click` and its like name, `tapped` the nodes with tap actions.
 * Escape is for what lies in `top`.
 */
export function listen(top: () => ParentNode, named: (node: string, name: string, element: HTMLElement) => void, tapped: (node: string) => void): void {
  const hear = (event: Event): void => {
    for (let at = event.target as HTMLElement | null; at && at.getAttribute; at = at.parentElement) {
      const name = at.getAttribute(`data-${event.type}`)
      if (name !== null) {
        if (event.type === 'submit') event.preventDefault()
        return named(nodeOf(at), name, at)
      }
      if (event.type !== 'click') continue
      if (at.hasAttribute('data-on')) return tapped(nodeOf(at))
      // A link does what links do.
      if (at.nodeName === 'A') return
    }
  }
  for (const type of ['click', 'change', 'input', 'submit']) document.addEventListener(type, hear)
  document.addEventListener('keydown', (event) => {
    const at = event.target as HTMLElement
    const shown = event.key === 'Escape' && escapable(top())
    if (shown) {
      event.preventDefault()
      shown.click()
    }
    if ((event.key === 'Enter' || event.key === ' ') && at.getAttribute('role') === 'button' && at.hasAttribute('data-on')) at.click()
  })
}
