import { gathered } from './gathered'

/** Gathers what comes in while the last batch is being written, and writes it as the next one. */
export interface Batcher<Item> {
  /** Settles with the batch that the item went into. Null: too much is waiting already, and the item was not taken. */
  add(item: Item): Promise<void> | null
  /** Room that is left. */
  room(): number
  /** Settles when everything taken so far is written. */
  drained(): Promise<void>
}

interface Waiting<Item> {
  readonly item: Item
  readonly done: () => void
  readonly failed: (error: unknown) => void
}

export function createBatcher<Item>(
  write: (items: readonly Item[]) => Promise<void>,
  { maxWaiting, maxBatch }: { maxWaiting: number; maxBatch: number },
): Batcher<Item> {
  let waiting: Waiting<Item>[] = []
  let writing: Promise<void> | null = null

  async function writeAll(): Promise<void> {
    while (waiting.length) {
      await gathered(() => waiting.length, maxBatch)
      const batch = waiting.slice(0, maxBatch)
      waiting = waiting.slice(maxBatch)
      try {
        await write(batch.map(({ item }) => item))
        for (const { done } of batch) done()
      } catch (error) {
        for (const { failed } of batch) failed(error)
      }
    }
    writing = null
  }

  return {
    add(item) {
      if (waiting.length >= maxWaiting) return null
      const settled = new Promise<void>((done, failed) => waiting.push({ item, done, failed }))
      writing ??= writeAll()
      return settled
    },
    room: () => maxWaiting - waiting.length,
    drained: async () => writing ?? undefined,
  }
}
