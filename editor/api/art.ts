import type { ArtGroup, ArtList } from '../../schemas/api/art'
import type { Asset } from '../../schemas/api/management'
import { ask } from './request'

/** How many icons one look brings. */
const atOnce = 120

export interface ArtWish {
  readonly search?: string
  readonly group?: ArtGroup
  readonly names?: readonly string[]
  readonly offset?: number
}

/** Icons that every word says something about; on one shelf; or of some names. */
export function findArt({ search = '', group, names, offset = 0 }: ArtWish): Promise<ArtList> {
  const query = { search, limit: String(atOnce), offset: String(offset), ...(group ? { group } : {}), ...(names ? { names: names.join() } : {}) }
  return ask(`/api/art?${new URLSearchParams(query)}`)
}

/** Keeps an icon as a picture of the library. */
export function takeArt(name: string): Promise<Asset> {
  return ask('/api/art', { method: 'POST', body: { name } })
}

export const artUrl = (name: string): string => `/api/art/${encodeURIComponent(name)}`
