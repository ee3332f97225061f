import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Config } from '../config'
import { metricsOf } from '../health/metrics'
import type { Front } from '../http/serve'
import { perWorld } from '../perWorld'
import type { StoredPage } from '../releases/build'
import type { World } from '../world'
import { choosePage } from './choosePage'
import { liveIndexOf, type Served } from './liveIndex'
import { encodingFor, isMatch, localeFor } from './negotiate'
import { PageCache, type ReadyPage } from './pageCache'
import { missingPage, offlinePage, unreadablePage, type PlainPage } from './plainPage'

const prefix = '/a/'
const splitName = /^[a-zA-Z0-9][a-zA-Z0-9._-]{0,120}\.(js|css)$/

interface Asked {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly query: string
}

const pageCacheOf = perWorld((world) => new PageCache(world.files))

/** Answers visitors' pages straight from the HTTP listener, ahead of the router. Every line here is run for every page. */
export function createFront(world: World): Front {
  const index = liveIndexOf(world)
  const cache = pageCacheOf(world)
  const { clock } = world
  const { countPage } = metricsOf(world)
  const closedHost = studioHost(world.config)

  function send({ request, response }: Asked, ready: ReadyPage, mine: readonly string[] | null): void {
    const { headers } = request
    const found = ready[encodingFor(headers['accept-encoding'] as string | undefined)]
    const isKnown = isMatch(headers['if-none-match'], found.etag)
    const status = isKnown ? 304 : 200
    countPage(status)
    if (mine) response.writeHead(status, [...(isKnown ? found.notModified : found.headers), ...mine])
    else response.writeHead(status, isKnown ? found.shared.notModified : found.shared.headers)
    response.end(isKnown || request.method === 'HEAD' ? undefined : found.body)
  }

  function sendPlain({ request, response }: Asked, status: 404 | 503, { body, headers }: PlainPage): void {
    countPage(status)
    response.writeHead(status, [...headers])
    response.end(request.method === 'HEAD' ? undefined : body)
  }

  /** People type and share addresses with a slash at the end; what a page asks for is below the one without. */
  function sendOn({ response, query }: Asked, slug: string): void {
    countPage(308)
    response.writeHead(308, { 'location': `${prefix}${slug}${query && `?${query}`}`, 'cache-control': 'no-cache', 'content-length': '0' })
    response.end()
  }

  function fail(asked: Asked, error: unknown): void {
    world.log.error({ err: error, url: asked.request.url }, 'a page could not be served')
    if (!asked.response.headersSent) sendPlain(asked, 503, unreadablePage)
  }

  function sendStored(asked: Asked, page: StoredPage, mine: readonly string[] | null): void {
    const ready = cache.at(page.hash)
    if (ready) return send(asked, ready, mine)
    cache
      .loadPage(page)
      .then((loaded) => loaded && send(asked, loaded, mine))
      .catch((error: unknown) => fail(asked, error))
  }

  function sendPage(asked: Asked, served: Served): void {
    if (served.isOffline) return sendPlain(asked, 503, offlinePage)
    const { headers } = asked.request
    const locale = localeFor(asked.query, headers['accept-language'], served.build.locale)
    const { candidate } = served
    if (!candidate) return sendStored(asked, served.showing.pageAt(clock.now(), locale), null)
    const { page, mine } = choosePage(
      world,
      { ...served, candidate },
      {
        query: asked.query,
        cookies: headers.cookie,
        proto: headers['x-forwarded-proto'] as string | undefined,
        locale,
      },
    )
    sendStored(asked, page, mine)
  }

  function sendSplit(asked: Asked, name: string): void {
    const ready = cache.at(name)
    if (ready) return send(asked, ready, null)
    cache
      .loadSplit(name)
      .then((loaded) => (loaded ? send(asked, loaded, null) : sendPlain(asked, 404, missingPage)))
      .catch((error: unknown) => fail(asked, error))
  }

  /** True when the path, without its prefix, is a page's or one of its files'. */
  function answer(asked: Asked, path: string): boolean {
    const served = index.find(path)
    if (served) {
      sendPage(asked, served)
      return true
    }
    const slash = path.indexOf('/')
    if (slash > 0 && slash === path.length - 1 && index.find(path.slice(0, -1))) {
      sendOn(asked, path.slice(0, -1))
      return true
    }
    if (slash < 0) {
      sendPlain(asked, 404, missingPage)
      return true
    }
    const name = path.startsWith('f/', slash + 1) ? path.slice(slash + 3) : ''
    if (!splitName.test(name)) return false
    sendSplit(asked, name)
    return true
  }

  return (request, response) => {
    const { url = '', method } = request
    if (!url.startsWith(prefix) || (method !== 'GET' && method !== 'HEAD') || (closedHost !== null && request.headers.host === closedHost)) return false
    const mark = url.indexOf('?', prefix.length)
    const asked = { request, response, query: mark < 0 ? '' : url.slice(mark + 1) }
    try {
      return answer(asked, mark < 0 ? url.slice(prefix.length) : url.slice(prefix.length, mark))
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
