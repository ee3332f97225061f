import type { Refused } from '../../schemas/play'
import { gathered } from '../gathered'
import type { Answer, Wish } from './wish'

/** What became of one wish of a batch: an answer, or the bug that stopped it. */
export type Settled = Answer | { readonly bug: unknown }

export interface LaneOptions {
  /**
   * Carries out one batch in one durable transaction. `take` gives the batch, the same one however often it is
   * called; the later the call, the more wishes have come together.
   */
  readonly commit: (take: () => readonly Wish[]) => Promise<readonly Settled[]>
  /** Whether a failed batch would fail again however it were cut: the store is out of reach. */
  readonly isOutage: (error: unknown) => boolean
  readonly now: () => number
  readonly maxBatch: number
  readonly maxQueue: number
}

export interface Lane {
  /** Answers when the wish is durable, or refused. `busy` when too many wait already. */
  submit(wish: Wish): Promise<Answer>
  /** Resolves when nothing waits. */
  idle(): Promise<void>
}

interface Waiting {
  readonly wish: Wish
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

const busyMs = 1000

/** Group commit without a timer: a batch is whatever came while the last one was being written. */
export function createLane({ commit, isOutage, now, maxBatch, maxQueue }: LaneOptions): Lane {
  const queue: Waiting[] = []
  let running: Promise<void> | null = null

  function submit(wish: Wish): Promise<Answer> {
    if (queue.length >= maxQueue) return Promise.resolve({ refused: busy() })
    return new Promise((resolve, reject) => {
      queue.push({ wish, resolve, reject })
      running ??= run()
    })
  }

  async function run(): Promise<void> {
    while (queue.length > 0) {
      await gathered(() => queue.length, maxBatch)
      let batch: Waiting[] | undefined
      await settle(() => (batch ??= queue.splice(0, maxBatch)))
    }
    running = null
  }

  async function settle(take: () => readonly Waiting[]): Promise<void> {
    try {
      const settled = await commit(() => take().map(({ wish }) => wish))
      take().forEach((waiting, i) => answer(waiting, settled[i]!))
    } catch (error) {
      await fail(take(), error)
    }
  }

  /** A batch that could not be written is cut into single wishes, so that only the culprit fails. */
  async function fail(batch: readonly Waiting[], error: unknown): Promise<void> {
    if (isOutage(error)) for (const { resolve } of batch) resolve({ refused: busy() })
    else if (batch.length === 1) batch[0]!.reject(error)
    else for (const waiting of batch) await settle(() => [waiting])
  }

  function busy(): Refused {
    return { refusal: 'busy', retryAt: now() + busyMs }
  }

  return { submit, idle: async () => running ?? undefined }
}

function answer({ resolve, reject }: Waiting, settled: Settled): void {
  if ('bug' in settled) reject(settled.bug)
  else resolve(settled)
}
