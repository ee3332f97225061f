import { startProduct } from '../tests/product'
import { ask, cpuSeconds, hangUp } from './caller'
import { told, toldAtLeast } from './limit'
import { median, percentile } from './median'

/** Draws over HTTP, each durable before it is answered, beside `/healthz` and the page of the same process; in slices that take turns. */
const callers = 48
const each = 30
const slices = 5

interface Slice {
  readonly rate: number
  readonly p99: number
  /** Microseconds of the server's CPU. */
  readonly us: number
}

async function slice(wish: (i: number) => Promise<unknown>): Promise<Slice> {
  const before = await cpuSeconds(product.url)
  const started = performance.now()
  const took: number[] = []
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      for (let i = 0; i < each; i++) {
        const asked = performance.now()
        // In the order in which the visitors came.
        await wish(i * callers + caller)
        took.push(performance.now() - asked)
      }
    }),
  )
  const seconds = (performance.now() - started) / 1000
  return { rate: took.length / seconds, p99: percentile(took, 0.99), us: (((await cpuSeconds(product.url)) - before) * 1e6) / took.length }
}

const product = await startProduct({ seed: true })
const page = `${product.url}/a/new-year`

async function newVisitor(): Promise<string> {
  const { headers } = await ask(`${page}/me`)
  return headers[headers.findIndex((name) => name.toLowerCase() === 'set-cookie') + 1]!.split(';')[0]!
}

async function draw(Cookie: string): Promise<void> {
  const headers = { Cookie, 'Content-Type': 'application/json', 'Idempotency-Key': 'bench-key-1' }
  const { status, body } = await ask(`${page}/plays/new-year-draw/draw`, { method: 'POST', headers, body: '{"input":{}}' })
  if (status !== 200) throw new Error(`A draw was answered ${status}: ${body.toString()}`)
}

const health: Slice[] = []
const pages: Slice[] = []
const draws: Slice[] = []
for (let i = 0; i <= slices; i++) {
  const cookies: string[] = []
  for (let n = 0; n < callers * each; n += callers) cookies.push(...(await Promise.all(Array.from({ length: callers }, newVisitor))))
  const three = [await slice(() => ask(`${product.url}/healthz`)), await slice(() => ask(page)), await slice((n) => draw(cookies[n]!))] as const
  // The first turn warms the server up.
  if (i > 0) for (const [k, list] of [health, pages, draws].entries()) list.push(three[k]!)
}
const line = (name: string, list: readonly Slice[]): string =>
  `${name} ${Math.round(median(list.map(({ rate }) => rate)))}/s, p99 ${median(list.map(({ p99 }) => p99)).toFixed(1)} ms, ${Math.round(median(list.map(({ us }) => us)))} µs CPU`
console.log(`${callers} callers: ${[line('healthz', health), line('page', pages), line('draw', draws)].join('; ')}`)
console.log(toldAtLeast('durable draws ÷ healthz, rate', median(draws.map(({ rate }, i) => rate / health[i]!.rate)), 0.35))
console.log(told('draw ÷ page, p99', median(draws.map(({ p99 }, i) => p99 / pages[i]!.p99)), 5))
hangUp()
await product.stop()
