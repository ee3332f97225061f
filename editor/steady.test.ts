import { expect, it } from 'vitest'
import { shallowRef, watchEffect } from 'vue'
import { steady } from './steady'

it('a steady value stays the very same while it reads the same, and tells nobody', () => {
  const source = shallowRef({ x: 1, y: 1 })
  const seen = steady(() => ({ box: { x: source.value.x } }))
  let told = 0
  watchEffect(() => (void seen.value, told++), { flush: 'sync' })
  const first = seen.value
  source.value = { x: 1, y: 2 }
  expect(seen.value).toBe(first)
  expect(told).toBe(1)
  source.value = { x: 2, y: 2 }
  expect(seen.value).toEqual({ box: { x: 2 } })
  expect(told).toBe(2)
})
