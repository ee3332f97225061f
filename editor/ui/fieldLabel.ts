import { inject, onBeforeUnmount, provide, shallowRef, type InjectionKey, type ShallowRef } from 'vue'

/** What dragging a field's label sideways does. */
export interface LabelDrag {
  grab(event: PointerEvent): void
  drag(event: PointerEvent): void
  drop(): void
}

const key: InjectionKey<ShallowRef<LabelDrag | null>> = Symbol('field label')

/** For a field: what its control lets its label do; null while the control asks for nothing. */
export function offerLabel(): Readonly<ShallowRef<LabelDrag | null>> {
  const taken = shallowRef<LabelDrag | null>(null)
  provide(key, taken)
  return taken
}

/** For a control: makes the label of the field around it a handle. */
export function takeLabel(drag: LabelDrag): void {
  const label = inject(key, null)
  if (!label) return
  label.value = drag
  onBeforeUnmount(() => {
    if (label.value === drag) label.value = null
  })
}
