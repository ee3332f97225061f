import { computed, onBeforeUnmount, onMounted, watch, type Ref } from 'vue'
import type { CanvasOrder, Look } from '../../../renderer/canvas/canvasMessages'
import { specs } from '../../../widgets/specs'
import type { Change } from '../../document/documentStore'
import { connectCanvas } from './canvasFrame'
import { stillsOf } from './stillsOf'
import { visitorAs } from './visitorAs'
import type { Ground } from './ground'

/** Keeps the frame's page the same as the document, looked at as the session says. `height`: how high the page is, in its own px. */
export function useCanvas({ designer: { store, session, rules }, canvas, iframe, moved }: Ground, height: Ref<number>, onMoved: () => void): void {
  const { looking } = session
  const stills = computed(() => stillsOf(rules.rules.value))
  const look = (): Look => ({
    locale: looking.locale,
    phase: looking.phase,
    as: visitorAs(looking.as),
    samples: { '*': looking.state },
    plays: looking.plays,
    stills: stills.value,
    variables: looking.variables,
    open: looking.open,
  })
  const send = (order: CanvasOrder): void => canvas.value?.send(order)

  function begin(): void {
    send({ kind: 'load', page: store.document(), schedule: rules.rules.value.schedule, look: look() })
    if (looking.isPlaying) send({ kind: 'play', on: true })
  }

  function follow({ touched, document }: Change): void {
    const nodes = [...touched.nodes].map((id) => [id, document.nodes[id] ?? null] as const)
    send({ kind: 'change', nodes, ...(touched.page ? { theme: document.theme } : {}) })
  }

  onMounted(() => {
    canvas.value = connectCanvas(iframe.value!, {
      ready: begin,
      moved(newHeight) {
        if (newHeight !== undefined && !looking.open) height.value = newHeight
        onMoved()
        moved()
      },
    })
  })
  const stop = store.onChange(follow)
  onBeforeUnmount(() => {
    stop()
    canvas.value?.close()
  })

  watch(look, (now) => send({ kind: 'look', ...now }), { deep: true })
  watch(
    () => looking.isPlaying,
    (on) => send({ kind: 'play', on }),
  )
  watch(
    () => rules.rules.value.schedule,
    (schedule) => send({ kind: 'change', schedule }),
  )

  /** What stands in a popup can only be seen while the popup is open, and all else while it is closed. */
  function popupAround(id: string): string | null {
    for (let node = store.document().nodes[id]; node; node = store.document().nodes[node.parent ?? '']) if (specs[node.type]?.overlay) return node.id
    return null
  }
  watch(
    session.only,
    (id) => {
      if (id !== null) looking.open = popupAround(id)
    },
    // What the address names is selected before its page stands.
    { immediate: true },
  )
}
