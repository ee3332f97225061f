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

/** `lingerMs`: how long an item may wait for others when there is no hurry; without it a batch is written as soon as nobody else is about to come. */
export function createBatcher<Item>(
  write: (items: readonly Item[]) => Promise<void>,
  { maxWaiting, maxBatch, lingerMs = 0 }: { maxWaiting: number; maxBatch: number; lingerMs?: number },
): Batcher<Item> {
  let waiting: Waiting<Item>[] = []
  let writing: Promise<void> | null = null
  let go = (): void => {}

  /** Until a batch is full, or has waited long enough. */
  async function lingered(): Promise<void> {
    if (waiting.length >= maxBatch) return
    let timer: NodeJS.Timeout | undefined
    await new Promise<void>((done) => {
      go = done
      timer = setTimeout(done, lingerMs)
    })
    clearTimeout(timer)
  }

  async function writeAll(): Promise<void> {
    while (waiting.length) {
      await (lingerMs ? lingered() : gathered(() => waiting.length, maxBatch))
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
      if (waiting.length >= maxBatch) go()
      return settled
    },
    room: () => maxWaiting - waiting.length,
    drained: async () => writing ?? undefined,
  }
}
