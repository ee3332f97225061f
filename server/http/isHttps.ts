import type { Config } from '../config'

/** Whether browsers come over HTTPS: by the origin that is set; without one, by what the last of the trusted proxies says of the request. */
export function isHttps({ trustedProxies }: Pick<Config, 'trustedProxies'>, origin: string | null, forwardedProto: string | undefined): boolean {
  if (origin) return origin.startsWith('https:')
  return trustedProxies > 0 && forwardedProto?.split(',').pop()?.trim() === 'https'
}
