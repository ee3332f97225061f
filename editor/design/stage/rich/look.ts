import type { ShallowRef } from 'vue'
import type { RichLine } from '../../../../schemas/richSchema'

export type Mark = 'bold' | 'italic' | 'underline' | 'strike'

/** How the selected letters look. */
export interface Look extends Readonly<Record<Mark, boolean>> {
  readonly list: 'bullet' | 'number' | null
  /** Empty: as the text around. */
  readonly colour: string
  readonly size: number | null
  readonly link: string
}

/** Formatted text that is being written. What is set holds for the selected letters. */
export interface RichWriter {
  readonly look: Readonly<ShallowRef<Look>>
  toggle(mark: Mark): void
  list(kind: 'bullet' | 'number'): void
  colour(colour: string | null): void
  size(px: number | null): void
  link(href: string | null): void
  /** Takes every mark and list away. */
  plain(): void
  focus(): void
  lines(): readonly RichLine[]
  close(): void
}
