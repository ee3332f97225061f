import { writeClip } from '../document/clipText'
import type { Clip } from '../document/commands/copyNodes'

/** Puts what was copied on the clipboard that all windows and browsers share, where the browser lets us. */
export function shareClip(clip: Clip): void {
  void navigator.clipboard?.writeText(writeClip(clip)).catch(() => {})
}
