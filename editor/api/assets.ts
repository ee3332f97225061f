import type { AssetList, AssetUse } from '../../schemas/api/assets'
import type { Asset, AssetEdit } from '../../schemas/api/management'
import { locale } from '../i18n/locale'
import { ask, refusalOf, unreachable } from './request'
import { sendForm } from './sendForm'

/** How many images one look into the library brings. */
const atOnce = 60

/** Images whose name or description holds every word of a search, newest first. */
export function findAssets(search: string, offset = 0): Promise<AssetList> {
  return ask(`/api/assets?${new URLSearchParams({ search, limit: String(atOnce), offset: String(offset) })}`)
}

/** Those of some images that exist, with what they weigh. */
export function assetsOf(ids: readonly string[]): Promise<AssetList> {
  return ask(`/api/assets?${new URLSearchParams({ ids: ids.join() })}`)
}

/** A new image made of another's original; nothing to change gives the original. */
export function editAsset(id: string, edit: AssetEdit): Promise<Asset> {
  return ask(`/api/assets/${id}/edits`, { method: 'POST', body: edit })
}

/** What phones would get of an image. @throws ApiProblem */
export async function previewAsset(id: string, { quality, width }: { readonly quality: number; readonly width: number }): Promise<Blob> {
  const query = new URLSearchParams({ quality: String(quality), width: String(width) })
  const answer = await fetch(`/api/assets/${id}/preview?${query}`, { headers: { 'accept-language': locale.value } }).catch(() => {
    throw unreachable()
  })
  if (!answer.ok) throw refusalOf(null, answer.status)
  return answer.blob()
}

export function changeAsset(id: string, change: Partial<Pick<Asset, 'name' | 'alt' | 'focus'>>): Promise<Asset> {
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
