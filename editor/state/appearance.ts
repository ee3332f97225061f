import { defineStore } from 'pinia'
import { ref } from 'vue'

export type Appearance = 'light' | 'dark' | 'system'
const memory = 'festoon.appearance'

/** Light or dark, as chosen on this device. */
export const useAppearance = defineStore('appearance', () => {
  const kept = localStorage.getItem(memory)
  const choice = ref<Appearance>(kept === 'light' || kept === 'dark' ? kept : 'system')

  function apply(): void {
    if (choice.value === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = choice.value
  }

  function choose(chosen: Appearance): void {
    choice.value = chosen
    localStorage.setItem(memory, chosen)
    apply()
  }

  return { choice, apply, choose }
})
