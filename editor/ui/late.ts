import { defineComponent, h, shallowRef, watch, type Component } from 'vue'
import ELost from './ELost.vue'
import EWaiting from './EWaiting.vue'

type Load<C> = () => Promise<{ readonly default: C }>

const parts: Load<Component>[] = []

/** A part of a view that is fetched when it is first shown. Where it cannot be had, its place says so and offers to try again. */
export function latePart<C extends Component>(load: Load<C>): C {
  parts.push(load)
  return late(load, false)
}

/** Fetches the parts that are known by now, one after another, so that they are here when the network is gone. */
export async function bringParts(): Promise<void> {
  for (const load of parts) await load().catch(() => {})
}

/** The same for a dialog: fetched when it is first opened, and kept from then on. */
export function lateDialog<C extends Component>(load: Load<C>): C {
  return late(load, true)
}

function late<C extends Component>(load: Load<C>, isDialog: boolean): C {
  const known = shallowRef<C | null>(null)
  const part = defineComponent({
    inheritAttrs: false,
    // Without a type `open` stays what it is: undefined where nobody says it.
    props: { open: { type: null, default: undefined } },
    emits: ['update:open'],
    setup(props, { attrs, slots, emit }) {
      const isLost = shallowRef(false)
      const close = (): void => emit('update:open', false)
      async function bring(): Promise<void> {
        isLost.value = false
        try {
          known.value = (await load()).default
        } catch {
          isLost.value = true
        }
      }
      watch(
        () => props.open !== false,
        (isWanted) => void (isWanted && !known.value && bring()),
        { immediate: true },
      )
      return () => {
        if (known.value)
          return h(
            known.value,
            { ...attrs, ...(props.open === undefined ? {} : { 'open': props.open as boolean, 'onUpdate:open': (open: boolean) => emit('update:open', open) }) },
            slots,
          )
        if (props.open === false) return null
        return isLost.value ? h(ELost, { isDialog, onRetry: bring, onClose: close }) : h(EWaiting, { isDialog })
      }
    },
  })
  // It takes and gives what the part does; only when differs.
  return part as unknown as C
}
