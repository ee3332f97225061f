import { createHash } from 'node:crypto'
import type { Recording } from '../http/route'
import { perWorld } from '../perWorld'
import { Refuse } from '../problem'
import type { World } from '../world'
import { decodeImage } from './image'
import { oneAtATime } from './oneAtATime'
import type { Upload } from './readUpload'
import { countAssets, insertAsset, selectAsset, type AssetsTable } from './store'
import { variantFile } from './variants'

/** Decoding is the most expensive thing a member can ask for, so pictures queue for one core. */
const decoderOf = perWorld(() => oneAtATime(16))
const mostAssets = 10_000

/** Keeps an image in all its widths. The same file twice is kept once. @throws Refuse */
export async function addAsset(world: World, { name, bytes }: Upload, by: string, record: Recording): Promise<AssetsTable> {
  const { store } = world
  const id = createHash('sha256').update(bytes).digest('hex')
  const known = await selectAsset(store.db, id)
  if (!known && (await countAssets(store.db)) >= mostAssets) throw new Refuse('limit-reached', { detail: `At most ${mostAssets} images.` })
  const row = known ?? (await keepImage(world, { id, name, bytes }, by))
  await store.write(null, async (trx) => {
    await insertAsset(trx, row)
    await record(trx, { target: `asset:${id}`, after: id })
  })
  return row
}

async function keepImage(world: World, { id, name, bytes }: Upload & { id: string }, by: string): Promise<AssetsTable> {
  const { variants, ...image } = await decoderOf(world)(() => decodeImage(bytes))
  for (const variant of variants) await world.files.put(variantFile(id, variant), variant.bytes)
  return { id, name, alt: null, ...image, bytes: bytes.length, by_member: by, time_created: world.clock.now() }
}
