import { openStage, newPlace, rulesOf, type Place } from '../server/engine/testing/stage'
import { median } from './median'

/** Durable draws per second with 64 callers: group commit over one transaction a draw, in slices that take turns. */
const callers = 64
const sliceMs = 1000
const slices = 5

async function drawsPerSecond(place: Place, maxBatch: number, slice: number): Promise<number> {
  const stage = await openStage(place, { maxBatch })
  const name = `b${maxBatch}-${slice}`
  await stage.release(name, rulesOf({ stock: 1_000_000, perDay: 1_000_000, winPpm: 300_000 }), { activity: name })
  const until = performance.now() + sliceMs
  let draws = 0
  async function caller(visitor: string): Promise<void> {
    while (performance.now() < until) {
      await stage.act(visitor, 'draw', { activity: name })
      draws++
    }
  }
  await Promise.all(Array.from({ length: callers }, (_, i) => caller(`v${i}`)))
  const seconds = (performance.now() - until + sliceMs) / 1000
  await stage.close()
  return draws / seconds
}

const place = await newPlace('sqlite')
const grouped: number[] = []
const single: number[] = []
for (let slice = 0; slice < slices; slice++) {
  grouped.push(await drawsPerSecond(place, 256, slice))
  single.push(await drawsPerSecond(place, 1, slice))
}
await place.remove()
const ratio = median(grouped.map((rate, i) => rate / single[i]!))
console.log(
  `durable draws, ${callers} callers: group commit ${Math.round(median(grouped))}/s, one transaction each ${Math.round(median(single))}/s, ratio ${ratio.toFixed(2)}`,
)
