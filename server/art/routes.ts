import { artChoiceSchema, artGroups, artListSchema } from '../../schemas/api/art'
import { assetSchema, roles } from '../../schemas/api/management'
import { actionLimits } from '../../schemas/limits'
import { toAsset } from '../assets/toAsset'
import { rateLimitsOf } from '../http/rateLimits'
import { route, type Route } from '../http/route'
import { Refuse } from '../problem'
import { artCredit, collection } from './collection'
import { findArt } from './findArt'
import { takeArt } from './takeArt'

export const routes: readonly Route[] = [
  route(
    {
      method: 'GET',
      path: '/api/art',
      operationId: 'listArt',
      summary:
        'Icons that come with the product: those that every word of `search` says something about, in Chinese or English; on one shelf; or of some names.',
      who: roles,
      query: {
        type: 'object',
        properties: {
          search: { type: 'string', maxLength: 200 },
          group: { enum: artGroups },
          /** With commas between. */
          names: { type: 'string', maxLength: 4000 },
          limit: { type: 'integer', minimum: 1, maximum: 500 },
          offset: { type: 'integer', minimum: 0, maximum: 10_000 },
        },
      },
      answers: { 200: artListSchema },
    },
    ({ query: { search, group, names, limit = 120, offset = 0 }, answer }) => {
      const found = findArt({ search, group, names: names?.split(',') })
      return answer(200, { art: found.slice(offset, offset + limit), found: found.length, credit: artCredit })
    },
  ),
  route(
    {
      method: 'GET',
      path: '/api/art/:name',
      operationId: 'getArt',
      summary: 'An icon’s drawing, for choosing it.',
      who: roles,
      answers: { 200: { media: 'image/svg+xml' } },
      refusals: ['not-found'],
    },
    ({ param, answer }) => {
      const svg = collection().svgOf(param('name'))
      if (svg === undefined) throw new Refuse('not-found')
      return answer(200, svg, {
        'Content-Type': 'image/svg+xml',
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'Cache-Control': 'private, max-age=604800',
      })
    },
  ),
  route(
    {
      method: 'POST',
      path: '/api/art',
      operationId: 'takeArt',
      summary: 'Keeps an icon as an ordinary image, with who made it.',
      who: ['owner', 'designer', 'operator'],
      body: artChoiceSchema,
      bodyLimits: actionLimits,
      answers: { 201: assetSchema },
      refusals: ['not-found', 'limit-reached'],
    },
    async ({ world, body: { name }, member, record, answer }) => {
      await rateLimitsOf(world).take('upload', member.id)
      const asset = await takeArt(world, name, member.email, record)
      return answer(201, toAsset(asset), { Location: `/assets/${asset.id}` })
    },
  ),
]
