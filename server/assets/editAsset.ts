import type { AssetEdit } from '../../schemas/api/management'
import { hashOf } from '../../schemas/canonical'
import type { Recording } from '../http/route'
import type { World } from '../world'
import { decoderOf, keepAsset } from './addAsset'
import { scaledCrop } from './cut'
import { findAsset } from './findAsset'
import { decodeImage, previewImage } from './image'
import { readOriginal } from './originals'
import type { AssetsTable } from './store'

/**
 * A picture made of another's original, which stays as it is. Made of one that was itself made, it is made of that one's
 * original: nothing is encoded twice. The same edit twice is kept once; an edit that changes nothing is the original. @throws Refuse
 */
export async function editAsset(world: World, of: AssetsTable, edit: AssetEdit, by: string, record: Recording): Promise<AssetsTable> {
  const original = await originOf(world, of)
  if (Object.keys(edit).length === 0) return original
  const id = await hashOf({ made: original.id, edit })
  return keepAsset(world, id, record, async () => {
    const { bytes, scale } = await readOriginal(world.files, original)
    const image = await decoderOf(world)(() => decodeImage(bytes, scaledCrop(edit, scale)))
    // A focus is a point of the whole picture, so a cut one has to be told anew.
    const made = {
      name: of.name,
      alt: of.alt,
      bytes: original.bytes,
      by_member: by,
      origin: original.id,
      edit: JSON.stringify(edit),
      focus: null,
      credit: of.credit,
    }
    return { image: { ...image, type: original.type }, made }
  })
}

/** What phones would get of such an edit. @throws Refuse */
export async function previewEdit(world: World, of: AssetsTable, edit: AssetEdit): Promise<Buffer> {
  const { bytes, scale } = await readOriginal(world.files, await originOf(world, of))
  return decoderOf(world)(() => previewImage(bytes, scaledCrop(edit, scale)))
}

const originOf = async (world: World, asset: AssetsTable): Promise<AssetsTable> => (asset.origin === null ? asset : findAsset(world, asset.origin))

/** How a picture was made; nothing, of an original. */
export function editOf({ edit }: Pick<AssetsTable, 'edit'>): AssetEdit {
  // Only what this room has checked is ever written there.
  return edit === null ? {} : (JSON.parse(edit) as AssetEdit)
}
