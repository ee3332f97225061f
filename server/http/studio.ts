import { randomUUID } from 'node:crypto'
import { readdirSync, existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { Hono } from 'hono'
import type { World } from '../world'
import { Refuse } from '../problem'
import { refuseWrongHost } from './crossSite'
import { baseHeaders, redirect, studioPolicy } from './headers'
import type { AppContext, AppEnv } from './route'

const mediaTypes: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}
const compressible = new Set(['.html', '.js', '.css', '.json', '.svg', '.txt', '.ttf'])

interface StudioFile {
  readonly plain: Buffer
  readonly brotli: Buffer | null
}

const compress = promisify(brotliCompress)

/** The built editor at `/studio/`. Only files that were there at start are served, so no path can lead out of the folder. */
export function studioRoutes(app: Hono<AppEnv>, world: World): void {
  const { studioDir } = world
  const names = new Set(
    studioDir && existsSync(studioDir) ? readdirSync(studioDir, { recursive: true, encoding: 'utf8' }).map((name) => name.split('\\').join('/')) : [],
  )
  const files = new Map<string, Promise<StudioFile>>()
  const fileOf = (name: string): Promise<StudioFile> => {
    const known = files.get(name)
    if (known) return known
    const read = readStudioFile(join(studioDir ?? '', name))
    files.set(name, read)
    return read
  }
  app.get('/studio', () => redirect(world.config, '/studio/'))
  app.get('/studio/*', async (context) => {
    refuseWrongHost(context, world.config)
    const name = nameOf(context.req.path, names)
    if (!name) throw new Refuse('not-found', names.size ? {} : { detail: 'The editor is not built. Run: npm run build' })
    return answerFile(world, context, name, await fileOf(name))
  })
}

/** The file that a path asks for; addresses inside the editor are all its one page. */
function nameOf(path: string, names: ReadonlySet<string>): string | null {
  const name = path.slice('/studio/'.length)
  if (name && extname(name)) return names.has(name) ? name : null
  return names.has('index.html') ? 'index.html' : null
}

async function readStudioFile(path: string): Promise<StudioFile> {
  const plain = await readFile(path)
  if (!compressible.has(extname(path))) return { plain, brotli: null }
  return { plain, brotli: await compress(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) }
}

function answerFile({ config }: World, context: AppContext, name: string, { plain, brotli }: StudioFile): Response {
  const isPage = name.endsWith('.html')
  const isBrotli = brotli !== null && /\bbr\b/.test(context.req.header('accept-encoding') ?? '')
  const headers = {
    ...baseHeaders(config, randomUUID()),
    'Content-Type': mediaTypes[extname(name)] ?? 'application/octet-stream',
    'Cache-Control': name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    'Vary': 'Accept-Encoding',
    ...(isPage ? { 'Content-Security-Policy': studioPolicy(config) } : {}),
    ...(isBrotli ? { 'Content-Encoding': 'br' } : {}),
  }
  return new Response(new Uint8Array(isBrotli ? brotli : plain), { status: 200, headers })
}
