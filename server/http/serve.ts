import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Server as NetServer, type AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { CannotStart } from '../cannotStart'
import type { AppEnv } from './route'

/** Answers a request ahead of the router where it can; says whether it did. */
export type Front = (request: IncomingMessage, response: ServerResponse) => boolean

export interface Serving {
  readonly port: number
  readonly server: Server
  /** Takes no more connections, lets running requests finish for at most ten seconds, then closes. */
  stop(): Promise<void>
}

const limits = { headersTimeout: 5_000, requestTimeout: 60_000, keepAliveTimeout: 5_000, connectionsCheckingInterval: 1_000, maxHeaderSize: 16_384 }
const maxConnections = 10_000
const drainMs = 10_000
const idleMs = 200

/** Listens on `port` (0: any free one). Slow senders are cut off: headers within 5 s, JSON bodies within 10 s, uploads within 60 s. */
export async function serve(app: Hono<AppEnv>, { port, front = () => false }: { port: number; front?: Front }): Promise<Serving> {
  const listener = listenerOf(app, front)
  let isStopping = false
  const server = createServer(limits, (request, response) => {
    // Told so, nobody sends their next request into a connection that is about to close.
    if (isStopping) response.shouldKeepAlive = false
    listener(request, response)
  })
  server.maxConnections = maxConnections
  await new Promise<void>((resolve, reject) => server.once('error', (error) => reject(portTrouble(error, port))).listen(port, resolve))
  return { port: (server.address() as AddressInfo).port, server, stop: () => ((isStopping = true), drain(server)) }
}

function portTrouble(error: Error, port: number): Error {
  const { code } = error as { code?: unknown }
  if (code === 'EADDRINUSE') return new CannotStart(`Port ${port} is taken by another program. Stop that one, or set PORT to another number (0: any free one).`)
  if (code === 'EACCES') return new CannotStart(`This user may not listen on port ${port}. Set PORT to a number above 1023.`)
  return error
}

/** The app as node's HTTP server calls it. */
export function listenerOf(app: Hono<AppEnv>, front: Front): (request: IncomingMessage, response: ServerResponse) => void {
  const listener = getRequestListener((request, env) => app.fetch(request, env as AppEnv['Bindings']))
  return (request, response) => {
    if (!front(request, response)) void listener(request, response)
  }
}

function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection becomes idle only when its last answer is out, so idle ones are looked for again and again; first after
    // those that have just come had time to send what they came for, which the HTTP server's own `close` does not grant.
    const idle = setInterval(() => server.closeIdleConnections(), idleMs)
    const late = setTimeout(() => server.closeAllConnections(), drainMs)
    NetServer.prototype.close.call(server, () => {
      clearInterval(idle)
      clearTimeout(late)
      resolve()
    })
  })
}
