import { startProduct } from '../tests/product'
import { ask, cpuSeconds, hangUp } from './caller'
import { told } from './limit'
import { median } from './median'

/** What the server's process spends on the events that visitors' pages send, from the request to the tables that reports read. */
const callers = 48
const batches = 20
const turns = 5

const product = await startProduct({ seed: true })
const page = `${product.url}/a/new-year`
const names = ['page_view', 'exposure', 'exposure', 'exposure', 'exposure', 'act', 'click', 'share']

async function newVisitor(): Promise<string> {
  const { headers } = await ask(`${page}/me`)
  return headers[headers.findIndex((name) => name.toLowerCase() === 'set-cookie') + 1]!.split(';')[0]!
}

async function send(Cookie: string, batch: string): Promise<void> {
  const events = names.map((name, i) => ({ id: `bench-${batch}-${i}`, name, at: Date.now(), ...(i ? { node: `node-${i}` } : {}) }))
  const { status, body } = await ask(`${page}/events`, {
    method: 'POST',
    headers: { Cookie, 'Content-Type': 'application/json' },
    body: JSON.stringify({ events }),
  })
  if (status !== 202) throw new Error(`Events were answered ${status}: ${body.toString()}`)
}

/** µs of the server's CPU, each of what `all` asks for so many times; what is still being written then is theirs too. */
async function cost(all: () => Promise<unknown>, times: number): Promise<number> {
  const before = await cpuSeconds(product.url)
  await all()
  await new Promise((done) => setTimeout(done, 1000))
  return (((await cpuSeconds(product.url)) - before) * 1e6) / times
}

const asCallers = (work: (caller: number, i: number) => Promise<unknown>): Promise<unknown> =>
  Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      for (let i = 0; i < batches; i++) await work(caller, i)
    }),
  )

/** Each batch is of a visitor of its own, as it is in a rush. */
async function turn(number: number): Promise<{ event: number; request: number }> {
  const cookies: string[] = []
  for (let n = 0; n < callers * batches; n += callers) cookies.push(...(await Promise.all(Array.from({ length: callers }, newVisitor))))
  const sending = (): Promise<unknown> => asCallers((caller, i) => send(cookies[i * callers + caller]!, `${number}-${caller}-${i}`))
  const event = await cost(sending, callers * batches * names.length)
  const request = await cost(() => asCallers(() => ask(`${product.url}/healthz`)), callers * batches)
  return { event, request }
}

const costs: { event: number; request: number }[] = []
for (let i = 0; i <= turns; i++) {
  const measured = await turn(i)
  // The first turn warms the server up.
  if (i > 0) costs.push(measured)
}
const event = median(costs.map((one) => one.event))
const request = median(costs.map((one) => one.request))
console.log(`an event ${event.toFixed(1)} µs CPU, in batches of ${names.length} over HTTP; a request that does nothing ${request.toFixed(0)} µs`)
console.log(told('an event, its share of the request aside, CPU', event - request / names.length, 10, 'µs'))
hangUp()
await product.stop()
