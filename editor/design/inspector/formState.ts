import { inject, provide, shallowRef, watch, type InjectionKey, type ShallowRef } from 'vue'
import type { Looking } from '../session'

/** How the inspector's form is used just now. It outlives the choice of a node, and is neither saved nor undone. */
export interface FormState {
  /** The phase that changes are made for; null: all of them. */
  readonly phase: Readonly<ShallowRef<string | null>>
  readonly search: ShallowRef<string>
  /** Only what differs from the default. */
  readonly onlyChanged: ShallowRef<boolean>
  /** Makes changes for one phase, and shows the page as it is then. */
  editFor(phase: string | null): void
}

const key: InjectionKey<FormState> = Symbol('form state')

export function provideFormState(looking: Looking): FormState {
  const phase = shallowRef<string | null>(null)
  const state: FormState = {
    phase,
    search: shallowRef(''),
    onlyChanged: shallowRef(false),
    editFor(wanted) {
      phase.value = wanted
      looking.phase = wanted
    },
  }
  // Whoever looks at another phase must not go on changing this one unseen.
  watch(
    () => looking.phase,
    (shown) => {
      if (shown !== phase.value) phase.value = null
    },
  )
  provide(key, state)
  return state
}

export function useFormState(): FormState {
  const state = inject(key)
  if (!state) throw new Error('This part works only inside the inspector.')
  return state
}
