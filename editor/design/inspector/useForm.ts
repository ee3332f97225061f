import { computed, type ComputedRef } from 'vue'
import { applyDiff, squashDiffs } from '../../../schemas/diff'
import type { DocumentProblem } from '../../../schemas/documentProblem'
import type { PageNode } from '../../../schemas/page'
import type { JsonSchema } from '../../../schemas/schema'
import type { Bilingual } from '../../../schemas/words'
import { specs } from '../../../widgets/specs'
import { knownAsset } from '../../assets/known'
import { setLayout } from '../../document/commands/setLayout'
import { setProps } from '../../document/commands/setProps'
import type { Layout } from '../../document/placing'
import { said, t, told } from '../../i18n/t'
import { useDesigner } from '../designer'
import { steady } from '../../steady'
import { stepNames } from '../stepNames'
import type { Override } from '../../document/symbols/overridesOf'
import { isShown } from './controlOf'
import { formField, isFound, valueOf, type FormField } from './formField'
import { useFormState } from './formState'

/** The properties of some nodes as fields: what each shows, what is wrong with it, and the way to change it. */
export interface Form {
  schemaOf(name: string): JsonSchema
  field(name: string): FormField
  troubleOf(name: string, severity: DocumentProblem['severity']): string | undefined
  /** In what the one node of an instance differs from its symbol there. */
  overrideOf(name: string): Override | undefined
  /** Of some names those that are to be seen, by the search, the state of the others, and what is wrong. */
  shown(names: readonly string[]): string[]
  /** `stroke` names the text or number that is being typed or dragged; other changes are undo steps of their own. */
  change(name: string, value: unknown, stroke?: string): void
  /** A value for each node. */
  changeEach(name: string, values: readonly unknown[], stroke: string): void
  /** Back to the default; in a phase, back to what holds in all. */
  reset(name: string): void
  /** Takes away what a phase has of its own. */
  drop(name: string, phase: string): void
  phaseName(phase: string): string
  readonly isFiltered: ComputedRef<boolean>
}

export function useForm(nodes: () => readonly PageNode[], schema: () => JsonSchema): Form {
  const designer = useDesigner()
  const { edits, problems, rules, symbols } = designer
  const { phase, search, onlyChanged } = useFormState()

  const schemaOf = (name: string): JsonSchema => schema().properties?.[name] ?? {}
  const ids = (): string[] => nodes().map(({ id }) => id)
  const field = (name: string): FormField => formField(nodes(), name, { specs, phase: phase.value })
  const own = steady(() => {
    const chosen = new Set(ids())
    return problems.value.filter(({ node }) => node !== undefined && chosen.has(node))
  })

  function phaseName(id: string): string {
    const known = rules.rules.value.schedule.phases.find((one) => one.id === id)
    return (known && said(known.title)) || id
  }

  function troubleOf(name: string, severity: DocumentProblem['severity']): string | undefined {
    const chosen = phase.value
    const isOwn = chosen !== null && field(name).phases.includes(chosen)
    for (const { path, message, severity: its } of own.value) {
      const [, of, at] = /^(?:\/byPhase\/([^/]+))?\/props\/([^/]+)/.exec(path) ?? []
      if (its !== severity || at !== name) continue
      if (isOwn ? of === chosen : of === undefined) return told(message)
      if (chosen === null && of !== undefined) return t('inspector.overrideTrouble', { phase: phaseName(of), text: told(message) })
    }
    return undefined
  }

  function overrideOf(name: string): Override | undefined {
    const [only, ...others] = ids()
    if (others.length) return undefined
    return symbols.current.value?.overrides.find((one) => one.kind === 'value' && one.node === only && one.at[0] === 'props' && one.at[1] === name)
  }

  function isOwn(name: string): boolean {
    const { isChanged, phases } = field(name)
    return isChanged || phases.length > 0 || overrideOf(name) !== undefined
  }

  function shown(names: readonly string[]): string[] {
    return names.filter((name) => {
      const one = schemaOf(name)
      // What is wrong must be seen, even where the other properties leave it without effect.
      const isAsked = nodes().some((node) => isShown(one, valuesFor(node, one, phase.value))) || troubleOf(name, 'error') !== undefined
      return isAsked && isFound(search.value, name, one) && (!onlyChanged.value || isOwn(name))
    })
  }

  const stepOf = (name: string): Bilingual => stepNames.change(schemaOf(name).title ?? { zh: name, en: name })
  const mergeOf = (name: string, of: string | null, stroke: string): string => [ids().join(), of ?? '', name, stroke].join('/')

  function run(name: string, change: { value: unknown; phase: string | null }, stroke?: string): void {
    const merge = stroke === undefined ? undefined : mergeOf(name, change.phase, stroke)
    edits.run(stepOf(name), (document) => setProps(document, { ids: ids(), name, ...change }), merge)
  }

  function runEach(name: string, values: readonly unknown[], stroke: string): void {
    const of = ids()
    const change = (i: number) => ({ name, value: values[i] ?? undefined, phase: phase.value })
    edits.run(stepOf(name), (document) => of.flatMap((id, i) => setProps(document, { ids: [id], ...change(i) })), mergeOf(name, phase.value, stroke))
  }

  /** Another picture begins with the point that its own maker found to matter most, or with none; and room is kept for its size. */
  function choosePicture(name: string, value: unknown): void {
    const asset = knownAsset(value)
    const room = asset && name === 'src' && phase.value === null ? { width: asset.width, height: asset.height } : {}
    const follows = Object.entries({ [name]: value, [focusOf(schema(), name)!]: asset?.focus, ...room })
    edits.run(stepOf(name), (document) => {
      let now = document
      const steps = follows.map(([prop, is]) => {
        const diff = setProps(now, { ids: ids(), name: prop, value: is, phase: phase.value })
        now = applyDiff(now, diff)
        return diff
      })
      return squashDiffs(steps)
    })
  }

  /** Containers change their layout with what they hold, which stays where it is seen. */
  function relay(layout: Layout): void {
    const rects = new Map(ids().map((id) => [id, designer.measure(id, designer.store.kids(id).value)]))
    edits.run(stepNames.layout, (document) => ids().flatMap((id) => setLayout(document, { id, layout, rects: rects.get(id)!, specs })))
  }

  return {
    schemaOf,
    field,
    troubleOf,
    overrideOf,
    shown,
    phaseName,
    isFiltered: computed(() => search.value.trim() !== '' || onlyChanged.value),
    change(name, value, stroke) {
      if (name === 'layout' && phase.value === null && isLayout(value)) relay(value)
      else if (focusOf(schema(), name) !== undefined && stroke === undefined) choosePicture(name, value)
      else run(name, { value, phase: phase.value }, stroke)
    },
    changeEach: runEach,
    drop: (name, from) => run(name, { value: undefined, phase: from }),
    reset(name) {
      if (phase.value !== null) return run(name, { value: undefined, phase: phase.value })
      edits.run(stepOf(name), (document) =>
        nodes().flatMap(({ id, type }) => setProps(document, { ids: [id], name, value: specs[type]?.defaults[name], phase: null })),
      )
    },
  }
}

/** The property that says what matters most in a picture beside it. */
function focusOf({ properties = {} }: JsonSchema, picture: string): string | undefined {
  return Object.keys(properties).find((name) => properties[name]?.['x-of'] === picture)
}

function isLayout(value: unknown): value is Layout {
  return value === 'flow' || value === 'free'
}

/** What `isShown` asks about: the properties beside this one, as they are in the phase. */
function valuesFor(node: PageNode, { 'x-show-if': wish }: JsonSchema, phase: string | null): { readonly [name: string]: unknown } {
  return wish ? { [wish.prop]: valueOf(node, wish.prop, phase) } : {}
}
