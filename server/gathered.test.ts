import { describe, expect, it } from 'vitest'
import { gathered } from './gathered'

/** Adds one at each of so many looks at the network. */
function arriving(turns: number): () => number {
  let count = 1
  const arrive = (left: number): void => {
    if (left === 0) return
    setImmediate(() => {
      count++
      arrive(left - 1)
    })
  }
  arrive(turns)
  return () => count
}

describe('waiting for what comes together', () => {
  it('goes on as long as each look brings more, and no longer', async () => {
    const count = arriving(5)
    await gathered(count, 100)
    expect(count()).toBe(6)
  })

  it('waits for no more than are enough', async () => {
    const count = arriving(50)
    await gathered(count, 10)
    expect(count()).toBeLessThan(15)
  })

  it('ends at once where nobody waits', async () => {
    await gathered(() => 0, 10)
  })
})
