import { reactive, watch, type Ref } from 'vue'
import type { Conflict } from '../../../schemas/merge'

/** Whose change is to stay, by place. */
export type Choices = { [place: string]: 'mine' | 'theirs' }

export const keyOf = ({ at }: Conflict): string => at.join('/')

/** A choice for each of the places, which starts with one side. */
export function useChoices(conflicts: Readonly<Ref<readonly Conflict[]>>, first: 'mine' | 'theirs'): Choices {
  const chosen = reactive<Choices>({})
  watch(conflicts, (found) => found.forEach((conflict) => (chosen[keyOf(conflict)] ??= first)), { immediate: true })
  return chosen
}
