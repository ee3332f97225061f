import { Hono } from 'hono'
import { hostOf } from './http/crossSite'
import { redirect } from './http/headers'
import { answerError, serveRoute } from './http/serveRoute'
import type { AppContext, AppEnv, Route } from './http/route'
import { studioRoutes } from './http/studio'
import { openApiRoute } from './openapi/routes'
import { Refuse } from './problem'
import { slices } from './slices'
import type { World } from './world'

/** The whole server as one function from request to answer. What no slice declares does not exist. */
export function createApp(world: World): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const routes = [...slices, openApiRoute(slices)]
  for (const route of routes) app.on(route.method, route.path, serveRoute(world, route))
  for (const [path, methods] of methodsByPath(routes)) app.all(path, (context) => refuseMethod(world, context, methods))
  studioRoutes(app, world)
  app.get('/', (context) => toStudio(world, context))
  app.notFound((context) => answerError(world, context, new Refuse('not-found')))
  app.onError((error, context) => answerError(world, context, error))
  return app
}

function methodsByPath(routes: readonly Route[]): Map<string, string[]> {
  const methods = new Map<string, string[]>()
  for (const { path, method } of routes) methods.set(path, [...(methods.get(path) ?? []), method])
  return methods
}

function refuseMethod(world: World, context: AppContext, methods: readonly string[]): Response {
  const allow = methods.includes('GET') ? [...methods, 'HEAD'] : methods
  return answerError(world, context, new Refuse('method-not-allowed', { headers: { Allow: allow.join(', ') } }))
}

/** The pages' own host has no front page. */
function toStudio({ config }: World, context: AppContext): Response {
  const { publicUrl, studioUrl } = config
  const isPagesHost = publicUrl && studioUrl && publicUrl !== studioUrl && hostOf(context) === new URL(publicUrl).host
  if (isPagesHost) throw new Refuse('not-found')
  return redirect(config, '/studio/')
}
