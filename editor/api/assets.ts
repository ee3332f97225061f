import type { Asset } from '../../schemas/api/management'
import { ask } from './request'

export function listAssets(): Promise<{ readonly assets: readonly Asset[] }> {
  return ask('/api/assets')
}

/** Keeps an image; the same image twice is kept once. */
export function uploadAsset(file: File): Promise<Asset> {
  const form = new FormData()
  form.set('file', file)
  return ask('/api/assets', { method: 'POST', form })
}

/** Where the image of an `asset:<id>` reference, or of a plain address, is to be had. */
export function assetUrl(reference: string): string {
  return reference.startsWith('asset:') ? `/assets/${reference.slice('asset:'.length)}` : reference
}
