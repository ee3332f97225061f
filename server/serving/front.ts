import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Locale } from '../../schemas/words'
import { stretchAt, variantOf, type Build, type StoredPage } from '../releases/build'
import { perWorld } from '../perWorld'
import { newVisitorId } from '../visitors/newVisitorId'
import { visitorCookie, visitorOf } from '../visitors/signedCookie'
import { visitorKeyOf } from '../visitors/visitorKey'
import type { World } from '../world'
import { liveIndexOf, type Served } from './liveIndex'
import { encodingFor, isMatch, localeFor } from './negotiate'
import { forEveryone, forThisVisitor, PageCache, type ReadyPage } from './pageCache'
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

/** What is sent, and who may keep it. */
interface Choice {
  readonly page: StoredPage
  readonly caching: readonly string[]
}

const pageCacheOf = perWorld((world) => new PageCache(world.files))

export function createFront(world: World): Front {
  const index = liveIndexOf(world)
  const cache = pageCacheOf(world)
  const isSecure = world.config.publicUrl?.startsWith('https:') ?? false

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
    if (!candidate) return { page: pageOf(served.build, locale), caching: forEveryone }
    const key = visitorKeyOf(world)
    const known = visitorOf(key, served.activity, request.headers.cookie)
    const visitor = known ?? newVisitorId(world)
    const cookie = known ? [] : ['set-cookie', visitorCookie(key, { activity: served.activity, path: `/a/${served.slug}`, visitor, secure: isSecure })]
    const channel = new URLSearchParams(query).get('channel')
    const build = seesCandidate(candidate.rollout, visitor, channel) ? candidate.build : served.build
    return { page: pageOf(build, locale), caching: [...forThisVisitor, ...cookie] }
  }

  function sendPage(asked: Asked, served: Served): void {
    if (served.isOffline) return sendPlain(asked, 503, offlinePage)
    const { page, caching } = chooseFor(served, asked)
    const ready = cache.at(page.hash)
    if (ready) return send(asked, ready, caching)
    cache
      .loadPage(page)
      .then((loaded) => loaded && send(asked, loaded, caching))
      .catch((error: unknown) => {
        world.log.error({ err: error }, 'cannot read a stored page')
        sendPlain(asked, 503, unreadablePage)
      })
  }

  function sendSplit(asked: Asked, name: string): void {
    const ready = cache.at(name)
    if (ready) return send(asked, ready, [])
    cache
      .loadSplit(name)
      .then((loaded) => (loaded ? send(asked, loaded, []) : sendPlain(asked, 404, missingPage)))
      .catch((error: unknown) => {
        world.log.error({ err: error }, 'cannot read a page’s file')
        sendPlain(asked, 503, unreadablePage)
      })
  }

  return (request, response) => {
    const url = request.url ?? ''
    if (!url.startsWith(prefix) || (request.method !== 'GET' && request.method !== 'HEAD')) return false
    const mark = url.indexOf('?', prefix.length)
    const path = mark < 0 ? url.slice(prefix.length) : url.slice(prefix.length, mark)
    const query = mark < 0 ? '' : url.slice(mark + 1)
    const slash = path.indexOf('/')
    const asked = { request, response, slug: slash < 0 ? path : path.slice(0, slash), query }
    if (slash >= 0) {
      const below = path.slice(slash + 1)
      if (!below.startsWith('f/') || !splitName.test(below.slice(2))) return false
      sendSplit(asked, below.slice(2))
      return true
    }
    const served = index.find(asked.slug)
    if (served) sendPage(asked, served)
    else sendPlain(asked, 404, missingPage)
    return true
  }
}

function send({ request, response }: Asked, ready: ReadyPage, caching: readonly string[]): void {
  const { body, etag, headers, notModified } = ready[encodingFor(request.headers['accept-encoding'] as string | undefined)]
  if (isMatch(request.headers['if-none-match'], etag)) {
    response.writeHead(304, [...notModified, ...caching]).end()
    return
  }
  response.writeHead(200, [...headers, ...caching])
  response.end(request.method === 'HEAD' ? undefined : body)
}

function sendPlain({ request, response }: Asked, status: number, { body, headers }: PlainPage): void {
  response.writeHead(status, [...headers])
  response.end(request.method === 'HEAD' ? undefined : body)
}
