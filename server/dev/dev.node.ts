import { createServer } from 'node:http'
import { resolve } from 'node:path'
import { createServer as createVite, type ViteDevServer } from 'vite'
import type { DevSession } from './session'

/** `npm run dev`: the editor with hot replacement and the server, in one process at one address. A change of the server's sources opens it anew. */

const root = resolve(import.meta.dirname, '../..')
const port = Number(process.env['PORT'] ?? 3000)
/** One save often writes several files. */
const settleMs = 80

const http = createServer((request, response) => {
  if (/^\/studio(\/|$)/.test(request.url ?? '')) editor.middlewares(request, response)
  else
    session.then(
      ({ answer }) => answer(request, response),
      (error: unknown) => response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end(String(error)),
    )
})

const editor = await createVite({
  configFile: resolve(root, 'vite.config.ts'),
  root: resolve(root, 'editor'),
  server: { middlewareMode: true, ws: { server: http } },
  appType: 'spa',
  optimizeDeps: { entries: ['index.html', 'canvas.html'] },
})
const sources = await createVite({
  configFile: resolve(root, 'vite.server.config.ts'),
  root,
  server: { middlewareMode: true, hmr: false, ws: false },
  appType: 'custom',
  optimizeDeps: { noDiscovery: true, include: [] },
})

let session = open(sources)
let timer: NodeJS.Timeout | undefined

sources.watcher.on('all', (_event, file) => {
  if (!sources.environments.ssr.moduleGraph.getModulesByFile(file)?.size) return
  clearTimeout(timer)
  timer = setTimeout(() => (session = reopen(session)), settleMs)
})

async function open(vite: ViteDevServer): Promise<DevSession> {
  const { openSession } = (await vite.ssrLoadModule('/server/dev/session.ts')) as typeof import('./session')
  return openSession()
}

/** The old server lets go of its store before the new one opens it; requests meanwhile wait. */
async function reopen(old: Promise<DevSession>): Promise<DevSession> {
  const started = performance.now()
  await old.then(
    (one) => one.close(),
    () => {},
  )
  sources.environments.ssr.moduleGraph.invalidateAll()
  const fresh = await open(sources)
  console.log(`The server runs the new sources (${Math.round(performance.now() - started)} ms).`)
  return fresh
}

async function stop(): Promise<void> {
  http.close()
  http.closeAllConnections()
  await Promise.all([
    session.then(
      (one) => one.close(),
      () => {},
    ),
    editor.close(),
    sources.close(),
  ])
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())

session.then(
  () => http.listen(port, () => console.log(`Festoon is ready for work. Editor: http://localhost:${port}/studio/`)),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
session.catch((error: unknown) => console.error(error))
