import { shallowRef, type ShallowRef } from 'vue'
import type { SymbolHead } from '../../schemas/api/symbols'
import type { Frame } from '../../schemas/page'
import type { Bilingual } from '../../schemas/words'
import type { Place } from '../document/placing'
import type { Gap } from './gestures/gaps'
import type { Point, Rect } from './gestures/geometry'
import type { DragKeys } from './gestures/pointerDrag'
import type { Guide } from './gestures/snap'

/** What is on its way: a new widget or an instance of a symbol, or nodes of the page. */
export type Cargo =
  | { readonly kind: 'new'; readonly type: string; readonly symbol?: SymbolHead; readonly size?: { readonly w: number; readonly h: number } }
  /** `copies`: what lands are copies, and the nodes stay. */
  | { readonly kind: 'nodes'; readonly ids: readonly string[]; readonly copies?: boolean }

/** Where the cargo would land now. Rectangles are in the px of the surface that said so. */
export interface Drop {
  readonly surface: 'page' | 'outline'
  readonly place: Place
  /** Why it cannot land here; null: it can. */
  readonly reason: Bilingual | null
  readonly box: Rect
  /** The insertion line, in flow. */
  readonly line?: Rect
  /** Frames of what lands, in a free container, by id (`new` for a new widget). */
  readonly frames?: { readonly [id: string]: Frame }
  readonly ghosts?: readonly Rect[]
  readonly guides?: readonly Guide[]
  /** Equal gaps that it rests in, and how far it is to its neighbours. */
  readonly gaps?: readonly Gap[]
  readonly distances?: readonly Gap[]
}

export interface Drag {
  readonly cargo: Cargo
  readonly label: string
  /** In px of the window. */
  readonly at: Point
  readonly drop: Drop | null
}

/** A surface that cargo can land on. It answers null where the point is not its own. */
export type Landing = (cargo: Cargo, at: Point, grip: Grip, keys: DragKeys) => Drop | null

/** Where in the cargo's box the pointer took hold, in px of the page; null: a new widget, held by its middle. */
export type Grip = Point | null

export interface Dragging {
  /** Null while nothing is dragged. */
  readonly drag: Readonly<ShallowRef<Drag | null>>
  addLanding(landing: Landing): () => void
  begin(cargo: Cargo, label: string, at: Point, grip?: Grip): void
  /** With Alt a copy is dragged; with Ctrl or ⌘ it rests nowhere. */
  move(at: Point, keys?: DragKeys): void
  /** Ends the drag. @returns where the cargo landed; null: nowhere. */
  finish(): Drop | null
  cancel(): void
}

const noKeys: DragKeys = { shift: false, alt: false, mod: false }

/** One drag for palette, page and outline alike: each surface says what would happen at a point. */
export function createDragging(): Dragging {
  const drag = shallowRef<Drag | null>(null)
  const landings = new Set<Landing>()
  let held: Grip = null
  let pressed: DragKeys = noKeys

  function dropAt(cargo: Cargo, at: Point): Drop | null {
    for (const landing of landings) {
      const drop = landing(cargo, at, held, pressed)
      if (drop) return drop
    }
    return null
  }

  return {
    drag,
    addLanding(landing) {
      landings.add(landing)
      return () => landings.delete(landing)
    },
    begin(cargo, label, at, grip = null) {
      held = grip
      pressed = noKeys
      drag.value = { cargo, label, at, drop: dropAt(cargo, at) }
    },
    move(at, keys = pressed) {
      const now = drag.value
      pressed = keys
      if (!now) return
      const cargo = now.cargo.kind === 'nodes' ? { ...now.cargo, copies: keys.alt } : now.cargo
      drag.value = { ...now, cargo, at, drop: dropAt(cargo, at) }
    },
    finish() {
      const drop = drag.value?.drop ?? null
      drag.value = null
      return drop && !drop.reason ? drop : null
    },
    cancel() {
      drag.value = null
    },
  }
}
