import { onBeforeUnmount, onMounted } from 'vue'
import { knownAsset, remember } from '../../assets/known'
import { createUploads, type Uploads } from '../../assets/uploads'
import { t, told } from '../../i18n/t'
import { specs } from '../../../widgets/specs'
import { pictureProps } from '../clipboard'
import type { Designer } from '../designer'
import type { Drop } from '../dragging'

export interface PictureDrop {
  readonly uploads: Uploads
  over(event: DragEvent): void
  leave(): void
  drop(event: DragEvent): void
}

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false

/** Pictures that are dragged in from outside land as widgets: where they would is shown as for anything else that is dragged. */
export function usePictureDrop({ dragging, edits, store }: Designer): PictureDrop {
  const uploads = createUploads()
  const title = (): string => told(specs['image']?.title)

  async function land(files: readonly File[], { place, frames }: Drop): Promise<void> {
    const kept = await uploads.send(files)
    remember(kept)
    const { nodes } = store.document()
    const stays = place.parent in nodes
    for (const [i, asset] of kept.entries()) {
      const frame = frames?.['new']
      const own = frame && { ...frame, x: frame.x + i * 16, y: frame.y + i * 16, h: Math.max(1, Math.round((frame.w * asset.height) / asset.width)) }
      const before = place.before !== null && place.before in nodes ? place.before : null
      await edits.insert('image', stays ? { ...place, before } : undefined, own, pictureProps(knownAsset(`asset:${asset.id}`) ?? asset))
    }
  }

  /** A file that is let go beside the canvas must not take the editor's place. */
  function guard(event: DragEvent): void {
    if (hasFiles(event)) event.preventDefault()
  }
  onMounted(() => {
    window.addEventListener('dragover', guard)
    window.addEventListener('drop', guard)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('dragover', guard)
    window.removeEventListener('drop', guard)
  })

  return {
    uploads,
    over(event) {
      if (!hasFiles(event)) return
      event.preventDefault()
      const at = { x: event.clientX, y: event.clientY }
      if (dragging.drag.value) dragging.move(at)
      else dragging.begin({ kind: 'new', type: 'image' }, t('stage.dropPictures', { title: title() }), at)
    },
    leave: dragging.cancel,
    drop(event) {
      if (!hasFiles(event)) return
      event.preventDefault()
      if (!dragging.drag.value) dragging.begin({ kind: 'new', type: 'image' }, title(), { x: event.clientX, y: event.clientY })
      dragging.move({ x: event.clientX, y: event.clientY })
      const landed = dragging.finish()
      const files = Array.from(event.dataTransfer?.files ?? [])
      if (landed) void land(files, landed)
    },
  }
}
