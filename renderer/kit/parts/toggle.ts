import type { Phone } from '../phone'
import { toggle } from '../toggle'

declare const F: Phone

F.toggle = (element, to) => toggle(element, to, F)
