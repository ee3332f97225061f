import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { studioRoutes } from './studio'
import { serve, type Serving } from './serve'
import type { AppEnv } from './route'
import { createTestWorld, type TestWorld } from '../testing/testWorld'

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** What a raw connection receives until it is closed. */
function talk(port: number, text: string): Promise<string> {
  const socket: Socket = connect(port, '127.0.0.1', () => socket.write(text))
  return listen(socket)
}

function listen(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let heard = ''
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString()))
    socket.on('close', () => resolve(heard))
    socket.on('error', () => resolve(heard))
  })
}

describe('the server', () => {
  const app = new Hono<AppEnv>()
  app.get('/slow', async (context) => (await pause(600), context.text('done')))
  let serving: Serving
  beforeAll(async () => {
    serving = await serve(app, {
      port: 0,
      front: (request, response) => request.url === '/front' && (response.end('from the front'), true),
    })
  })
  afterAll(() => serving.stop())

  it('lets the front answer first, and the router what is left', async () => {
    const texts = await Promise.all(['/front', '/slow'].map(async (path) => (await fetch(`http://127.0.0.1:${serving.port}${path}`)).text()))
    expect(texts).toEqual(['from the front', 'done'])
  })

  it('cuts off who never ends their headers', async () => {
    expect(await talk(serving.port, 'GET /front HTTP/1.1\r\nHost: x\r\nX-Slow:')).toMatch(/^HTTP\/1\.1 408/)
  })

  it('refuses headers beyond 16 kB', async () => {
    expect(await talk(serving.port, `GET /front HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431/)
  })

  it('answers also who had just come when it left, and tells them that this was all', async () => {
    const other = await serve(app, { port: 0, front: (_, response) => (response.end('here'), true) })
    const socket = connect(other.port, '127.0.0.1')
    await once(socket, 'connect')
    const answer = listen(socket)
    const stopping = other.stop()
    await pause(20)
    socket.write('GET /front HTTP/1.1\r\nHost: x\r\n\r\n')
    expect(await answer).toMatch(/^HTTP\/1\.1 200 [^]*Connection: close[^]*here$/)
    await stopping
  })

  it('finishes what it has begun when it is told to stop, and takes nothing new', async () => {
    const other = await serve(app, { port: 0 })
    const running = fetch(`http://127.0.0.1:${other.port}/slow`)
    await pause(150)
    const stopping = other.stop()
    await expect(fetch(`http://127.0.0.1:${other.port}/slow`)).rejects.toThrow()
    expect(await (await running).text()).toBe('done')
    await stopping
  })
})

describe('the studio', () => {
  let test: TestWorld
  const app = new Hono<AppEnv>()
  beforeAll(async () => {
    test = await createTestWorld()
    const studioDir = await mkdtemp(join(tmpdir(), 'festoon-studio-'))
    await mkdir(join(studioDir, 'assets'))
    await writeFile(join(studioDir, 'index.html'), '<!doctype html><title>Studio</title>')
    await writeFile(join(studioDir, 'assets', 'main-1a2b.js'), 'export {}')
    studioRoutes(app, { ...test.world, studioDir })
  })
  afterAll(() => test.close())

  it.each(['/studio/', '/studio/activities/42/design'])('is one page at %s, under a policy of its own', async (path) => {
    const answer = await app.request(path)
    expect([await answer.text(), answer.headers.get('cache-control')]).toEqual(['<!doctype html><title>Studio</title>', 'no-cache'])
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:")
  })

  it('keeps hashed files for ever, compressed where that is understood', async () => {
    const { headers } = await app.request('/studio/assets/main-1a2b.js', { headers: { 'Accept-Encoding': 'gzip, br' } })
    expect([headers.get('cache-control'), headers.get('content-encoding'), headers.get('content-type')]).toEqual([
      'public, max-age=31536000, immutable',
      'br',
      'text/javascript; charset=utf-8',
    ])
  })

  it.each(['/studio/assets/missing.js', '/studio/%2e%2e/%2e%2e/etc/passwd.txt', '/studio/..%2fserver.db'])(
    'does not lead out of its folder by %s',
    async (path) => {
      app.onError((_error, context) => context.text('refused', 404))
      expect((await app.request(path)).status).toBe(404)
    },
  )
})

describe('two origins', () => {
  let test: TestWorld
  beforeAll(async () => void (test = await createTestWorld({ publicUrl: 'https://pages.example', studioUrl: 'https://studio.example' })))
  afterAll(() => test.close())

  it('hide the team’s API from the pages’ host', async () => {
    const [pages, studio] = await Promise.all(['pages.example', 'studio.example'].map((host) => test.ask('/api/activities', { headers: { Host: host } })))
    expect([pages?.status, studio?.status]).toEqual([404, 200])
  })

  it('are strangers to each other: no page speaks for the studio', async () => {
    const from = (origin: string) =>
      test.ask('/api/activities', {
        method: 'POST',
        as: 'owner',
        body: { name: 'x' },
        headers: { 'Sec-Fetch-Site': '', 'Origin': origin, 'Host': 'studio.example' },
      })
    expect((await Promise.all(['https://pages.example', 'https://studio.example'].map(from))).map(({ status }) => status)).toEqual([403, 201])
  })

  it('are both known as one’s own, and HTTPS is insisted upon', async () => {
    const answer = await test.ask('/api/activities', {
      method: 'POST',
      as: 'owner',
      body: { name: 'x' },
      headers: { 'Sec-Fetch-Site': '', 'Origin': 'https://studio.example', 'Host': 'studio.example' },
    })
    expect([answer.status, answer.headers.get('strict-transport-security')]).toEqual([201, 'max-age=31536000'])
  })
})
