import { describe, expect, it } from 'vitest'
import { createBatcher } from './batcher'

describe('a batcher', () => {
  it('writes together what comes with each look at the network, though the store answers at once', async () => {
    const batches: (readonly number[])[] = []
    const batcher = createBatcher<number>(async (items) => void batches.push(items), { maxWaiting: 100, maxBatch: 100 })
    await new Promise<void>((done) => {
      function come(i: number): void {
        if (i < 7) setImmediate(() => come(i + 1))
        const kept = batcher.add(i)
        if (i === 7) void kept?.then(done)
      }
      come(0)
    })
    expect(batches.flat()).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(batches.length).toBeLessThan(3)
  })

  it('waits for others as long as it may linger, and not with a full batch', async () => {
    const batches: (readonly number[])[] = []
    const batcher = createBatcher<number>(async (items) => void batches.push(items), { maxWaiting: 100, maxBatch: 4, lingerMs: 40 })
    for (const item of [1, 2]) void batcher.add(item)
    await new Promise((later) => setTimeout(later, 5))
    await batcher.add(3)
    expect(batches).toEqual([[1, 2, 3]])
    const patient = createBatcher<number>(async (items) => void batches.push(items), { maxWaiting: 100, maxBatch: 2, lingerMs: 600_000 })
    for (const item of [4, 5]) void patient.add(item)
    await patient.drained()
    expect(batches[1]).toEqual([4, 5])
  })

  it('tells each of a batch that failed, and goes on with the next', async () => {
    let isBroken = true
    const batcher = createBatcher<number>(
      async () => {
        if (isBroken) throw new Error('disk full')
      },
      { maxWaiting: 100, maxBatch: 100 },
    )
    const settled = await Promise.allSettled([batcher.add(1), batcher.add(2)])
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    isBroken = false
    await batcher.add(3)
    await batcher.drained()
  })

  it('takes no more than may wait', async () => {
    const batcher = createBatcher<number>(async () => {}, { maxWaiting: 2, maxBatch: 1 })
    const [first, second, third] = [batcher.add(1), batcher.add(2), batcher.add(3)]
    expect([first, second].map((one) => one === null)).toEqual([false, false])
    expect([third, batcher.room()]).toEqual([null, 0])
    await Promise.all([first, second])
    expect(batcher.room()).toBe(2)
  })
})
