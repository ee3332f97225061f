import type { Diff } from '../../../schemas/diff'
import type { Frame, PageDocument, PageNode } from '../../../schemas/page'
import { orderBetween } from '../../../schemas/order'
import { versionOf, type WidgetSpec } from '../../../schemas/widget'
import { Impossible } from '../impossible'
import { defaultFrame, layoutOf, ordersAround, whyNotInside, type Place, type Specs } from '../placing'

export interface Insertion {
  readonly id: string
  readonly spec: WidgetSpec
  readonly place: Place
  readonly specs: Specs
  /** Where it stands in a free container; absent: below everything there. Ignored where its siblings flow. */
  readonly frame?: Frame
  readonly play?: string
  /** In the stead of some of its defaults. */
  readonly props?: PageNode['props']
}

/** A new widget with its defaults. @throws Impossible where its container does not take it. */
export function insertNode(document: PageDocument, { id, spec, place, specs, frame, play, props }: Insertion): Diff {
  const reason = whyNotInside(document, spec.type, place.parent, specs)
  if (reason) throw new Impossible(reason)
  const isFree = layoutOf(document.nodes[place.parent], specs) === 'free'
  const node: PageNode = {
    id,
    type: spec.type,
    v: versionOf(spec),
    parent: place.parent,
    order: orderBetween(...ordersAround(document, place)),
    props: { ...spec.defaults, ...props },
    ...(play === undefined ? {} : { play }),
    ...(isFree ? { frame: frame ?? defaultFrame(document, place.parent, spec) } : {}),
  }
  return [{ at: ['nodes', id], is: node }]
}
