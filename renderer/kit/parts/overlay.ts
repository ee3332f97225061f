import { closeOverlay, openOverlay, overlayKey, topOverlay } from '../overlay'
import type { Phone } from '../phone'

declare const F: Phone

F.open = openOverlay
F.close = closeOverlay
F.top = topOverlay
// After the page's own listener, which stands on the document.
addEventListener('keydown', overlayKey)
