import { shallowRef } from 'vue'
import type { match } from './match'

const byLettersAlone: typeof match = () => 0
const sounds = shallowRef(byLettersAlone)
let isAsked = false

/** How well a text answers by how its Chinese sounds. What knows sounds comes with the first search; until then nothing answers so. */
export function soundScore(sought: string, text: string): number {
  if (!isAsked) load()
  return sounds.value(sought, text)
}

function load(): void {
  isAsked = true
  import('./pinyin').then(
    ({ matchSound }) => (sounds.value = matchSound),
    () => (isAsked = false),
  )
}

/** Whether a search finds any of some texts: by a part of it, or by its sound, `zhuanpan` or `zp` for 转盘. */
export function isFound(sought: string, ...texts: readonly string[]): boolean {
  const wanted = sought.trim().toLowerCase()
  return wanted === '' || texts.some((text) => text.toLowerCase().includes(wanted) || soundScore(wanted, text) > 0)
}
