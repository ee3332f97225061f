import type { StoredPage } from '../releases/build'
import type { Locale } from '../../schemas/words'
import { isHttps } from '../http/isHttps'
import { newVisitorId } from '../visitors/newVisitorId'
import { visitorCookie, visitorOf } from '../visitors/signedCookie'
import { visitorKeyOf } from '../visitors/visitorKey'
import type { World } from '../world'
import { channelCookie, channelIn, channelKept } from './channel'
import type { Served } from './liveIndex'
import { forThisVisitor } from './pageCache'
import { seesCandidate } from './rollout'

/** What is sent; `mine` holds the headers of an answer that is for this visitor alone. */
export interface Choice {
  readonly page: StoredPage
  readonly mine: readonly string[]
}

interface Asker {
  readonly query: string
  readonly cookies: string | undefined
  /** The `X-Forwarded-Proto` header. */
  readonly proto: string | undefined
  readonly locale: Locale
}

/**
 * The page that a visitor sees while a candidate is out. Whoever has no identity yet is given one here, so that the first
 * page already comes from the side that later ones do; the channel is kept too, so that the page's own requests are on that side.
 */
export function choosePage(
  world: World,
  { activity, slug, showing, candidate }: Served & { readonly candidate: object },
  { query, cookies, proto, locale }: Asker,
): Choice {
  const key = visitorKeyOf(world)
  const known = visitorOf(key, activity, cookies)
  const visitor = known ?? newVisitorId(world)
  const [named, kept] = [channelIn(query), channelKept(cookies)]
  const scope = { path: `/a/${slug}`, secure: isHttps(world.config, world.config.publicUrl, proto) }
  const mine: string[] = [...forThisVisitor]
  if (known === null) mine.push('set-cookie', visitorCookie(key, { activity, visitor, ...scope }))
  if (named !== null && named !== kept) mine.push('set-cookie', channelCookie(named, scope))
  const side = seesCandidate(candidate.rollout, visitor, named ?? kept) ? candidate.showing : showing
  return { page: side.pageAt(world.clock.now(), locale), mine }
}
