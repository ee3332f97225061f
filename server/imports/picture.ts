import type { ReasonCode } from './reasons'

/** Most characters that a picture's address may have here. */
const longest = 2048

export interface Picture {
  /** An address that works here; empty when there is none. A `data:` address is one to be stored. */
  readonly src: string
  readonly lost: readonly ReasonCode[]
}

/** A picture's address from elsewhere, as it can be used here. Pages load pictures over https only. */
export function pictureOf(address: string): Picture {
  const src = address.trim().replace(/^\/\//, 'https://')
  if (src === '') return { src: '', lost: [] }
  if (/^data:image\/(png|jpe?g|webp|gif);base64,/i.test(src)) return { src, lost: ['stored-image'] }
  if (src.startsWith('data:')) return { src: '', lost: ['bad-image'] }
  const remote = src.replace(/^http:/i, 'https:')
  if (!isPublic(remote) || remote.length > longest) return { src: '', lost: ['lost-image'] }
  return { src: remote, lost: ['remote-image'] }
}

function isPublic(address: string): boolean {
  if (!/^https:/i.test(address) || !URL.canParse(address)) return false
  const { hostname } = new URL(address)
  return hostname.includes('.') && !/^(127\.|10\.|192\.168\.|localhost$)/.test(hostname)
}
