import type { Phone } from '../phone'

declare const F: Phone

async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    // Plain http and older webviews have no clipboard but still carry out the old command.
    const field = document.createElement('textarea')
    field.value = text
    document.body.append(field)
    field.select()
    document.execCommand('copy')
    field.remove()
  }
}

/** Puts a text on the clipboard and says so. */
F.copy = async (text, said) => {
  await copyText(text)
  F.toast(said)
}

/** Opens the phone's share sheet; where there is none, copies the link and says how to go on. */
F.share = async (link, words) => {
  if (/MicroMessenger/i.test(navigator.userAgent)) return F.toast(words.shareHint)
  if (!navigator.share) return F.copy!(link, words.linkCopied)
  // Closing the sheet rejects: that is the visitor's choice, not a failure.
  await navigator.share({ title: document.title, url: link }).catch(() => {})
}
