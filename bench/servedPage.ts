import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { startProduct } from '../tests/product'
import { ask, cpuSeconds, hangUp } from './caller'
import { toldAtLeast } from './limit'
import { median } from './median'

/** CPU a page of a bare node:http that sends the same bytes, headers included, over that of the built product; in slices that take turns. */
const callers = 32
const sliceMs = 1000
const slices = 7

let lastHeaders: readonly string[] = []

async function get(url: string): Promise<Buffer> {
  const { body, headers } = await ask(url)
  lastHeaders = headers
  return body
}

/** The least that Node can do: one listener, one buffer. It tells its CPU seconds as the product's `/metrics` does. */
const bareProgram = `
const { createServer } = require('node:http')
const body = Buffer.from(process.env.BODY, 'base64')
const headers = JSON.parse(process.env.HEADERS)
createServer((request, response) => {
  if (request.url !== '/metrics') return response.writeHead(200, headers).end(body)
  const { user, system } = process.cpuUsage()
  response.end('process_cpu_seconds_total ' + (user + system) / 1e6)
}).listen(0, function () { console.log(this.address().port) })`

async function startBare(body: Buffer, sent: readonly string[]): Promise<{ url: string; stop: () => void }> {
  const child = spawn(process.execPath, ['-e', bareProgram], {
    env: { BODY: body.toString('base64'), HEADERS: JSON.stringify(sent) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [port] = (await once(child.stdout, 'data')) as [Buffer]
  return { url: `http://localhost:${port.toString().trim()}`, stop: () => child.kill() }
}

async function slice(url: string): Promise<{ us: number; rate: number }> {
  const before = await cpuSeconds(url)
  const started = performance.now()
  let pages = 0
  const caller = async (): Promise<void> => {
    while (performance.now() - started < sliceMs) {
      await get(`${url}/a/new-year`)
      pages++
    }
  }
  await Promise.all(Array.from({ length: callers }, caller))
  const seconds = (performance.now() - started) / 1000
  return { us: (((await cpuSeconds(url)) - before) * 1e6) / pages, rate: pages / seconds }
}

const product = await startProduct({ seed: true })
const bytes = await get(`${product.url}/a/new-year`)
// What Node adds by itself, it adds on both sides.
const sent = lastHeaders.filter((_, i) => !/^(date|connection|keep-alive)$/i.test(lastHeaders[i - (i % 2)]!))
const bare = await startBare(bytes, sent)
await Promise.all([slice(product.url), slice(bare.url)])
const ours: { us: number; rate: number }[] = []
const theirs: { us: number; rate: number }[] = []
for (let i = 0; i < slices; i++) {
  ours.push(await slice(product.url))
  theirs.push(await slice(bare.url))
}
const ratio = median(theirs.map(({ us }, i) => us / ours[i]!.us))
const told = (sides: typeof ours): string => `${Math.round(median(sides.map(({ us }) => us)))} µs CPU, ${Math.round(median(sides.map(({ rate }) => rate)))}/s`
console.log(`served page, ${bytes.length} bytes brotli: product ${told(ours)}; bare node:http ${told(theirs)}`)
console.log(toldAtLeast('bare node:http ÷ product, CPU a page', ratio, 0.9))
bare.stop()
hangUp()
await product.stop()
