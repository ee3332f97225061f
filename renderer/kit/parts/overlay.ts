import { closeOverlay, openOverlay, overlayKey } from '../overlay'
import type { Phone } from '../phone'

declare const F: Phone

F.open = openOverlay
F.close = closeOverlay
document.addEventListener('keydown', overlayKey)
