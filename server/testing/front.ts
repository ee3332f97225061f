import { request, type IncomingHttpHeaders } from 'node:http'
import { createApp } from '../app'
import { serve } from '../http/serve'
import { createFront } from '../serving/front'
import { servingReady } from '../serving/findServed'
import type { World } from '../world'

export interface FrontAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** As it was sent, still compressed. */
  readonly body: Buffer
}

/** A real listener on a free port, for what the front answers ahead of the router. */
export interface FrontClient {
  readonly port: number
  get(path: string, headers?: { readonly [name: string]: string }, method?: string): Promise<FrontAnswer>
  close(): Promise<void>
}

export async function openFront(world: World): Promise<FrontClient> {
  await servingReady(world)
  const { port, stop } = await serve(createApp(world), { port: 0, front: createFront(world) })
  return {
    port,
    get: (path, headers = {}, method = 'GET') =>
      new Promise((resolve, reject) => {
        request({ port, path, method, headers, agent: false }, (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }))
        })
          .on('error', reject)
          .end()
      }),
    close: stop,
  }
}
