import { isShown, type Facts } from '../../../schemas/isShown'
import { statesOf } from '../../../schemas/standing'
import { stateTests } from '../../../widgets/states'
import type { Boot } from '../../boot'
import { store } from '../keys'
import type { Live } from '../live'
import type { Phone } from '../phone'

declare const F: Phone

const { start, set, turn } = F
const marks: { [id: string]: string } = {}
const mark = `channel ${location.pathname}`
const channel = new URLSearchParams(location.search).get('channel') || store()[mark] || ''
if (channel) store()[mark] = channel

let boot: Boot
let live: Live | null = null

/** Of whom the server cannot tell: in no segment, and nothing done yet. */
const stranger = { segments: [], channel: '', visitor: 'new' } as const

function facts(): Facts {
  const me = live && live.me()
  const isLost = !me && live && live.playOf('').status === 'failed'
  const seen = me ? me.seen || stranger : isLost ? stranger : null
  return {
    phases: [],
    segments: seen && seen.segments,
    channel: channel || (seen && seen.channel),
    visitor: seen && seen.visitor,
    variables: F.vars || {},
    states:
      seen &&
      ((id) => {
        if (!me) return []
        const play = live!.playOf(id)
        const hasWon = me.awards.some((award) => award.play === id && award.state !== 'revoked')
        return statesOf({ ...play, hasWon }, play.shown && play.mine ? stateTests[boot.plays![id]!] : {})
      }),
  }
}

/** Shows what is to be shown now, and nothing else. The focus does not get lost with what goes. */
function apply(): void {
  const known = facts()
  let came: HTMLElement | undefined
  let isFocusGone = false
  for (const id of Object.keys(boot.when!)) {
    const element = document.querySelector<HTMLElement>(`[data-n="${id}"]`)
    if (!element) continue
    const was = element.getAttribute('data-if')
    if (isShown(boot.when![id], known) !== (was !== null)) continue
    // What `open` opens is not open by itself; while it may not be opened at all, it does not count as closed.
    const isClosed = (marks[id] = was === null ? marks[id]! : was) === 'closed'
    if (was === null) {
      isFocusGone = isFocusGone || element.contains(document.activeElement)
      if (isClosed) F.close!(element)
      element.setAttribute('data-if', marks[id]!)
      if (isClosed) element.hidden = false
    } else {
      element.removeAttribute('data-if')
      if (isClosed) element.hidden = true
      else came = came || element
    }
  }
  if (!isFocusGone || !came) return
  came.tabIndex = -1
  came.focus({ preventScroll: true })
}

F.start = (record) => {
  boot = record
  // Variables and the address are known before anybody answers, and before anything is painted.
  apply()
  start(record)
}
if (set)
  F.set = (name, value) => {
    set(name, value)
    apply()
  }
F.turn = (record, now, isBusy, offer) => {
  live = now
  apply()
  if (turn) turn(record, now, isBusy, offer)
}
