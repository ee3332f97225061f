import { parse } from 'hono/utils/cookie'
import { isHttps } from '../http/isHttps'
import type { AppContext } from '../http/route'
import type { World } from '../world'

/** `session`: who is signed in. `device`: which accounts this browser has signed in to before. */
export type CookieName = 'session' | 'device'

/** The value of one of our cookies; undefined where it is missing. */
export function readCookie(world: World, context: AppContext, name: CookieName): string | undefined {
  const full = fullName(world, context, name)
  return parse(context.req.header('cookie') ?? '', full)[full]
}

/** A `Set-Cookie` header. `maxAgeS` 0 takes the cookie away. */
export function writeCookie(world: World, context: AppContext, name: CookieName, value: string, maxAgeS: number): string {
  const secure = isSecure(world, context) ? '; Secure' : ''
  return `${fullName(world, context, name)}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${maxAgeS}${secure}`
}

/** `__Host-` binds a cookie to this very host, but browsers accept it only over HTTPS; on a laptop there is none. */
function fullName(world: World, context: AppContext, name: CookieName): string {
  return `${isSecure(world, context) ? '__Host-' : ''}festoon-${name}`
}

function isSecure({ config }: World, context: AppContext): boolean {
  return isHttps(config, config.studioUrl, context.req.header('x-forwarded-proto'))
}
