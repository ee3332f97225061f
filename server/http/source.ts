import { isIPv6 } from 'node:net'
import type { AppContext } from './route'

/** The address that a request's limits are counted by. Only as many proxies are believed as the configuration names. */
export function sourceOf(context: AppContext, trustedProxies: number): string {
  const peer = context.env?.incoming?.socket.remoteAddress ?? 'unknown'
  if (trustedProxies === 0) return network(peer)
  const told = (context.req.header('x-forwarded-for') ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  // The last proxy is the peer itself; each one before it was written down by the next.
  const chain = [...told, peer]
  return network(chain[Math.max(0, chain.length - 1 - trustedProxies)] ?? peer)
}

/** One household of IPv6 has 2^64 addresses, so they count as one. */
function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/^\[|\](:\d+)?$/g, '')
  return isIPv6(plain) ? `${expand(plain).slice(0, 4).join(':')}::/64` : plain
}

function expand(address: string): string[] {
  const [head = '', tail] = address.split('::')
  const left = head ? head.split(':') : []
  const right = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  return [...left, ...Array.from({ length: zeros }, () => '0'), ...right].map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
}
