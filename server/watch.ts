/** Something that looks again and again for what is due, until it is stopped. */
export interface Watch {
  /** Starting what goes already changes nothing. */
  start(everyMs?: number): void
  stop(): void
}

/**
 * Looks every so many ms, never twice at once: the wait begins when a look has ended. A look that fails is told of, and the next one comes all the same.
 * The wall clock is for `look` to ask, each time: a timer for the whole wait would not notice it being set, or the machine asleep.
 */
export function createWatch(look: () => Promise<void>, { usualMs, failed }: { readonly usualMs: number; failed(error: unknown): void }): Watch {
  let timer: NodeJS.Timeout | undefined

  function wait(everyMs: number): void {
    timer = setTimeout(() => {
      look()
        .catch(failed)
        .finally(() => timer && wait(everyMs))
    }, everyMs)
    timer.unref()
  }

  return {
    start: (everyMs = usualMs) => {
      if (!timer) wait(everyMs)
    },
    stop() {
      clearTimeout(timer)
      timer = undefined
    },
  }
}
