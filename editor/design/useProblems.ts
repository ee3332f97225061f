import { onScopeDispose, watch } from 'vue'
import { createChecker, type Checker } from '../../schemas/check'
import { playKinds } from '../../widgets/rules'
import { specs } from '../../widgets/specs'
import type { Designer } from './designer'

const settleMs = 400

/** Looks through page and rules a moment after each edit. The validators come with a file of their own, once the page stands. */
export function useProblems({ store, rules, problems }: Designer): void {
  let checker: Checker | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  async function check(): Promise<void> {
    checker ??= createChecker({ specs, kinds: playKinds, validators: (await import('virtual:festoon-validators')).validators })
    problems.value = checker.release(store.document(), rules.rules.value)
  }

  function soon(): void {
    clearTimeout(timer)
    timer = setTimeout(() => void check(), settleMs)
  }

  const stop = store.onChange(soon)
  watch(rules.rules, soon, { immediate: true })
  onScopeDispose(() => {
    stop()
    clearTimeout(timer)
  })
}
