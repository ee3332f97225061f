import type { World } from '../world'
import { selectKnownIds } from './store'
import { widthFor } from './variants'

/** Where the images are that a document refers to, as its page is drawn; null for those that do not exist. */
export async function assetAddresses({ store }: Pick<World, 'store'>, document: unknown): Promise<(reference: string, width?: number) => string | null> {
  const ids = new Set(Array.from(JSON.stringify(document).matchAll(/asset:([0-9a-f]{64})/g), (match) => match[1]!))
  const known = new Set(await selectKnownIds(store.db, [...ids]))
  return (reference, width = 750) => {
    const id = reference.startsWith('asset:') ? reference.slice(6) : null
    return id !== null && known.has(id) ? `/assets/${id}?w=${widthFor(width)}` : null
  }
}
