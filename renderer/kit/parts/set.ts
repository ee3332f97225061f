import { store } from '../keys'
import type { Phone } from '../phone'

declare const F: Phone

const mark = `set ${location.pathname}`

F.vars = JSON.parse(store()[mark] || '{}') as NonNullable<Phone['vars']>
F.set = (name, value) => {
  F.vars![name] = value
  // A page that turns with its phase loads anew: it is the same visit.
  store()[mark] = JSON.stringify(F.vars)
}
