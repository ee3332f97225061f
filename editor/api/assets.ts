import type { AssetList, AssetUse } from '../../schemas/api/assets'
import type { Asset } from '../../schemas/api/management'
import { ask } from './request'
import { sendForm } from './sendForm'

/** How many images one look into the library brings. */
const atOnce = 60

/** Images whose name or description holds every word of a search, newest first. */
export function findAssets(search: string, offset = 0): Promise<AssetList> {
  return ask(`/api/assets?${new URLSearchParams({ search, limit: String(atOnce), offset: String(offset) })}`)
}

export function changeAsset(id: string, change: Partial<Pick<Asset, 'name' | 'alt'>>): Promise<Asset> {
  return ask(`/api/assets/${id}`, { method: 'PATCH', body: change })
}

export function findUses(id: string): Promise<{ readonly uses: readonly AssetUse[] }> {
  return ask(`/api/assets/${id}/uses`)
}

export function removeAsset(id: string): Promise<void> {
  return ask(`/api/assets/${id}`, { method: 'DELETE' })
}

/** Keeps an image; the same image twice is kept once. `tell` hears which share of it is sent, 0 to 1. */
export function uploadAsset(file: File, tell: (share: number) => void = () => {}): Promise<Asset> {
  const form = new FormData()
  form.set('file', file)
  return sendForm('/api/assets', form, tell)
}

/** Where the image of an `asset:<id>` reference, or of a plain address, is to be had. */
export function assetUrl(reference: string): string {
  return reference.startsWith('asset:') ? `/assets/${reference.slice('asset:'.length)}` : reference
}
