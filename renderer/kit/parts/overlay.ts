import { closeOverlay, openOverlay, overlayKey, topOverlay } from '../overlay'
import type { Phone } from '../phone'

declare const F: Phone

let isGuarded: boolean | undefined

/** A step of history for the back key to take instead of the page. On other systems such a step has in-app browsers show a bar. */
function guard(): void {
  if (isGuarded || !topOverlay() || !/Android/.test(navigator.userAgent)) return
  isGuarded = true
  history.pushState(0, '')
}

F.open = (element) => {
  openOverlay(element)
  guard()
}
F.close = closeOverlay
F.top = topOverlay
// After the page's own listener, which stands on the document.
addEventListener('keydown', overlayKey)
addEventListener('popstate', () => {
  if (!isGuarded) return
  isGuarded = false
  // Nothing is open any more: the key was meant for the page.
  if (!topOverlay()) return history.back()
  closeOverlay()
  guard()
})
