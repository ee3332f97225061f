import type { Json } from '../../schemas/play'
import type { Host, Scene, Trouble } from '../../widgets/host'
import type { Acting, AnyView } from '../../widgets/view'
import { morph } from './morph'

/** What a woken widget asks of the page around it. */
export interface Surroundings {
  scene(): Omit<Scene, 'trouble'>
  readonly host: Host
  /** What a failure is to the visitor; reports what is not a refusal. */
  troubleOf(error: unknown): Trouble
  /** Is told of all that an act does, until it is done. */
  during(work: Promise<unknown>): void
  /** The note under a widget that cannot be drawn (HTML). */
  readonly fallback: string
}

/** A widget that reacts. */
export interface Awake {
  readonly ticks: boolean
  draw(): void
  /** Runs a named act; false when the view has none of that name. */
  act(name: string, target?: HTMLElement): boolean
  /** Does again what failed last, or else fetches anew. */
  retry(): void
  sleep(): void
}

type Anything = Acting<unknown, { [name: string]: unknown }, Json, Json, string>

/**
 * Lets a drawn widget react. A failing act becomes the scene's trouble; a failing `html` leaves the last good
 * drawing in its place with a note below it. Neither reaches the rest of the page.
 */
export function wake(element: HTMLElement, view: AnyView, props: unknown, around: Surroundings): Awake {
  let state: { [name: string]: unknown } = view.state ? { ...view.state(props) } : {}
  let trouble: Trouble | null = null
  let drawn = ''
  let failed: (() => void) | null = null
  let stop: void | (() => void)

  const scene = (): Scene => ({ ...around.scene(), trouble })
  const fence = (): void => {
    if (!element.querySelector('[data-key=fence]')) element.insertAdjacentHTML('beforeend', around.fallback)
  }
  const draw = (): void => {
    if (view.rests) return
    try {
      const { text } = view.html(props, state, scene())
      if (text !== drawn) morph(element, text)
      drawn = text
    } catch (error) {
      drawn = ''
      around.troubleOf(error)
      fence()
    }
  }
  const fail = (error: unknown): void => {
    trouble = around.troubleOf(error)
    draw()
  }
  const acting = (target?: HTMLElement): Anything =>
    ({
      props,
      element,
      scene,
      host: around.host,
      target,
      state: () => state,
      set(change) {
        state = { ...state, ...change }
        draw()
      },
    }) as Anything
  const attempt = (run: () => unknown): void => {
    failed = null
    // A promise made from the call catches what is thrown at once as well as what is thrown later.
    around.during(
      new Promise((settle) => settle(run())).catch((error) => {
        failed = () => attempt(run)
        fail(error)
      }),
    )
  }
  const calm = (): void => {
    if (!trouble) return
    trouble = null
    draw()
  }
  if (view.start) attempt(() => (stop = view.start!(acting())))
  return {
    ticks: Boolean(view.ticks),
    draw,
    act(name, target) {
      const run = view.act && view.act[name]
      if (!run) return false
      calm()
      attempt(() => run(acting(target)))
      return true
    },
    retry() {
      const again = failed
      calm()
      if (again) again()
      else around.host.refresh()
    },
    sleep() {
      if (stop) stop()
    },
  }
}
