import { assetEditSchema, assetSchema, roles } from '../../schemas/api/management'
import { assetChangeSchema, assetListSchema, assetUsesSchema, type AssetUse } from '../../schemas/api/assets'
import { actionLimits } from '../../schemas/limits'
import { rateLimitsOf } from '../http/rateLimits'
import { route, type Route } from '../http/route'
import { Refuse } from '../problem'
import { symbolsHolding } from '../symbols/findSymbol'
import type { Bilingual } from '../../schemas/words'
import { addAsset } from './addAsset'
import { editAsset, editOf, previewEdit } from './editAsset'
import { findAsset } from './findAsset'
import { removeOriginal } from './originals'
import { plainName } from './plainName'
import { readUpload } from './readUpload'
import { countAssets, countMadeOf, deleteAsset, selectAssets, selectAssetsOf, updateAsset } from './store'
import { toAsset, weighed } from './toAsset'
import { usesOf } from './uses'
import { allVariants, variantFile, variantMedia, variantsAsked } from './variants'

const editors = ['owner', 'designer', 'operator'] as const

const mostNamed = 5

function namesOf(uses: readonly AssetUse[]): Bilingual {
  const names = uses.slice(0, mostNamed).map(({ name }) => name)
  const isMore = uses.length > mostNamed
  return {
    zh: `使用它的活动：${names.join('、')}${isMore ? ` 等 ${uses.length} 个` : ''}。`,
    en: `Used by: ${names.join(', ')}${isMore ? ` and ${uses.length - mostNamed} more` : ''}.`,
  }
}

export const routes: readonly Route[] = [
  route(
    {
      method: 'GET',
      path: '/api/assets',
      operationId: 'listAssets',
      summary: 'The images whose name or description holds every word of `search`, newest first; or those of `ids`, with what they weigh.',
      who: roles,
      query: {
        type: 'object',
        properties: {
          search: { type: 'string', maxLength: 200 },
          /** These only, with commas between. */
          ids: { type: 'string', pattern: '^[0-9a-f,]*$', maxLength: 13_000 },
          limit: { type: 'integer', minimum: 1, maximum: 1000 },
          offset: { type: 'integer', minimum: 0, maximum: 1_000_000 },
        },
      },
      answers: { 200: assetListSchema },
    },
    async ({ world, query: { search = '', ids, limit = 1000, offset = 0 }, answer }) => {
      const { db } = world.store
      if (ids !== undefined) {
        const asked = await Promise.all((await selectAssetsOf(db, ids.split(','))).map((row) => weighed(world, row)))
        return answer(200, { assets: asked.map(toAsset), found: asked.length })
      }
      const [assets, found] = await Promise.all([selectAssets(db, { search, limit, offset }), countAssets(db, search)])
      return answer(200, { assets: assets.map(toAsset), found })
    },
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
      method: 'POST',
      path: '/api/assets/:id/edits',
      operationId: 'editAsset',
      summary: 'Makes a new image of an image’s original: turned, mirrored, cut, smaller or lighter. Nothing to change gives the original.',
      who: editors,
      body: assetEditSchema,
      bodyLimits: actionLimits,
      answers: { 201: assetSchema },
      refusals: ['not-found', 'limit-reached', 'unsupported-file', 'too-many-pixels'],
    },
    async ({ world, param, body, member, record, answer }) => {
      await rateLimitsOf(world).take('upload', member.id)
      const asset = await editAsset(world, await findAsset(world, param('id')), body, member.email, record)
      return answer(201, toAsset(asset), { Location: `/assets/${asset.id}` })
    },
  ),
  route(
    {
      method: 'GET',
      path: '/api/assets/:id/preview',
      operationId: 'previewAsset',
      summary: 'What phones would get of an image at a quality and a width: its WebP of at most 750 px.',
      who: editors,
      query: {
        type: 'object',
        required: ['quality'],
        properties: { quality: { type: 'integer', minimum: 20, maximum: 95 }, width: { type: 'integer', minimum: 16, maximum: 30_000 } },
      },
      answers: { 200: { media: 'image/webp' } },
      refusals: ['not-found', 'unsupported-file', 'too-many-pixels'],
    },
    async ({ world, param, query: { quality, width }, answer }) => {
      const asset = await findAsset(world, param('id'))
      const bytes = await previewEdit(world, asset, { ...editOf(asset), quality, ...(width === undefined ? {} : { width }) })
      return answer(200, bytes, { ...inert, 'Content-Type': 'image/webp', 'Cache-Control': 'no-store' })
    },
  ),
  route(
    {
      method: 'PATCH',
      path: '/api/assets/:id',
      operationId: 'changeAsset',
      summary: 'Renames an image, says what it shows, or what matters most in it.',
      who: editors,
      body: assetChangeSchema,
      bodyLimits: actionLimits,
      answers: { 200: assetSchema },
      refusals: ['not-found'],
    },
    async ({ world, param, body: { name, alt, focus }, record, answer }) => {
      const asset = await findAsset(world, param('id'))
      const changes = {
        ...(name === undefined ? {} : { name: plainName(name) }),
        ...(alt === undefined ? {} : { alt: alt.trim() || null }),
        ...(focus === undefined ? {} : { focus: JSON.stringify(focus) }),
      }
      await world.store.write(null, async (trx) => {
        await updateAsset(trx, asset.id, changes)
        await record(trx, { target: `asset:${asset.id}`, before: asset.id, after: asset.id, reason: changes.name ?? asset.name })
      })
      return answer(200, toAsset({ ...asset, ...changes }))
    },
  ),
  route(
    {
      method: 'GET',
      path: '/api/assets/:id/uses',
      operationId: 'listAssetUses',
      summary: 'The activities that show an image: in their drafts, to their visitors, or in versions that are kept.',
      who: roles,
      answers: { 200: assetUsesSchema },
      refusals: ['not-found'],
    },
    async ({ world, param, answer }) => {
      const { id } = await findAsset(world, param('id'))
      return answer(200, { uses: await usesOf(world.store.db, id) })
    },
  ),
  route(
    {
      method: 'DELETE',
      path: '/api/assets/:id',
      operationId: 'removeAsset',
      summary: 'Deletes an image that no draft, no kept version and no symbol shows, and that no other image was made of.',
      who: editors,
      answers: { 204: null },
      refusals: ['in-use'],
    },
    async ({ world, param, record, answer }) => {
      const { store, files } = world
      const asset = await findAsset(world, param('id'))
      await store.write(null, async (trx) => {
        const uses = await usesOf(trx, asset.id)
        if (uses.length) throw new Refuse('in-use', { detail: namesOf(uses) })
        const symbols = await symbolsHolding(trx, `asset:${asset.id}`)
        if (symbols.length)
          throw new Refuse('in-use', { detail: { zh: `使用它的复用块：${symbols.join('、')}。`, en: `Used by the symbols: ${symbols.join(', ')}.` } })
        if (await countMadeOf(trx, asset.id)) throw new Refuse('in-use', { detail: hasMade })
        await deleteAsset(trx, asset.id)
        await record(trx, { target: `asset:${asset.id}`, before: asset.id, reason: asset.name })
      })
      for (const variant of allVariants()) await files.remove(variantFile(asset.id, variant))
      await removeOriginal(files, asset.id)
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
const inert = { 'Content-Security-Policy': "default-src 'none'; sandbox", 'Content-Disposition': 'inline' }

const imageHeaders = { ...inert, 'Cache-Control': 'public, max-age=31536000, immutable' }

const hasMade = { zh: '有其他图片是由它裁剪或压缩来的，请先删除那些图片。', en: 'Other pictures were cropped or made lighter from it. Delete those first.' }
