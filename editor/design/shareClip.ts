import { writeClip } from '../document/clipText'
import type { Clip } from '../document/commands/copyNodes'

/** Puts what was copied on the clipboard that all windows and browsers share. True where the browser let us. */
export async function shareClip(clip: Clip): Promise<boolean> {
  const text = writeClip(clip)
  if (!navigator.clipboard) return copyText(text)
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  )
}

/** The older way, for a studio that is served without https, where browsers have no other. */
function copyText(text: string): boolean {
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
  }
  document.addEventListener('copy', put, { capture: true })
  const isDone = document.execCommand('copy')
  document.removeEventListener('copy', put, { capture: true })
  return isDone
}
