import { onScopeDispose, shallowRef, watch, type ShallowRef, type WatchSource } from 'vue'
import { wordsOf } from './apiProblem'

export interface Asked<T> {
  readonly value: ShallowRef<T | null>
  /** The words of the last failure; empty when there was none. */
  readonly trouble: ShallowRef<string>
  readonly isLoading: ShallowRef<boolean>
  refresh(): Promise<void>
}

/** What the server says to one question: asked at once, again whenever `on` changes, and on `refresh`. Late answers to old questions are dropped. */
export function useAsked<T>(question: () => Promise<T>, on?: WatchSource): Asked<T> {
  const value = shallowRef<T | null>(null)
  const trouble = shallowRef('')
  const isLoading = shallowRef(false)
  let turn = 0

  async function refresh(): Promise<void> {
    const mine = ++turn
    isLoading.value = true
    try {
      const answer = await question()
      if (mine !== turn) return
      value.value = answer
      trouble.value = ''
    } catch (error) {
      if (mine === turn) trouble.value = wordsOf(error)
    }
    if (mine === turn) isLoading.value = false
  }

  if (on) watch(on, () => void refresh())
  onScopeDispose(() => turn++)
  void refresh()
  return { value, trouble, isLoading, refresh }
}
