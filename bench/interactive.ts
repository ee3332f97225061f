import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { RenderedPage } from '../renderer/renderPage'
import type { RawTab } from '../tests/debugPipe'
import { fiveWidgets, wellAnswer } from '../tests/fiveWidgets'
import { loadRenderer } from '../tests/loadRenderer'
import { startPhoneServer } from '../tests/phoneServer'
import { testWish } from '../tests/renderWorld'
import { median } from './median'
import { onSlowLine, openPhone, pause, scriptMs, settleMs, trace } from './tracedPhone'

/**
 * Script CPU of the five-widget page, and the time until its wheel reacts, over those of a hand-written page and of the same
 * page without script; in turns, on a phone's screen. The wheel is timed from the page's address to its request, on a line of
 * 1.6 Mbit/s that takes 150 ms, the processor not slowed, both pages alike. Most of the hand-written page's CPU goes into one
 * call that writes ten numbers by the browser's formatter: `sparing` is that page with its own way to write them.
 */
const turns = 9

/** Taps the wheel as soon as the page is read, and notes when its request leaves. */
const probe = `addEventListener('DOMContentLoaded', () => document.querySelector('[data-click=spin]').click())
const ask = fetch; window.fetch = (url, how) => (String(url).includes('plays/draw') && (window.reacted = window.reacted || performance.now()), ask(url, how))`

async function reactsMs(tab: RawTab, url: string): Promise<number> {
  const { identifier } = await tab.send<{ identifier: string }>('Page.addScriptToEvaluateOnNewDocument', { source: probe })
  await tab.send('Page.navigate', { url })
  await pause(settleMs)
  const reacted = await tab.evaluate<number>('window.reacted')
  await tab.send('Page.removeScriptToEvaluateOnNewDocument', { identifier })
  return reacted
}

const { renderPage } = await loadRenderer()
const product = renderPage(fiveWidgets(), testWish())
const still: RenderedPage = { ...product, html: product.html.replace(/<script>[^]*<\/script>/, ''), files: [] }
const floor: RenderedPage = {
  html: readFileSync(resolve(import.meta.dirname, 'floor.html'), 'utf8'),
  csp: "default-src 'self' 'unsafe-inline' data:",
  files: [],
  problems: [],
}
const sparing: RenderedPage = {
  ...floor,
  html: floor.html.replace("row.score.toLocaleString('zh-CN')", "String(row.score).replace(/\\B(?=(\\d{3})+$)/g, ',')"),
}
if (sparing.html === floor.html) throw new Error('The hand-written page writes its numbers in another way.')
const sides = await Promise.all(
  Object.entries({ floor, product, still, sparing }).map(async ([name, page]) => ({
    name,
    server: await startPhoneServer(page, wellAnswer),
    cpu: [] as number[],
    reacts: [] as number[],
  })),
)
const tab = await openPhone()
// A browser does things of its own when it starts.
await pause(3000)
for (let turn = 0; turn <= turns; turn++) {
  for (const { name, server, cpu, reacts } of sides) {
    const used = scriptMs(await trace(tab, server.url), server.url)
    const reacted = name === 'floor' || name === 'product' ? await onSlowLine(tab, () => reactsMs(tab, server.url)) : 0
    // The first turn warms the browser up.
    if (turn === 0) continue
    cpu.push(used)
    reacts.push(reacted)
  }
}
await tab.close()
for (const { server } of sides) await server.close()
const [ofFloor, ofProduct, ofStill, ofSparing] = sides.map(({ cpu, reacts }) => ({ cpu: median(cpu), reacts: median(reacts) }))
const told = (n: number): string => n.toFixed(2)
console.log(`script CPU, ${turns} turns: floor ${told(ofFloor!.cpu)} ms, product ${told(ofProduct!.cpu)} ms, without script ${told(ofStill!.cpu)} ms`)
console.log(
  `product ÷ floor ${told(ofProduct!.cpu / ofFloor!.cpu)}, net of the page without script ${told((ofProduct!.cpu - ofStill!.cpu) / (ofFloor!.cpu - ofStill!.cpu))} (limit 2.00); product ÷ without script ${told(ofProduct!.cpu / ofStill!.cpu)}`,
)
console.log(
  `against the hand-written page without the browser's formatter (${told(ofSparing!.cpu)} ms), net: ${told((ofProduct!.cpu - ofStill!.cpu) / (ofSparing!.cpu - ofStill!.cpu))}`,
)
console.log(
  `wheel reacts at 1.6 Mbit/s, 150 ms: floor ${told(ofFloor!.reacts)} ms, product ${told(ofProduct!.reacts)} ms, ratio ${told(ofProduct!.reacts / ofFloor!.reacts)} (limit 1.25)`,
)
