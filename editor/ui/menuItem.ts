import type { Component } from 'vue'

/** One line of a menu: something to do, a heading, or a dividing line. */
export type MenuItem =
  | 'line'
  | { readonly heading: string }
  | {
      readonly label: string
      readonly act: () => void
      readonly hint?: string
      /** The shortcut that does the same. */
      readonly keys?: string
      readonly icon?: Component
      readonly danger?: boolean
      readonly disabled?: boolean
      readonly checked?: boolean
    }
