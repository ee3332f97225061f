/** Something wrong with a widget in one state: `lottery-wheel/won: button "Spin" is 20 × 20`. */
export type Fault = string

/** What stands wrong on a state sheet at the window's width. Runs in the browser; uses nothing from outside. */
export function measureStates(): Fault[] {
  const faults: Fault[] = []
  const controls = 'a[href],button,input,select,textarea,summary,[role=button],[tabindex="0"]'
  /** What a visitor is there for, as against closing, copying or retrying. */
  const mainControls = '.btn,[class*=-hub],[class*=-go]'

  const rotated = '[style*="rotate("]'

  const isShown = (element: Element): boolean => element.getClientRects().length > 0 && element.closest('.sr,[hidden]') === null
  const named = (element: Element): string => `${element.tagName.toLowerCase()}.${element.className} "${(element.textContent ?? '').trim().slice(0, 24)}"`

  /** The box that whatever of `element` sticks out of is not seen; the window's, where nothing clips it. */
  function clipOf(element: Element): { left: number; right: number; by: Element | null } {
    for (let at = element.parentElement; at && !at.hasAttribute('data-cell'); at = at.parentElement) {
      const { left, right } = at.getBoundingClientRect()
      if (getComputedStyle(at).overflowX !== 'visible') return { left, right, by: at }
    }
    return { left: 0, right: innerWidth, by: null }
  }

  /** Rotated boxes reach past what is drawn of them. */
  function checkWidth(cell: Element, element: Element): void {
    if (element.closest(rotated)) return
    const { left, right } = element.getBoundingClientRect()
    const { by } = clipOf(element)
    if (!by && (left < -0.5 || right > innerWidth + 0.5)) faults.push(`${cell.getAttribute('data-cell')}: ${named(element)} reaches from ${left} to ${right}`)
  }

  /** Text of one element, as drawn, in no smaller a box than itself. */
  function checkText(cell: Element, element: Element): void {
    const own = Array.from(element.childNodes).filter((node) => node.nodeType === 3 && node.textContent!.trim())
    if (!own.length || element.closest(rotated)) return
    const control = element.closest(controls)
    // What is swiped holds more than is seen of it.
    const isSwiped = control !== null && getComputedStyle(control).overflowX === 'auto'
    const box = (isSwiped || !control ? element.closest('li,p,div,section')! : control).getBoundingClientRect()
    const range = document.createRange()
    for (const node of own) {
      range.selectNodeContents(node)
      const { left, right } = range.getBoundingClientRect()
      if (left < box.left - 1.5 || right > box.right + 1.5) faults.push(`${cell.getAttribute('data-cell')}: ${named(element)} is written past its box`)
    }
  }

  function checkControl(cell: Element, control: HTMLElement): void {
    const { width, height } = control.getBoundingClientRect()
    const least = control.matches(mainControls) ? 44 : 24
    if (width < least - 0.1 || height < least - 0.1)
      faults.push(`${cell.getAttribute('data-cell')}: ${named(control)} is ${width} × ${height}, less than ${least}`)
    if (control.matches('button,a') && control.scrollWidth > control.clientWidth + 1 && getComputedStyle(control).display !== 'inline')
      faults.push(`${cell.getAttribute('data-cell')}: ${named(control)} does not hold its text`)
    if (control.matches('button:not([type=button])')) faults.push(`${cell.getAttribute('data-cell')}: ${named(control)} has no type="button"`)
  }

  for (const cell of Array.from(document.querySelectorAll('[data-cell]'))) {
    for (const element of Array.from(cell.querySelectorAll<HTMLElement>('*')).filter(isShown)) {
      checkWidth(cell, element)
      checkText(cell, element)
      if (element.matches(controls)) checkControl(cell, element)
    }
  }
  if (document.documentElement.scrollWidth > innerWidth) faults.push(`the page is ${document.documentElement.scrollWidth} wide`)
  return faults
}

/** The animations that would never end. Runs in the browser. */
export function endlessAnimations(): string[] {
  const isEndless = (animation: Animation): boolean => animation.playState === 'running' && animation.effect?.getComputedTiming().iterations === Infinity
  return document
    .getAnimations()
    .filter(isEndless)
    .map((animation) => (animation as CSSAnimation).animationName)
}
