import type { Config } from '../config'
import { Refuse } from '../problem'
import type { AppContext } from './route'

/**
 * Refuses unsafe requests that another site may have caused, whatever their content type. Browsers say where a request
 * comes from (`Sec-Fetch-Site`, older ones `Origin`). `needsProof`: silence is refused too, for callers known by a cookie.
 * A bearer token is never sent by a browser of itself, so it needs no proof.
 */
export function refuseCrossSite(context: AppContext, config: Config, { needsProof }: { needsProof: boolean }): void {
  if (context.req.header('authorization')?.startsWith('Bearer ')) return
  const site = context.req.header('sec-fetch-site')
  const origin = context.req.header('origin')
  if (site !== undefined) {
    if (site !== 'same-origin') throw new Refuse('cross-site')
    return
  }
  if (origin !== undefined) {
    if (!isOwn(origin, context, needsProof ? config.studioUrl : config.publicUrl, config)) throw new Refuse('cross-site')
    return
  }
  if (needsProof) throw new Refuse('cross-site', { detail: 'Send Origin, Sec-Fetch-Site, or a bearer token.' })
}

/** `home`: where what is asked for lives. Pages may not speak for the studio, though browsers take two hosts of one domain for one site. */
function isOwn(origin: string, context: AppContext, home: string | null, { publicUrl, studioUrl }: Config): boolean {
  if (!URL.canParse(origin)) return false
  if (origin === home) return true
  if (publicUrl && studioUrl) return false
  return new URL(origin).host === hostOf(context)
}

/** The host that was asked, with its port. */
export function hostOf(context: AppContext): string {
  return context.req.header('host') ?? new URL(context.req.url).host
}

/** With pages and editor on origins of their own, the pages' host knows nothing of the management API. */
export function refuseWrongHost(context: AppContext, { publicUrl, studioUrl }: Config): void {
  if (!publicUrl || !studioUrl || publicUrl === studioUrl) return
  if (hostOf(context) === new URL(publicUrl).host) throw new Refuse('not-found')
}
