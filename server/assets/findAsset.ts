import { Refuse } from '../problem'
import type { World } from '../world'
import { selectAsset, type AssetsTable } from './store'

/** The image of an id. @throws Refuse `not-found` */
export async function findAsset({ store }: Pick<World, 'store'>, id: string): Promise<AssetsTable> {
  const asset = await selectAsset(store.db, id)
  if (!asset) throw new Refuse('not-found')
  return asset
}
