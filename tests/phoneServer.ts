import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { RenderedPage } from '../renderer/renderPage'

export interface Asked {
  readonly method: string
  readonly path: string
  readonly key: string | undefined
  readonly body: string
}

/** What the visitors' API says to a request; `lost`: the connection breaks before an answer arrives. */
export type Answer = { readonly status?: number; readonly body: unknown; readonly headers?: { readonly [name: string]: string } } | 'lost'

export interface PhoneServer {
  readonly url: string
  readonly asked: Asked[]
  /** Replaced by tests. Paths are below `/a/spring/`. */
  answer: (asked: Asked) => Answer | Promise<Answer>
  page: RenderedPage
  /** What happens to the page's HTML on its way. */
  onTheWay: (html: string) => string
  /** Requests by kind: `state`, `me`, `plays/…`, `events`. */
  count(path: string): number
  close(): Promise<void>
}

const root = '/a/spring'

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}

/** A server that serves one rendered page as the product does, with an API whose answers the test decides. */
export async function startPhoneServer(page: RenderedPage, answer: PhoneServer['answer']): Promise<PhoneServer> {
  const asked: Asked[] = []
  const served = { page, answer, onTheWay: (html: string) => html }

  function sendPage(response: ServerResponse): void {
    const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Encoding': 'gzip', 'Content-Security-Policy': served.page.csp }
    response.writeHead(200, headers).end(gzipSync(served.onTheWay(served.page.html)))
  }
  async function sendAnswer(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const one: Asked = { method: request.method ?? '', path, key: request.headers['idempotency-key'] as string | undefined, body: await bodyOf(request) }
    asked.push(one)
    const said = await served.answer(one)
    if (said === 'lost') return void request.socket.destroy()
    response.writeHead(said.status ?? 200, { 'Content-Type': 'application/json', ...said.headers }).end(JSON.stringify(said.body))
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x')
    if (pathname === root) return sendPage(response)
    if (!pathname.startsWith(`${root}/`)) return void response.writeHead(404).end()
    const path = pathname.slice(root.length + 1)
    const file = served.page.files.find(({ name }) => path === `f/${name}`)
    if (file) return void response.writeHead(200, { 'Content-Type': 'text/javascript', 'Content-Encoding': 'gzip' }).end(gzipSync(file.body))
    void sendAnswer(request, response, path)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return Object.assign(served, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${root}`,
    asked,
    count: (path: string) => asked.filter((one) => one.path.startsWith(path)).length,
    close: () =>
      new Promise<void>((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  })
}
