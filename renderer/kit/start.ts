import { say, speak } from '../../schemas/words'
import { Refusal } from '../../widgets/host'
import { escapeHtml, html, Html, safeLink } from '../../widgets/html'
import type { Boot } from '../boot'
import { randomKey } from './keys'
import { livePage } from './livePage'
import type { Phone } from './phone'
import { toast } from './toast'

/** Declared by the script that the publisher writes around this one, the parts and the views. */
declare const F: Phone

Object.assign(F, { say, speak, Refusal, escapeHtml, html, Html, safeLink, toast, key: randomKey, start: (boot: Boot) => livePage(boot, F) })
