import { store } from '../keys'
import type { Phone } from '../phone'

declare const F: Phone

/** Whether something was typed or ticked that a new page would not have. */
const isTyped = (): boolean =>
  Array.from(document.querySelectorAll<HTMLInputElement>('input,textarea')).some(
    ({ value, defaultValue, checked, defaultChecked }) => value !== defaultValue || checked !== defaultChecked,
  )

F.turn = ({ api, times, shows }, live, isBusy, offer) => {
  if (!live.me()) return
  const now = live.now()
  const { ids, drawn } = shows!
  const running = String(times.phases.filter(({ id, startsAt, endsAt }) => ids.includes(id) && startsAt <= now && now < endsAt).map(({ id }) => id))
  const mark = `${api}phases`
  if (running === String(drawn)) delete store()[mark]
  // A second page of the same phases would not be another: the first one is still on its way through some cache.
  else if (isBusy || isTyped() || store()[mark] === running) offer()
  else {
    store()[mark] = running
    location.reload()
  }
}
