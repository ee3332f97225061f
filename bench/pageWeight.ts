import { brotliCompressSync, constants } from 'node:zlib'
import { loadRenderer } from '../tests/loadRenderer'
import { newYear } from '../server/templates/new-year/template'
import { fiveWidgets, testNow } from '../tests/fiveWidgets'
import { node, page, testWish } from '../tests/renderWorld'

/** Bytes in brotli 11 of what a phone gets: the HTML with all that is in it, and every file it may ask for later. */
const { renderPage } = await loadRenderer()

function squeezed(text: string): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
}

function weigh(name: string, drawn: ReturnType<typeof renderPage>, limits: { readonly all: number; readonly script: number }): void {
  const bare = drawn.html.replace(/<script>[^]*<\/script>/, '')
  const later = drawn.files.reduce((sum, { body }) => sum + squeezed(body), 0)
  const all = squeezed(drawn.html) + later
  const script = all - squeezed(bare)
  console.log(`${name}: ${all} B in ${1 + drawn.files.length} requests (${(all / limits.all).toFixed(2)} of ${limits.all}), of it script ${script} B (${(script / limits.script).toFixed(2)} of ${limits.script})`)
}

weigh('five widgets', renderPage(fiveWidgets(), testWish()), { all: 8000, script: 5000 })
weigh('text and picture only', renderPage(page(node('image', 'a', { src: 'asset:a', alt: 'x' }), node('text', 'b', { text: '新年快乐' })), testWish()), { all: 1200, script: 1 })
weigh('the New Year template', renderPage(newYear.page({ name: '新年活动', locale: 'zh-CN' }), testWish({ rules: newYear.rules(testNow) })), { all: 11_000, script: 6000 })
