import type { Frame } from '../../../schemas/page'
import { designWidth } from '../../../renderer/designWidth'
import type { CanvasFrame } from './canvasFrame'

/** Shows freely placed elements with other frames than they have, by inline style alone. */
export interface FrameLook {
  show(frames: { readonly [id: string]: Frame }): void
  /** Everything looks as before. */
  release(): void
}

/** `unit`: px of the page for one px of the design. */
export function frameLook(canvas: CanvasFrame, ids: readonly string[], unit: number): FrameLook {
  const held = ids.flatMap((id) => {
    const element = canvas.elementOf(id)
    return element ? [{ id, element, css: element.style.cssText }] : []
  })
  return {
    show(frames) {
      for (const { id, element, css } of held) if (frames[id]) element.style.cssText = `${css};${styleOf(frames[id], unit)}`
    },
    release() {
      for (const { element, css } of held) element.style.cssText = css
    },
  }
}

function styleOf({ x, y, w, h, rotate = 0 }: Frame, unit: number): string {
  return `left:${(x / designWidth) * 100}%;top:${y * unit}px;width:${(w / designWidth) * 100}%;height:${h * unit}px;transform:rotate(${rotate}deg)`
}
