import { computed, shallowRef, type Ref, type ShallowRef } from 'vue'
import { applyDiff, diffDocuments, invertDiff, squashDiffs, type Diff } from '../../schemas/diff'
import type { RulesDocument } from '../../schemas/rules'
import { playKinds } from '../../widgets/rules'
import { draftPort, loadDraft } from '../api/documents'
import { createAutosave, type Autosave } from '../document/autosave'
import { openOnce } from '../document/openOnce'
import { withPlay } from './withPlay'

export interface RulesDraft extends Pick<Autosave<RulesDocument>, 'state' | 'refusal' | 'conflicts' | 'flush' | 'resolve'> {
  /** Never changed in place: every edit makes a new document. */
  readonly rules: Readonly<ShallowRef<RulesDocument>>
  readonly canUndo: Readonly<Ref<boolean>>
  readonly canRedo: Readonly<Ref<boolean>>
  /** Edits as one step that `undo` takes back. `step` joins it to the step before of the same name, so that a drag is one step. */
  edit(change: (rules: RulesDocument) => RulesDocument, step?: string): void
  undo(): void
  redo(): void
  /** Adds a play of a kind with its defaults. @returns its id, saved already, so that a widget may name it. */
  addPlay(kind: string): Promise<string>
}

const drafts = openOnce(load)

/** The one rules draft of an activity in this tab, whoever asks: the design and the rules tabs edit the same. @throws ApiProblem */
export function openRulesDraft(activity: string): Promise<RulesDraft> {
  return drafts.open(activity)
}

/** Forgets a draft that is saved, so that it is read anew next time. */
export async function closeRulesDraft(activity: string): Promise<void> {
  const draft = await drafts.current(activity)
  if (draft && (await draft.flush())) drafts.forget(activity)
}

async function load(activity: string): Promise<RulesDraft> {
  const draft = await loadDraft<RulesDocument>(activity, 'rules')
  return createRulesDraft(draft, (store) => createAutosave({ store, draft, port: draftPort(activity, 'rules') }))
}

interface Step {
  readonly name: string | undefined
  readonly diff: Diff
}

type Store = { document(): RulesDocument; adopt(document: RulesDocument): void }

/** The draft over a saved document: its undo steps, and how it is kept. */
export function createRulesDraft(draft: { readonly document: RulesDocument }, saver: (store: Store) => Autosave<RulesDocument>): RulesDraft {
  const rules = shallowRef(draft.document)
  const past = shallowRef<readonly Step[]>([])
  const future = shallowRef<readonly Step[]>([])
  const autosave = saver({ document: () => rules.value, adopt: (document) => void (rules.value = document) })

  function show(document: RulesDocument): void {
    rules.value = document
    autosave.touch()
  }

  function edit(change: (rules: RulesDocument) => RulesDocument, name?: string): void {
    const changed = change(rules.value)
    const diff = diffDocuments(rules.value, changed)
    if (diff.length === 0) return
    past.value = withStep(past.value, { name, diff })
    future.value = []
    show(changed)
  }

  function travel(from: ShallowRef<readonly Step[]>, to: ShallowRef<readonly Step[]>): void {
    const step = from.value[from.value.length - 1]
    if (!step) return
    from.value = from.value.slice(0, -1)
    const back = invertDiff(step.diff)
    to.value = [...to.value, { name: undefined, diff: back }]
    show(applyDiff(rules.value, back))
  }

  return {
    rules,
    edit,
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
    undo: () => travel(past, future),
    redo: () => travel(future, past),
    state: autosave.state,
    refusal: autosave.refusal,
    conflicts: autosave.conflicts,
    flush: autosave.flush,
    resolve: autosave.resolve,
    async addPlay(kind) {
      const { id, rules: added } = withPlay(rules.value, kind, playKinds)
      edit(() => added)
      await autosave.flush()
      return id
    },
  }
}

const mostSteps = 200

/** Adds a step; one of the same name as the last becomes part of it. */
function withStep(steps: readonly Step[], step: Step): readonly Step[] {
  const last = steps[steps.length - 1]
  if (last && step.name !== undefined && last.name === step.name) return [...steps.slice(0, -1), { name: step.name, diff: squashDiffs([last.diff, step.diff]) }]
  return [...steps, step].slice(-mostSteps)
}
