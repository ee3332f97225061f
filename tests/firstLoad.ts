import { brotliCompressSync, constants } from 'node:zlib'
import { launchBrowser } from './browser'
import { startProduct } from './product'
import { createActivity, openDesk, signedIn } from './studio'

/** kB that the design tab may load before anybody does anything, Monaco aside. */
export const firstLoadLimitKb = 350
/** What waits for an idle moment has come by then. */
const settleMs = 3000

export interface Loaded {
  readonly path: string
  /** In brotli 11. */
  readonly bytes: number
}

/** The files of the editor that a real browser fetches to show the design tab, the largest first. */
export async function firstLoad(): Promise<Loaded[]> {
  const product = await startProduct()
  const browser = await launchBrowser()
  try {
    const context = await signedIn(browser, product)
    const files = new Map<string, Promise<Buffer>>()
    context.on('response', (response) => {
      const { pathname } = new URL(response.url())
      // Data is as much as there is of it; files are what the editor itself weighs.
      if (pathname.startsWith('/studio/') && response.ok())
        files.set(response.request().resourceType() === 'document' ? pathname.replace(/[^/]*\/design$/, '') : pathname, response.body())
    })
    await openDesk(context, product, await createActivity(product))
    await new Promise((done) => setTimeout(done, settleMs))
    const loaded = await Promise.all([...files].map(async ([path, body]) => ({ path: path.replace('/studio/', ''), bytes: squeezed(await body) })))
    return loaded.sort((a, b) => b.bytes - a.bytes)
  } finally {
    await browser.close()
    await product.stop()
  }
}

export function isMonaco({ path }: Loaded): boolean {
  return /editor\.api|SourceEditor|jsonMode|json\.worker|editor\.worker|monaco|codicon/.test(path)
}

function squeezed(body: Buffer): number {
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
}
