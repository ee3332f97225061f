import type { Component } from 'vue'

/** One line of a command palette. */
export interface CommandItem {
  readonly id: string
  readonly label: string
  readonly icon?: Component
  readonly hint?: string
  /** Listed, so that people know it is there, but not to be had now. */
  readonly disabled?: boolean
  /** The keys that do the same. */
  readonly keys?: readonly string[]
}
