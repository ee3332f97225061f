import { safeLink } from '../../widgets/html'

/** What is meant by an address that was typed short: a bare domain is a site, a mailbox a mail, seven digits and more a telephone. Anything else is itself. */
export function completeLink(typed: string): string {
  const text = typed.trim()
  if (/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(text)) return `mailto:${text}`
  if (/^\+?[\d -]{7,20}$/.test(text)) return `tel:${text.replace(/[ -]/g, '')}`
  return isBareDomain(text) ? `https://${text}` : text
}

/** Whether a visitor who taps it gets nowhere: it is empty, unfinished, unsafe, or a site without `https://`, which a browser takes for a file beside the page. */
export function isDeadLink(url: string): boolean {
  const read = safeLink(url)
  return read === '' || read === '#' || /^(https?:\/*|tel:|mailto:)$/.test(read) || isBareDomain(read)
}

function isBareDomain(text: string): boolean {
  return /^([\w-]+\.)+[a-z]{2,}(:\d+)?([/?#]|$)/i.test(text) && !/^[\w-]+\.(html?|pdf|png|jpe?g|webp|gif|svg|mp4)$/i.test(text)
}
