import type { Boot } from '../boot'
import { toast } from './toast'

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
export async function copy(text: string, said: string): Promise<void> {
  await copyText(text)
  toast(said)
}

/** Opens the phone's share sheet; where there is none, copies the link and says how to go on. */
export async function share(link: string, words: Boot['words']): Promise<void> {
  if (/MicroMessenger/i.test(navigator.userAgent)) return toast(words.shareHint)
  if (!navigator.share) return copy(link, words.linkCopied)
  // Closing the sheet rejects: that is the visitor's choice, not a failure.
  await navigator.share({ title: document.title, url: link }).catch(() => {})
}
