import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Locale } from '../../schemas/words'
import { stretchAt, variantOf, type Build, type StoredPage } from '../releases/build'
import type { Config } from '../config'
import { metricsOf } from '../health/metrics'
import { perWorld } from '../perWorld'
import { newVisitorId } from '../visitors/newVisitorId'
import { visitorCookie, visitorOf } from '../visitors/signedCookie'
import { visitorKeyOf } from '../visitors/visitorKey'
import type { World } from '../world'
import { liveIndexOf, type Served } from './liveIndex'
import { encodingFor, isMatch, localeFor } from './negotiate'
import { forThisVisitor, PageCache, type ReadyPage } from './pageCache'
import { missingPage, offlinePage, unreadablePage, type PlainPage } from './plainPage'
import { seesCandidate } from './rollout'

/** Answers visitors' pages straight from the HTTP listener, ahead of the router. True when the request is taken care of. */
export type Front = (request: IncomingMessage, response: ServerResponse) => boolean

const prefix = '/a/'
const splitName = /^[a-zA-Z0-9][a-zA-Z0-9._-]{0,120}\.(js|css)$/

interface Asked {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly slug: string
  readonly query: string
}

/** What is sent; `mine` holds the headers of an answer that is for this visitor alone, null: it is for everyone. */
interface Choice {
  readonly page: StoredPage
  readonly mine: readonly string[] | null
}

const pageCacheOf = perWorld((world) => new PageCache(world.files))

export function createFront(world: World): Front {
  const index = liveIndexOf(world)
  const cache = pageCacheOf(world)
  const { countPage } = metricsOf(world)
  const closedHost = studioHost(world.config)
  const isSecure = world.config.publicUrl?.startsWith('https:') ?? false

  function send({ request, response }: Asked, ready: ReadyPage, mine: readonly string[] | null = null): void {
    const { body, etag, headers, notModified, shared } = ready[encodingFor(request.headers['accept-encoding'] as string | undefined)]
    const isKnown = isMatch(request.headers['if-none-match'], etag)
    countPage(isKnown ? 304 : 200)
    if (mine) response.writeHead(isKnown ? 304 : 200, [...(isKnown ? notModified : headers), ...mine])
    else response.writeHead(isKnown ? 304 : 200, isKnown ? shared.notModified : shared.headers)
    response.end(isKnown || request.method === 'HEAD' ? undefined : body)
  }

  function sendPlain({ request, response }: Asked, status: 404 | 503, { body, headers }: PlainPage): void {
    countPage(status)
    response.writeHead(status, [...headers])
    response.end(request.method === 'HEAD' ? undefined : body)
  }

  function fail(asked: Asked, error: unknown): void {
    world.log.error({ err: error, url: asked.request.url }, 'a page could not be served')
    if (!asked.response.headersSent) sendPlain(asked, 503, unreadablePage)
  }

  function pageOf(build: Build, locale: Locale): StoredPage {
    const variant = variantOf(stretchAt(build, world.clock.now()), locale)
    const page = build.pages[variant]
    if (!page) throw new Error(`Build ${build.mark} has no page "${variant}".`)
    return page
  }

  /** A visitor without identity is given one here, so that the first page already comes from the side that later ones do. */
  function chooseFor(served: Served, { request, query }: Asked): Choice {
    const { candidate } = served
    const locale = localeFor(query, request.headers['accept-language'], served.build.locale)
    if (!candidate) return { page: pageOf(served.build, locale), mine: null }
    const key = visitorKeyOf(world)
    const known = visitorOf(key, served.activity, request.headers.cookie)
    const visitor = known ?? newVisitorId(world)
    const cookie = known ? [] : ['set-cookie', visitorCookie(key, { activity: served.activity, path: `/a/${served.slug}`, visitor, secure: isSecure })]
    const channel = new URLSearchParams(query).get('channel')
    const build = seesCandidate(candidate.rollout, visitor, channel) ? candidate.build : served.build
    return { page: pageOf(build, locale), mine: [...forThisVisitor, ...cookie] }
  }

  function sendPage(asked: Asked, served: Served): void {
    if (served.isOffline) return sendPlain(asked, 503, offlinePage)
    const { page, mine } = chooseFor(served, asked)
    const ready = cache.at(page.hash)
    if (ready) return send(asked, ready, mine)
    cache
      .loadPage(page)
      .then((loaded) => loaded && send(asked, loaded, mine))
      .catch((error: unknown) => fail(asked, error))
  }

  function sendSplit(asked: Asked, name: string): void {
    const ready = cache.at(name)
    if (ready) return send(asked, ready)
    cache
      .loadSplit(name)
      .then((loaded) => (loaded ? send(asked, loaded) : sendPlain(asked, 404, missingPage)))
      .catch((error: unknown) => fail(asked, error))
  }

  /** True when the path is a page's or one of its files'. */
  function answer(asked: Asked, below: string | null): boolean {
    if (below !== null) {
      const name = below.startsWith('f/') ? below.slice(2) : ''
      if (!splitName.test(name)) return false
      sendSplit(asked, name)
      return true
    }
    const served = index.find(asked.slug)
    if (served) sendPage(asked, served)
    else sendPlain(asked, 404, missingPage)
    return true
  }

  return (request, response) => {
    const url = request.url ?? ''
    if (!url.startsWith(prefix) || (request.method !== 'GET' && request.method !== 'HEAD') || request.headers.host === closedHost) return false
    const mark = url.indexOf('?', prefix.length)
    const path = mark < 0 ? url.slice(prefix.length) : url.slice(prefix.length, mark)
    const slash = path.indexOf('/')
    const asked = { request, response, slug: slash < 0 ? path : path.slice(0, slash), query: mark < 0 ? '' : url.slice(mark + 1) }
    try {
      return answer(asked, slash < 0 ? null : path.slice(slash + 1))
    } catch (error) {
      // Here nothing else would catch it: one page that cannot be served must not take the others with it.
      fail(asked, error)
      return true
    }
  }
}

/** With pages and editor on origins of their own, no page may stand on the editor's. */
function studioHost({ publicUrl, studioUrl }: Config): string | null {
  return publicUrl && studioUrl && publicUrl !== studioUrl ? new URL(studioUrl).host : null
}
