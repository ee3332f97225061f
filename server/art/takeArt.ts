import sharp from 'sharp'
import { addAsset } from '../assets/addAsset'
import type { AssetsTable } from '../assets/store'
import type { Recording } from '../http/route'
import { Refuse } from '../problem'
import type { World } from '../world'
import { artCredit, collection } from './collection'

/** px of a side: sharp at 150 px on a phone with three px to one. */
const side = 512

/** A drawing as an ordinary image of the library, in px: pages depend on no package, and no SVG is ever served to them. @throws Refuse */
export async function takeArt(world: World, name: string, by: string, record: Recording): Promise<AssetsTable> {
  const drawing = collection().byName.get(name)
  const svg = collection().svgOf(name)
  if (!drawing || svg === undefined) throw new Refuse('not-found')
  const bytes = await sharp(Buffer.from(svg), { density: (72 * side) / 32 })
    .resize(side, side)
    .png()
    .toBuffer()
  return addAsset(world, { name: `${drawing.zh} ${drawing.en}`, bytes, alt: drawing.zh, credit: artCredit }, by, record)
}
