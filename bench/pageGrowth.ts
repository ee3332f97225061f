import { brotliCompressSync } from 'node:zlib'
import { loadRenderer } from '../tests/loadRenderer'
import { manyNodes } from '../tests/manyNodes'
import { testWish } from '../tests/renderWorld'
import { told } from './limit'
import { median } from './median'

/** How a page grows with its nodes: bytes in brotli 11, and the CPU of rendering it once. Bytes are exact, times are this machine's. */
const { renderPage } = await loadRenderer()
const weigh = (text: string): number => brotliCompressSync(text).length

const pages = new Map([5, 50, 200, 500].map((count) => [count, renderPage(manyNodes(count), testWish())]))
const all = (count: number): number => weigh(html(count)) + pages.get(count)!.files.reduce((sum, { body }) => sum + weigh(body), 0)
const html = (count: number): string => pages.get(count)!.html

/** ms of CPU for one page, as a server that has published for a while renders it (the first hundreds take twice as long): the median of `rounds`. */
function renderMs(count: number, rounds = 15): number {
  const document = manyNodes(count)
  const once = (): number => {
    const before = process.cpuUsage()
    for (let i = 0; i < 4; i++) renderPage(document, testWish())
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 4000
  }
  for (let drawn = 0; drawn < 25_000; drawn += 4 * count) once()
  return median(Array.from({ length: rounds }, once))
}

console.log(told('50 nodes, first view', weigh(html(50)), 11_000, 'B'))
const large = html(200)
console.log(told('200 nodes, to the end of the first screen', weigh(large.slice(0, large.indexOf('data-n="p000"'))), 14_000, 'B'))
console.log(told('200 nodes, whole', weigh(large), 18_000, 'B'))
console.log(told('growth a node', (all(200) - all(50)) / 150, 70, 'B'))
console.log(told('rendering 50 nodes', renderMs(50), 2, 'ms CPU'))
console.log(told('rendering 500 nodes', renderMs(500), 10, 'ms CPU'))
