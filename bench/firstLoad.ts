import { brotliCompressSync, constants } from 'node:zlib'
import { launchBrowser } from '../tests/browser'
import { startProduct } from '../tests/product'
import { createActivity, openDesk, signedIn } from '../tests/studio'

/** What the design tab loads at first, from a real browser's network: bytes of each file in brotli 11, Monaco aside. */
const limitKb = 350
const settleMs = 3000
const largest = 5

interface Loaded {
  readonly path: string
  readonly bytes: number
}

function squeezed(body: Buffer): number {
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
}

const isMonaco = (path: string): boolean => /editor\.api|SourceEditor|jsonMode|json\.worker|editor\.worker|monaco|codicon/.test(path)

async function filesOf(): Promise<Loaded[]> {
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
    return await Promise.all([...files].map(async ([path, body]) => ({ path: path.replace('/studio/', ''), bytes: squeezed(await body) })))
  } finally {
    await browser.close()
    await product.stop()
  }
}

const files = await filesOf()
const counted = files.filter(({ path }) => !isMonaco(path)).sort((a, b) => b.bytes - a.bytes)
const monaco = files.length - counted.length
const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`
const sum = counted.reduce((all, { bytes }) => all + bytes, 0)
console.log(
  `${sum <= limitKb * 1000 ? 'met   ' : 'MISSED'} first load of the design tab: ${kb(sum)} in ${counted.length} files (limit ${limitKb} KB); files of Monaco among them: ${monaco}`,
)
for (const { path, bytes } of counted.slice(0, largest)) console.log(`       ${kb(bytes).padStart(9)} ${path}`)
