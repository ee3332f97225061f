import { inject, shallowRef, type InjectionKey, type ShallowRef } from 'vue'
import type { Peer } from '../../schemas/api/live'
import type { DocumentProblem } from '../../schemas/documentProblem'
import type { PageNode } from '../../schemas/page'
import { specs } from '../../widgets/specs'
import type { PageDraft } from '../document/pageDraft'
import type { DocumentStore } from '../document/documentStore'
import { t, told } from '../i18n/t'
import type { RulesDraft } from '../rules/rulesDraft'
import { createDragging, type Dragging } from './dragging'
import type { Box } from '../document/commands/framed'
import { createEdits, type Edits } from './edits'
import { createPanels, type Panels } from './panels'
import type { Finding } from './problems/finding'
import { createSession, type DesignSession } from './session'
import { createSymbols, type Symbols } from './symbols/symbols'

/** Everything that the parts of the design tab share. */
export interface Designer {
  readonly activity: string
  readonly store: DocumentStore
  readonly draft: PageDraft
  readonly rules: RulesDraft
  readonly session: DesignSession
  readonly edits: Edits
  readonly dragging: Dragging
  readonly symbols: Symbols
  /** Who else has this page open. */
  readonly peers: ShallowRef<readonly Peer[]>
  readonly panels: Panels
  /** Where nodes stand on the canvas now, in px of the design within their container. The canvas fills it in. */
  measure(container: string, ids: readonly string[]): ReadonlyMap<string, Box>
  /** Leaves for another place of the editor. The workspace fills it in. */
  visit(path: string): void
  /** Zooms by a factor around the middle of the view. The canvas fills it in. */
  zoomBy(factor: number): void
  /** How large the page is shown, 1 being its own size, whoever chose so. */
  readonly scale: ShallowRef<number>
  /** What is wrong with the page and its rules, a moment after the last edit. */
  readonly problems: ShallowRef<readonly DocumentProblem[]>
  /** Those, and everything else that could be better: what the problems panel lists. */
  readonly findings: ShallowRef<readonly Finding[]>
  /** What a visitor’s first request brings, compressed; 0: not weighed yet. */
  readonly bytes: ShallowRef<number>
}

export const designerKey: InjectionKey<Designer> = Symbol('designer')

/** The designer of the tab around. */
export function useDesigner(): Designer {
  const designer = inject(designerKey)
  if (!designer) throw new Error('This part works only inside the design tab.')
  return designer
}

export function createDesigner(activity: string, draft: PageDraft, rules: RulesDraft): Designer {
  const session = createSession(draft.store.document().locale)
  const edits = createEdits({ store: draft.store, session, rules })
  return {
    activity,
    draft,
    rules,
    session,
    store: draft.store,
    edits,
    symbols: createSymbols({ store: draft.store, session, edits, rules }),
    dragging: createDragging(),
    peers: shallowRef([]),
    panels: createPanels(),
    measure: () => new Map(),
    zoomBy: () => {},
    scale: shallowRef(1),
    visit: () => {},
    problems: shallowRef([]),
    findings: shallowRef([]),
    bytes: shallowRef(0),
  }
}

/** What a node is called: its own name, else its widget's title. */
export function nameOf(node: PageNode): string {
  return node.name ?? (node.parent === null ? t('design.page') : kindOf(node))
}

export function kindOf({ type }: PageNode): string {
  return specs[type] ? told(specs[type].title) : type
}
