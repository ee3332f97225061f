import type { Asset } from '../../schemas/api/management'
import type { World } from '../world'
import { editOf } from './editAsset'
import { updateAsset, type AssetsTable } from './store'
import { variantFile } from './variants'

/** An image as the API tells of it. */
export function toAsset(row: AssetsTable): Asset {
  const { id, name, alt, type, width, height, bytes, weight, animated, origin, edit, focus, credit, time_created } = row
  return {
    id,
    name,
    alt: alt ?? '',
    type,
    width,
    height,
    bytes,
    ...(weight === null ? {} : { weight }),
    ...(animated ? { animated: true } : {}),
    ...(origin === null ? {} : { origin }),
    ...(edit === null ? {} : { edit: editOf(row) }),
    // Written by the one route that checks it.
    ...(focus === null ? {} : { focus: JSON.parse(focus) as NonNullable<Asset['focus']> }),
    ...(credit === null ? {} : { credit }),
    url: `/assets/${id}?w=750`,
    createdAt: time_created,
  }
}

/** Those that were kept before anyone weighed them are weighed when somebody asks. */
export async function weighed({ store, files }: Pick<World, 'store' | 'files'>, row: AssetsTable): Promise<AssetsTable> {
  if (row.weight !== null) return row
  const shown = await files.get(variantFile(row.id, { width: 750, extension: 'webp' }))
  if (!shown) return row
  await store.write(null, (trx) => updateAsset(trx, row.id, { weight: shown.length }))
  return { ...row, weight: shown.length }
}
