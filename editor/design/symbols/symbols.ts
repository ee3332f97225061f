import { computed, onScopeDispose, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import type { SymbolHead } from '../../../schemas/api/symbols'
import { applyDiff, squashDiffs } from '../../../schemas/diff'
import type { Frame, PageDocument, PageNode } from '../../../schemas/page'
import type { SymbolContent } from '../../../schemas/symbol'
import { childrenOf } from '../../../schemas/tree'
import { specs } from '../../../widgets/specs'
import { isProblem, wordsOf } from '../../api/apiProblem'
import { removeSymbol, saveSymbol } from '../../api/symbols'
import { detachInstance } from '../../document/commands/detachInstance'
import { gatherSymbol } from '../../document/commands/gatherSymbol'
import { insertSymbol } from '../../document/commands/insertSymbol'
import { linkInstance } from '../../document/commands/linkInstance'
import { resetInstance } from '../../document/commands/resetInstance'
import { resetOverride } from '../../document/commands/resetOverride'
import type { InstanceUpdate } from '../../document/commands/updateInstance'
import { updateInstances } from '../../document/commands/updateInstances'
import type { DocumentStore } from '../../document/documentStore'
import { Impossible } from '../../document/impossible'
import { whyNotInside, type Place } from '../../document/placing'
import { contentOf } from '../../document/symbols/contentOf'
import { instanceAround, instanceRoots } from '../../document/symbols/instance'
import { overridesOf, type Override } from '../../document/symbols/overridesOf'
import { t, told } from '../../i18n/t'
import type { RulesDraft } from '../../rules/rulesDraft'
import { confirm } from '../../ui/confirm'
import { toast } from '../../ui/toast'
import { placeAfter, type Edits } from '../edits'
import { playFor } from '../playFor'
import type { Finding } from '../problems/finding'
import type { DesignSession } from '../session'
import { stepNames } from '../stepNames'
import { useWholePage } from '../wholePage'
import { createShelf, type Shelf } from './shelf'
import { staleFindings } from './staleFindings'

/** The instance that the selected node belongs to. */
export interface CurrentInstance {
  readonly root: string
  /** Null: the team has no such symbol, or not any more. */
  readonly head: SymbolHead | null
  /** The version that it is at; null while that is on its way, or where there is none. */
  readonly base: { readonly number: number; readonly content: SymbolContent } | null
  readonly overrides: readonly Override[]
  readonly update: InstanceUpdate | null
}

/** A question about symbols that is open. */
export type SymbolQuestion =
  | { readonly kind: 'save'; readonly ids: readonly string[]; readonly name: string }
  | { readonly kind: 'rename'; readonly head: SymbolHead }
  | { readonly kind: 'uses'; readonly head: SymbolHead }

/** The team's symbols in this tab: what stands on the page of them, and what can be done with them. */
export interface Symbols {
  readonly shelf: Shelf
  readonly current: ComputedRef<CurrentInstance | null>
  /** The instances on the page whose symbols have a newer version. */
  readonly updates: ComputedRef<readonly InstanceUpdate[]>
  readonly findings: ComputedRef<readonly Finding[]>
  /** Whether a node is the root of an instance of a symbol that the team has. */
  isInstance(node: PageNode): boolean
  readonly question: ShallowRef<SymbolQuestion | null>
  /** Each answers whether it was done; why not is told to the reader. */
  save(ids: readonly string[], name: string): Promise<boolean>
  insert(head: SymbolHead, place?: Place, frame?: Frame): Promise<boolean>
  push(instance: CurrentInstance): Promise<boolean>
  rename(head: SymbolHead, name: string): Promise<boolean>
  remove(head: SymbolHead): Promise<boolean>
  update(updates: readonly InstanceUpdate[]): void
  reset(instance: CurrentInstance): void
  resetOne(instance: CurrentInstance, override: Override): void
  detach(root: string): void
}

interface Parts {
  readonly store: DocumentStore
  readonly session: DesignSession
  readonly edits: Edits
  readonly rules: RulesDraft
}

export function createSymbols({ store, session, edits, rules }: Parts): Symbols {
  const shelf = createShelf()
  const page = shallowRef(store.document())
  onScopeDispose(store.onChange(({ document }) => (page.value = document)))

  const linked = useWholePage(store, 'symbol')

  const headOf = (id: string): SymbolHead | null => shelf.heads.value?.find((head) => head.id === id) ?? null

  function updateFor({ nodes }: PageDocument, root: string): InstanceUpdate | null {
    const { id, version } = nodes[root]!.symbol!
    const head = headOf(id)
    if (!head || head.version === version) return null
    const [base, next] = [shelf.version(id, version), shelf.version(id, head.version)]
    return base && next ? { root, base: base.content, next: { version: next.version, content: next.content } } : null
  }

  const updates = computed(() => instanceRoots(linked.value.nodes).flatMap((root) => updateFor(linked.value, root) ?? []))

  const current = computed<CurrentInstance | null>(() => {
    const { nodes } = page.value
    const root = session.only.value === null ? null : instanceAround(nodes, session.only.value)
    const link = root === null ? undefined : nodes[root]!.symbol
    if (root === null || !link || !shelf.heads.value) return null
    const head = headOf(link.id)
    const base = (head && shelf.version(link.id, link.version)) ?? null
    return { root, head, base, overrides: base ? overridesOf(page.value, root, base.content) : [], update: updateFor(page.value, root) }
  })

  /** Asks the server, then looks at what it has; tells the reader what went wrong. */
  async function attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work()
      await shelf.refresh()
      return true
    } catch (error) {
      if (error instanceof Impossible) toast(told(error.reason), 'bad')
      else toast(isProblem(error, 'revision-stale') ? t('symbols.stale') : wordsOf(error), 'bad')
      if (isProblem(error, 'revision-stale')) await shelf.refresh().catch(() => {})
      return false
    }
  }

  return {
    shelf,
    current,
    updates,
    findings: computed(() => staleFindings(updates.value, page.value, headOf)),
    isInstance: ({ symbol }) => symbol !== undefined && headOf(symbol.id) !== null,
    question: shallowRef(null),

    save: (ids, name) =>
      attempt(async () => {
        // The same dice twice: what is kept is what the page gets, whatever else was edited in the meantime.
        const dice = Math.random()
        const gather = (document: PageDocument) => gatherSymbol(document, { ids, name, specs, random: () => dice })
        const first = gather(store.document())
        const { content, innerIds } = contentOf(applyDiff(store.document(), first.diff), first.root)
        const { id, version } = await saveSymbol({ id: newSymbolId(), name, content, revision: '0' })
        const isDone = edits.run(stepNames.symbolSave, (document) => {
          const { diff, root } = gather(document)
          return squashDiffs([diff, linkInstance(applyDiff(document, diff), { root, link: { id, version }, innerIds })])
        })
        if (isDone) session.select([first.root])
        toast(t('symbols.saved', { name }), 'good')
      }),

    insert: ({ id, version, type }, place = placeBeside(store.document(), session.only.value, type), frame) =>
      attempt(async () => {
        const { content } = await shelf.read(id, version)
        const plays = await playsFor(content)
        edits.run(stepNames.symbolInsert, (document) => {
          const made = insertSymbol(document, { content, link: { id, version }, place, specs, plays, ...(frame ? { frame } : {}) })
          session.select([made.id])
          return made.diff
        })
      }),

    push: ({ root, head, update }) =>
      attempt(async () => {
        if (!head) return
        // What others have pushed since comes in first, so that it is not undone.
        const catchUp = (document: PageDocument) => updateInstances(document, update ? [update] : [])
        const before = store.document()
        const { content, innerIds } = contentOf(applyDiff(before, catchUp(before)), root)
        const { id, version } = await saveSymbol({ id: head.id, name: head.name, content, revision: head.revision })
        edits.run(stepNames.symbolPush, (document) => {
          const caught = catchUp(document)
          return squashDiffs([caught, linkInstance(applyDiff(document, caught), { root, link: { id, version }, innerIds })])
        })
        toast(t('symbols.pushed', { name: head.name }), 'good')
      }),

    rename: ({ id, version, revision }, name) =>
      attempt(async () => {
        const { content } = await shelf.read(id, version)
        await saveSymbol({ id, name, content, revision })
      }),

    async remove(head) {
      const text = t('symbols.deleteText')
      if (!(await confirm({ title: t('symbols.deleteTitle', { name: head.name }), text, yes: t('symbols.delete'), danger: true }))) return false
      return attempt(() => removeSymbol(head))
    },

    update: (wanted) => void edits.run(stepNames.symbolUpdate, (document) => updateInstances(document, wanted)),
    reset({ root, base }) {
      if (base) edits.run(stepNames.symbolReset, (document) => resetInstance(document, { root, content: base.content }))
    },
    resetOne({ root, base }, override) {
      if (base) edits.run(stepNames.symbolReset, (document) => resetOverride(document, { root, content: base.content, override }))
    },
    detach: (root) => void edits.run(stepNames.symbolDetach, (document) => detachInstance(document, { root })),
  }

  /** A play for each kind that the symbol's widgets show; made where there is none. */
  async function playsFor({ nodes }: SymbolContent): Promise<{ readonly [kind: string]: string }> {
    const plays: { [kind: string]: string } = {}
    for (const type of new Set(Object.values(nodes).map((node) => node.type))) {
      const spec = specs[type]
      if (spec?.shows === undefined || spec.shows in plays) continue
      const play = await playFor(spec, rules)
      if (play !== undefined) plays[spec.shows] = play
    }
    return plays
  }
}

/** As for any widget, but never into another instance: after it. */
function placeBeside(document: PageDocument, selected: string | null, type: string): Place {
  const root = selected === null ? null : instanceAround(document.nodes, selected)
  const parent = root === null ? null : document.nodes[root]!.parent
  if (root === null || parent === null || whyNotInside(document, type, parent, specs)) return placeAfter(document, selected, type)
  const siblings = childrenOf(document.nodes, parent).map(({ id }) => id)
  return { parent, before: siblings[siblings.indexOf(root) + 1] ?? null }
}

function newSymbolId(): string {
  const part = (): string => Math.random().toString(36).slice(2, 9)
  return `sym-${part()}${part()}`
}
