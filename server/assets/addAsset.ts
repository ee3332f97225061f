import { createHash } from 'node:crypto'
import type { Recording } from '../http/route'
import { perWorld } from '../perWorld'
import { Refuse } from '../problem'
import type { World } from '../world'
import { decodeImage, type DecodedImage } from './image'
import { oneAtATime } from './oneAtATime'
import { keepOriginal } from './originals'
import type { Upload } from './readUpload'
import { countAssets, insertAsset, selectAsset, type AssetsTable } from './store'
import { variantFile } from './variants'

/** Decoding is the most expensive thing a member can ask for, so pictures queue for one core. */
export const decoderOf = perWorld(() => oneAtATime(16))
const mostAssets = 10_000

export interface NewAsset extends Upload {
  readonly alt?: string
  readonly credit?: string
}

/** Keeps an image in all its widths. The same file twice is kept once. @throws Refuse */
export async function addAsset(world: World, { name, bytes, alt, credit }: NewAsset, by: string, record: Recording): Promise<AssetsTable> {
  const id = createHash('sha256').update(bytes).digest('hex')
  return keepAsset(world, id, record, async () => {
    const image = await decoderOf(world)(() => decodeImage(bytes))
    await keepOriginal(world.files, id, bytes)
    const made = { name, alt: alt ?? null, bytes: bytes.length, by_member: by, origin: null, edit: null, focus: null, credit: credit ?? null }
    return { image, made }
  })
}

/** What is known of a new image besides what its pixels say. */
type Made = Omit<AssetsTable, 'id' | 'time_created' | 'weight' | keyof Omit<DecodedImage, 'variants'>>

/** Keeps what `make` gives under an id that says what it is; what is there already stays as it is. @throws Refuse */
export async function keepAsset(
  world: World,
  id: string,
  record: Recording,
  make: () => Promise<{ readonly image: DecodedImage; readonly made: Made }>,
): Promise<AssetsTable> {
  const { store } = world
  const known = await selectAsset(store.db, id)
  if (!known && (await countAssets(store.db)) >= mostAssets) throw new Refuse('limit-reached', { detail: `At most ${mostAssets} images.` })
  const row = known ?? (await keepImage(world, id, await make()))
  await store.write(null, async (trx) => {
    await insertAsset(trx, row)
    await record(trx, { target: `asset:${id}`, after: id })
  })
  return row
}

async function keepImage(world: World, id: string, { image, made }: { readonly image: DecodedImage; readonly made: Made }): Promise<AssetsTable> {
  const { variants, animated, ...look } = image
  for (const variant of variants) await world.files.put(variantFile(id, variant), variant.bytes)
  const shown = variants.find(({ width, extension }) => width === 750 && extension === 'webp')
  return { id, ...made, ...look, animated: Number(animated), weight: shown?.bytes.length ?? null, time_created: world.clock.now() }
}
