import { assetSchema, roles, type Asset } from '../../schemas/api/management'
import { assetListSchema } from '../../schemas/api/assets'
import { isInDrafts } from '../drafts/readDraft'
import { rateLimitsOf } from '../http/rateLimits'
import { route, type Route } from '../http/route'
import { Refuse } from '../problem'
import { isInVersions } from '../versions/versions'
import { addAsset } from './addAsset'
import { readUpload } from './readUpload'
import { deleteAsset, selectAsset, selectAssets, type AssetsTable } from './store'
import { allVariants, variantFile, variantMedia, variantsAsked } from './variants'

const editors = ['owner', 'designer', 'operator'] as const

function toAsset({ id, name, type, width, height, bytes, time_created }: AssetsTable): Asset {
  return { id, name, type, width, height, bytes, url: `/assets/${id}?w=750`, createdAt: time_created }
}

export const routes: readonly Route[] = [
  route(
    { method: 'GET', path: '/api/assets', operationId: 'listAssets', summary: 'All images, newest first.', who: roles, answers: { 200: assetListSchema } },
    async ({ world, answer }) => answer(200, { assets: (await selectAssets(world.store.db)).map(toAsset) }),
  ),
  route(
    {
      method: 'POST',
      path: '/api/assets',
      operationId: 'addAsset',
      summary: 'Keeps one image (PNG, JPEG, WebP or GIF; 10 MB and 25 megapixels at most).',
      who: editors,
      bodyMedia: 'multipart/form-data',
      answers: { 201: assetSchema },
      refusals: ['unsupported-file', 'too-many-pixels', 'limit-reached'],
    },
    async ({ world, context, member, record, answer }) => {
      await rateLimitsOf(world).take('upload', member.id)
      const asset = await addAsset(world, await readUpload(context), member.email, record)
      return answer(201, toAsset(asset), { Location: `/assets/${asset.id}` })
    },
  ),
  route(
    {
      method: 'DELETE',
      path: '/api/assets/:id',
      operationId: 'removeAsset',
      summary: 'Deletes an image that no draft and no kept version shows.',
      who: editors,
      answers: { 204: null },
      refusals: ['in-use'],
    },
    async ({ world, param, record, answer }) => {
      const { store, files } = world
      const asset = await selectAsset(store.db, param('id'))
      if (!asset) throw new Refuse('not-found')
      await store.write(null, async (trx) => {
        const reference = `asset:${asset.id}`
        if ((await isInDrafts(trx, reference)) || (await isInVersions(trx, reference))) throw new Refuse('in-use')
        await deleteAsset(trx, asset.id)
        await record(trx, { target: reference, before: asset.id, reason: asset.name })
      })
      for (const variant of allVariants()) await files.remove(variantFile(asset.id, variant))
      return answer(204)
    },
  ),
  route(
    {
      method: 'GET',
      path: '/assets/:file',
      operationId: 'getAsset',
      who: 'anyone',
      summary: 'An image: `<id>` in the best format that the browser takes at the width `w`, or `<id>-<width>.<extension>` in one that is named.',
      query: { type: 'object', properties: { w: { type: 'integer', minimum: 1, maximum: 10_000 } } },
      answers: { 200: { media: 'image/*' } },
    },
    async ({ world, param, header, query: { w = 750 }, answer }) => {
      const asked = variantsAsked(param('file'), { width: w, accept: header('accept') ?? '' })
      for (const name of asked?.names ?? []) {
        const bytes = await world.files.get(variantFile(asked!.id, name))
        if (bytes) return answer(200, bytes, { ...imageHeaders, 'Content-Type': variantMedia(name), ...(asked!.isNamed ? {} : { Vary: 'Accept' }) })
      }
      throw new Refuse('not-found')
    },
  ),
]

/** What people upload is shown and nothing else: no script in it would run, and no page but ours needs to hold it. */
const imageHeaders = {
  'Cache-Control': 'public, max-age=31536000, immutable',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Content-Disposition': 'inline',
}
