import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { BrowserContext } from 'playwright'
import { build } from 'vite'
import { count as countCpu, taskMs, untilQuiet } from './cpu'
import { freeHeight, placeOf, textOf, type Layout, type Side } from './sitting'

const source = resolve(import.meta.dirname, '../tmagic')
const pages = ['index', 'runtime', 'blank'] as const
const types: { readonly [end: string]: string } = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

interface Magic {
  readonly tmagic: {
    readonly editorService: {
      get(name: 'nodes'): readonly { readonly style: { readonly left: number } }[]
      get(name: 'stage'): { multiSelect(ids: readonly string[]): void; select(id: string): void }
      select(id: string): Promise<void>
      multiSelect(ids: readonly string[]): Promise<void>
      update(nodes: readonly unknown[]): Promise<void>
      undo(): Promise<unknown>
    }
  }
}

/** Its packages, installed and built in a folder of their own, once; the same page for every run after that. @returns the built folder */
async function built(): Promise<string> {
  const { dependencies } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { dependencies: { [name: string]: string } }
  const root = join(tmpdir(), `festoon-bench-tmagic-${dependencies['@tmagic/editor']}`)
  mkdirSync(root, { recursive: true })
  cpSync(source, root, { recursive: true })
  const npm = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--legacy-peer-deps']
  await promisify(execFile)('npm', npm, { cwd: root })
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    // Its style sheets are not all such as the minifier takes.
    build: { target: 'esnext', cssMinify: false, reportCompressedSize: false, rollupOptions: { input: pages.map((page) => join(root, `${page}.html`)) } },
    worker: { format: 'es' },
  })
  return join(root, 'dist')
}

/** The same page in its words. */
function dsl(count: number, layout: Layout): unknown {
  const styleOf = (i: number): unknown => {
    const { x, y, w, h } = placeOf(i)
    return layout === 'free' ? { position: 'absolute', left: x, top: y, width: w, height: h } : { position: 'relative' }
  }
  const items = Array.from({ length: count }, (_, i) => ({ id: `t${i}`, type: 'text', name: 'text', text: textOf(i), style: styleOf(i) }))
  const style = { position: 'relative', width: 375, ...(layout === 'free' ? { height: freeHeight } : {}) }
  return { id: 'app', type: 'app', items: [{ id: 'page', type: 'page', name: 'page', layout: layout === 'free' ? 'absolute' : 'relative', style, items }] }
}

function serve(dist: string): Promise<{ url: string; stop(): void }> {
  const server = createServer((asked, answer) => {
    const { pathname, searchParams } = new URL(asked.url!, 'http://localhost')
    const path = join(dist, pathname === '/' ? 'index.html' : pathname)
    if (pathname === '/document.json') return void answer.end(JSON.stringify(dsl(Number(searchParams.get('count')), searchParams.get('layout') as Layout)))
    if (!existsSync(path)) return void answer.writeHead(404).end()
    answer.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'application/octet-stream' }).end(readFileSync(path))
  })
  return new Promise((done) => {
    server.listen(0, () => {
      const address = server.address()
      done({ url: `http://localhost:${typeof address === 'object' && address ? address.port : 0}`, stop: () => server.close() })
    })
  })
}

/** tmagic-editor with all its panels, over a canvas that draws texts and nothing else. */
export async function tmagic(context: BrowserContext): Promise<Side & { stop(): void }> {
  const { url, stop } = await serve(await built())
  return {
    name: 'tmagic',
    stop,
    async open(count, layout) {
      const tab = await context.newPage()
      const cdp = await context.newCDPSession(tab)
      const frame = tab.frameLocator('iframe')
      const last = frame.locator(`[data-tmagic-id="t${count - 1}"]`)
      const address = `${url}/?count=${count}&layout=${layout}`
      await tab.goto(address)
      await last.waitFor({ state: 'attached' })
      await tab.goto(`${url}/blank.html`)
      await countCpu(cdp)
      await untilQuiet(cdp)
      const before = await taskMs(cdp)
      await tab.goto(address, { waitUntil: 'commit' })
      await last.waitFor({ state: 'attached' })
      const stands = (await taskMs(cdp)) - before
      await untilQuiet(cdp)
      const rests = (await taskMs(cdp)) - before
      // A press in the middle of many selected ones is theirs, and handles cover what is selected.
      const clear = (): Promise<void> =>
        tab.evaluate(async () => {
          const { editorService } = (window as Window & Partial<Magic>).tmagic!
          await editorService.select('t15')
          editorService.get('stage').select('t15')
        })
      return {
        tab,
        cdp,
        opening: { stands, rests },
        stage: tab.locator('.m-editor-stage'),
        node: (id) => frame.locator(`[data-tmagic-id="${id}"]`),
        selected: (wanted) =>
          tab.waitForFunction((all) => (window as Window & Partial<Magic>).tmagic!.editorService.get('nodes').length === all, wanted).then(() => {}),
        field: tab.locator('.m-editor-props-panel .el-form-item', { hasText: '文本' }).locator('input').first(),
        givesOn: 'Enter',
        adds: 'Control',
        // Escape means nothing to its drags.
        letGo: async () => {
          await tab.mouse.up()
          await untilQuiet(cdp)
          await tab.evaluate(() => (window as Window & Partial<Magic>).tmagic!.editorService.undo())
          await untilQuiet(cdp)
          await clear()
        },
        // Its arrow keys move the first of several and leave the others.
        move: () =>
          tab.evaluate(async () => {
            const { editorService } = (window as Window & Partial<Magic>).tmagic!
            await editorService.update(editorService.get('nodes').map((node) => ({ ...node, style: { ...node.style, left: node.style.left + 1 } })))
          }),
        // It has no key for this, so its services are asked for what such a key would do.
        selectAll: () =>
          tab.evaluate(async (all) => {
            const { editorService } = (window as Window & Partial<Magic>).tmagic!
            const ids = Array.from({ length: all }, (_, i) => `t${i}`)
            await editorService.multiSelect(ids)
            editorService.get('stage').multiSelect(ids)
          }, count),
        clear,
        drawn: () => frame.locator('html').evaluate(() => (window as Window & { drawn?: number }).drawn ?? 0),
      }
    },
  }
}
