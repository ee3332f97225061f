import type { Phone } from '../phone'

declare const F: Phone

const { turn } = F

/** Before the page of another phase comes, what will not be on it leaves. */
F.turn = (boot, live, isBusy, offer) => {
  const now = live.now()
  const over = boot.times.phases.filter(({ startsAt, endsAt }) => now < startsAt || now >= endsAt).map(({ id }) => id)
  const going = Array.from(document.querySelectorAll<HTMLElement>('[data-phases]:not([hidden])')).filter(({ dataset }) =>
    dataset['phases']!.split(' ').every((id) => over.includes(id)),
  )
  if (!live.me() || isBusy || !going.length) return turn!(boot, live, isBusy, offer)
  for (const element of going) element.hidden = true
  setTimeout(() => turn!(boot, live, isBusy, offer), Math.max(...going.map(({ dataset }) => Number(dataset['out']))))
}
