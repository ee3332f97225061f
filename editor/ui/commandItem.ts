import type { Component } from 'vue'

/** One line of a command palette. */
export interface CommandItem {
  readonly id: string
  readonly label: string
  readonly icon?: Component
  readonly hint?: string
  /** The keys that do the same. */
  readonly keys?: readonly string[]
}
