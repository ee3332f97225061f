let shown: HTMLElement | undefined
let timer: ReturnType<typeof setTimeout>

/** Says one line above the page for three seconds; with `offer`, until it is taken. */
export function toast(text: string, offer?: { readonly label: string; readonly take: () => void }): void {
  if (shown) shown.remove()
  clearTimeout(timer)
  const bar = (shown = document.createElement('p'))
  bar.className = 'toast'
  bar.setAttribute('role', 'status')
  bar.textContent = text
  if (offer) {
    const button = document.createElement('button')
    button.className = 'link'
    button.textContent = offer.label
    button.addEventListener('click', offer.take)
    bar.append(' ', button)
  } else timer = setTimeout(() => bar.remove(), 3000)
  document.body.append(bar)
}
