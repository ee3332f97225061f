import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { AppEnv } from './route'
import { sourceOf } from './source'

/** The address that limits count a request by. */
async function source(peer: string, forwarded: string | null, trusted: number): Promise<string> {
  const app = new Hono<AppEnv>().get('/', (context) => context.text(sourceOf(context, trusted)))
  const headers: { [name: string]: string } = forwarded === null ? {} : { 'X-Forwarded-For': forwarded }
  // The socket is all that is asked of node's request.
  const env = { incoming: { socket: { remoteAddress: peer } } } as unknown as AppEnv['Bindings']
  return (await app.request('/', { headers }, env)).text()
}

describe('the source of a request', () => {
  it.each([
    ['the peer, whatever it claims, where no proxy is trusted', '203.0.113.7', '10.0.0.1', 0, '203.0.113.7'],
    ['what the one trusted proxy saw', '10.0.0.1', '203.0.113.7', 1, '203.0.113.7'],
    ['what the first of two trusted proxies saw, not what the client wrote before', '10.0.0.2', '6.6.6.6, 203.0.113.7, 10.0.0.1', 2, '203.0.113.7'],
    ['the peer where the trusted proxy said nothing', '10.0.0.1', null, 1, '10.0.0.1'],
    ['IPv4, written as IPv6', '::ffff:203.0.113.7', null, 0, '203.0.113.7'],
    ['a network of IPv6', '2001:db8:1:2:3:4:5:6', null, 0, '2001:db8:1:2::/64'],
    ['the same network however it is written', '2001:0db8:0001:0002::9', null, 0, '2001:db8:1:2::/64'],
    ['a short IPv6', '::1', null, 0, '0:0:0:0::/64'],
  ])('is %s', async (_, peer, forwarded, trusted, expected) => {
    expect(await source(peer, forwarded, trusted)).toBe(expected)
  })
})
