import { renderSVG } from 'uqr'
import { schema } from '../../schemas/schema'
import { route, type Call, type Route } from '../http/route'
import { findServed } from '../serving/findServed'

const query = schema({
  type: 'object',
  properties: { by: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,64}$' }, channel: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,64}$' } },
})

/** The code leads to this activity's page and nowhere else: all that the asker can add is who or what sent it. */
function linkOf(
  { world, context, query: { by, channel } }: Pick<Call<unknown, { by?: string; channel?: string }>, 'world' | 'context' | 'query'>,
  slug: string,
): string {
  const link = new URL(`/a/${slug}`, world.config.publicUrl ?? new URL(context.req.url).origin)
  if (by) link.searchParams.set('by', by)
  if (channel) link.searchParams.set('channel', channel)
  return link.href
}

export const routes: readonly Route[] = [
  route(
    {
      method: 'GET',
      path: '/a/:slug/qr.svg',
      operationId: 'getQrCode',
      summary: 'A picture of the page’s address as a QR code.',
      who: 'visitor',
      query,
      answers: { 200: { media: 'image/svg+xml' } },
      refusals: ['not-found'],
    },
    async ({ param, answer, ...call }) => {
      const { slug } = await findServed(call.world, param('slug'))
      const svg = renderSVG(linkOf(call, slug), { border: 2, pixelSize: 8 })
      return answer(200, svg, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=3600' })
    },
  ),
]
