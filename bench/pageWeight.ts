import { resolve } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { loadRenderer } from '../tests/loadRenderer'
import { newYear } from '../server/templates/new-year/template'
import { fiveWidgets, testNow } from '../tests/fiveWidgets'
import { node, page, testWish } from '../tests/renderWorld'
import { told } from './limit'

/** Bytes in brotli 11 of what a phone gets: the HTML with all that is in it, and every file it may ask for later. */
const { renderPage } = await loadRenderer()

function squeezed(text: string): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
}

/** First view: what comes in the first answer, besides the server's headers (860 B); in 14,600 B with them it needs no second round trip. All: with every file that the page may ask for later. */
function weigh(name: string, drawn: ReturnType<typeof renderPage>, limits: { readonly all: number; readonly script: number }): void {
  const first = squeezed(drawn.html)
  const bare = squeezed(drawn.html.replace(/<script>[^]*<\/script>/, ''))
  const all = first + drawn.files.reduce((sum, { body }) => sum + squeezed(body), 0)
  const of = (bytes: number, limit: number): string => `${bytes} B (${(bytes / limit).toFixed(2)} of ${limit})`
  console.log(
    `${name}: first view ${first} B in 1 request; all ${of(all, limits.all)} in ${1 + drawn.files.length}, of it script ${of(all - bare, limits.script)}`,
  )
}

const five = renderPage(fiveWidgets(), testWish())
// The page's script begins with the kit, on a line of its own.
const kit = /<script>.*/.exec(five.html)![0]
weigh('five widgets', five, { all: 8000, script: 5000 })
weigh('text and picture only', renderPage(page(node('image', 'a', { src: 'asset:a', alt: 'x' }), node('text', 'b', { text: '新年快乐' })), testWish()), {
  all: 1200,
  script: 1,
})
// As visitors get it while the activity runs: what belongs to other phases is not on it.
weigh(
  'the demo page (New Year, at its peak)',
  renderPage(newYear.page({ name: '新年活动', locale: 'zh-CN' }), testWish({ rules: newYear.rules(testNow), phase: 'peak' })),
  {
    all: 11_000,
    script: 6000,
  },
)
console.log(`kit: ${squeezed(kit)} B (${(squeezed(kit) / 2500).toFixed(2)} of 2500)`)

// A widget that is an application of its own: that of the tests, since the product's own widgets are none.
const fixture = (file: string): string => resolve(import.meta.dirname, '../tests/fixtures/island', file)
const second = await loadRenderer({ views: fixture('views.ts'), islands: fixture('islands.ts') }, [
  {
    name: 'own-registries',
    enforce: 'pre',
    load: (id) => (id === resolve(import.meta.dirname, '../widgets/views.ts') ? `export * from ${JSON.stringify(fixture('views.ts'))}` : null),
  },
])
const island = second.renderPage(page(node('seat-map', 's', { seats: 3 })), testWish())
console.log(
  told(
    'second-tier application, its script',
    island.files.reduce((sum, { body }) => sum + squeezed(body), 0),
    30_000,
    'B',
  ),
)
