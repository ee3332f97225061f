import { t } from '../i18n/t'
import { toast } from './toast'

/** Puts a text on the clipboard that all windows and browsers share. True where the browser let us. */
export async function copyText(text: string): Promise<boolean> {
  if (!navigator.clipboard) return copyAsBefore(text)
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  )
}

/** The same, and says that it is there. */
export async function copyAndSay(text: string): Promise<void> {
  if (await copyText(text)) toast(t('ui.copied'), 'good')
}

/** The older way, for a studio that is served without https, where browsers have no other. */
function copyAsBefore(text: string): boolean {
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
  }
  document.addEventListener('copy', put, { capture: true })
  const isDone = document.execCommand('copy')
  document.removeEventListener('copy', put, { capture: true })
  return isDone
}
