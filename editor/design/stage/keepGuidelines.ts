import { watch } from 'vue'
import type { Designer } from '../designer'
import type { Guideline } from '../session'

const mostKept = 64

/** Guidelines are this person's own: they stay on this device, for each activity. */
export function keepGuidelines({ activity, session }: Designer): void {
  const memory = `festoon.guidelines.${activity}`
  session.guidelines.value = remembered(memory)
  watch(session.guidelines, (lines) => localStorage.setItem(memory, JSON.stringify(lines.slice(-mostKept))))
}

function remembered(memory: string): readonly Guideline[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(memory) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isGuideline) : []
  } catch {
    return []
  }
}

function isGuideline(value: unknown): value is Guideline {
  const { axis, at } = (value ?? {}) as Partial<Guideline>
  return (axis === 'x' || axis === 'y') && typeof at === 'number' && Number.isFinite(at)
}
