/** What is open in this tab, one an activity. */
export interface OpenOnce<T> {
  /** The open one, or a fresh one; a failed opening is forgotten, so that the next asks again. */
  open(activity: string): Promise<T>
  /** The open one, without opening any. */
  current(activity: string): Promise<T | undefined>
  forget(activity: string): void
}

/** Opens something at most once an activity, whoever asks. */
export function openOnce<T>(load: (activity: string) => Promise<T>): OpenOnce<T> {
  const opened = new Map<string, Promise<T>>()
  return {
    open(activity) {
      const known = opened.get(activity)
      if (known) return known
      const opening = load(activity)
      opened.set(activity, opening)
      opening.catch(() => opened.delete(activity))
      return opening
    },
    current: async (activity) => opened.get(activity)?.catch(() => undefined),
    forget: (activity) => void opened.delete(activity),
  }
}
