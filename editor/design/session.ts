import { computed, shallowReactive, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { isSame } from '../../schemas/diff'
import type { Variable } from '../../schemas/page'
import type { PlayState } from '../../schemas/when'
import type { Locale } from '../../schemas/words'
import type { Clip } from '../document/commands/copyNodes'
import type { Style } from '../document/commands/copyStyle'

/** A line across the page: `x` stands upright. */
export interface Guideline {
  readonly axis: 'x' | 'y'
  readonly at: number
}

/** How the page is looked at. Neither saved nor undone. */
export interface Looking {
  /** px */
  width: number
  /** A factor; `fit` follows the window. */
  zoom: number | 'fit'
  locale: Locale
  /** Null: everything is shown, whatever its phase. */
  phase: string | null
  /** As whom the page is looked at: `segment/<id>`, `channel/<code>`, `new`, `returning`; null: everything is shown, whomever it is for. */
  as: string | null
  /** The state that widgets are shown in: a sample's name, or `published`. */
  state: string
  /** How single plays stand, and what variables hold; what is left out follows `state`, and is not set. */
  plays: { readonly [play: string]: PlayState }
  variables: { readonly [name: string]: Variable }
  /** The widgets' own controls work. */
  isPlaying: boolean
  /** The popup that is open for editing. */
  open: string | null
}

export interface DesignSession {
  readonly selected: Readonly<ShallowRef<readonly string[]>>
  /** The one selected node; null when none or several are. */
  readonly only: ComputedRef<string | null>
  readonly hovered: ShallowRef<string | null>
  readonly looking: Looking
  readonly clip: ShallowRef<Clip | null>
  /** The clip that was put on, or came from, the clipboard of all windows: when something else is there, it is no longer the latest. */
  readonly sharedClip: ShallowRef<Clip | null>
  /** A look that was copied. */
  readonly style: ShallowRef<Style | null>
  /** Lines that things snap to, at px of the page. */
  readonly guidelines: ShallowRef<readonly Guideline[]>
  /** Counts wishes to see what is selected as large as it fits. */
  readonly showWish: ShallowRef<number>
  /** A wish to see the selected node move; a new one each time. */
  readonly playWish: ShallowRef<{ readonly of: 'enter' | 'exit' }>
  /** Counts wishes to edit the first text of the selected node. */
  readonly editWish: ShallowRef<number>
  /** The node whose text is being written on the canvas. */
  readonly inline: ShallowRef<string | null>
  /** The node whose name is being edited in the outline. */
  readonly renaming: ShallowRef<string | null>
  select(ids: readonly string[]): void
  toggle(id: string): void
  isSelected(id: string): boolean
}

export function createSession(locale: Locale): DesignSession {
  const selected = shallowRef<readonly string[]>([])
  const set = computed(() => new Set(selected.value))
  return {
    selected,
    only: computed(() => (selected.value.length === 1 ? selected.value[0]! : null)),
    hovered: shallowRef(null),
    looking: shallowReactive<Looking>({
      width: 375,
      zoom: 'fit',
      locale,
      phase: null,
      as: null,
      state: 'ready',
      plays: {},
      variables: {},
      isPlaying: false,
      open: null,
    }),
    clip: shallowRef(null),
    sharedClip: shallowRef(null),
    style: shallowRef(null),
    guidelines: shallowRef([]),
    showWish: shallowRef(0),
    playWish: shallowRef({ of: 'enter' }),
    editWish: shallowRef(0),
    inline: shallowRef(null),
    renaming: shallowRef(null),
    select(ids) {
      if (!isSame(selected.value, ids)) selected.value = ids
    },
    toggle(id) {
      selected.value = set.value.has(id) ? selected.value.filter((one) => one !== id) : [...selected.value, id]
    },
    isSelected: (id) => set.value.has(id),
  }
}
