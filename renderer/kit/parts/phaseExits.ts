import type { Phone } from '../phone'

declare const F: Phone

const { turn } = F

/** Before the page of another phase comes, what will not be on it leaves. */
F.turn = (boot, now, isBusy, offer) => {
  const over = boot.times.phases.filter(({ startsAt, endsAt }) => now < startsAt || now >= endsAt).map(({ id }) => id)
  const going = Array.from(document.querySelectorAll<HTMLElement>('[data-phases]:not([hidden])')).filter(({ dataset }) =>
    dataset['phases']!.split(' ').every((id) => over.includes(id)),
  )
  if (isBusy || !going.length) return turn!(boot, now, isBusy, offer)
  for (const element of going) element.hidden = true
  setTimeout(() => turn!(boot, now, isBusy, offer), Math.max(...going.map(({ dataset }) => Number(dataset['out']))))
}
