import type { Asset } from '../../schemas/api/management'
import { assetsOf } from '../api/assets'

/** Pictures that the server told of. What can change of one (its name, its focus) is as it was told last. */
const known = new Map<string, Asset>()
/** Those that do not exist, as far as was asked. */
const absent = new Set<string>()

export function remember(assets: readonly Asset[]): void {
  for (const asset of assets) {
    known.set(asset.id, asset)
    absent.delete(asset.id)
  }
}

const idOf = (reference: string): string | null => (reference.startsWith('asset:') ? reference.slice('asset:'.length) : null)

/** What is known of a picture without asking. */
export function knownAsset(reference: unknown): Asset | undefined {
  return typeof reference === 'string' ? known.get(idOf(reference) ?? '') : undefined
}

/** The pictures of some references that exist; those that are not known yet are asked for. */
export async function lookUp(references: readonly string[]): Promise<readonly Asset[]> {
  const ids = [...new Set(references.flatMap((reference) => idOf(reference) ?? []))]
  // A page may show hundreds; an address holds so many of their names.
  const missing = ids.filter((id) => known.get(id)?.weight === undefined && !absent.has(id))
  for (let start = 0; start < missing.length; start += 100) remember((await assetsOf(missing.slice(start, start + 100))).assets)
  for (const id of missing) if (!known.has(id)) absent.add(id)
  return ids.flatMap((id) => known.get(id) ?? [])
}
