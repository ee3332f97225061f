import { describe, expect, it } from 'vitest'
import type { RulesDocument } from '../../schemas/rules'
import { createAutosave } from '../document/autosave'
import type { DraftPort } from '../document/draftPort'
import { putAt } from './putAt'
import { createRulesDraft } from './rulesDraft'

const base: RulesDocument = {
  format: 1,
  plays: {},
  prizes: { cup: { title: 'Cup', type: 'physical', stock: 5 }, pen: { title: 'Pen', type: 'physical', stock: 9 } },
  schedule: { timeZone: 'UTC', dayCutoffHour: 0, startsAt: '2026-01-01T00:00:00Z', endsAt: '2026-01-08T00:00:00Z', phases: [] },
}

/** A server in memory that keeps one draft, and refuses stale revisions as the real one does. */
function open() {
  let held = { document: base, revision: '1' }
  const port: DraftPort<RulesDocument> = {
    save: async (document, { revision }) => {
      if (revision !== held.revision) return { kind: 'stale', ...held }
      held = { document, revision: String(Number(held.revision) + 1) }
      return { kind: 'saved', revision: held.revision }
    },
  }
  const draft = createRulesDraft(held, (store) => createAutosave({ store, draft: held, port, delayMs: 60_000 }))
  const stock = (prize: string, is: number, step?: string) => draft.edit((rules) => putAt(rules, ['prizes', prize, 'stock'], is), step)
  return {
    draft,
    stock,
    held: () => held.document,
    elsewhere: (document: RulesDocument) => void (held = { document, revision: `${Number(held.revision) + 1}` }),
  }
}

describe('the rules draft', () => {
  it('takes a run of edits of one place back as one step', () => {
    const { draft, stock } = open()
    stock('cup', 6, 'cup')
    stock('cup', 7, 'cup')
    stock('pen', 1, 'pen')
    draft.undo()
    expect(draft.rules.value.prizes['pen']?.stock).toBe(9)
    draft.undo()
    expect(draft.rules.value).toEqual(base)
    expect(draft.canUndo.value).toBe(false)
    draft.redo()
    expect(draft.rules.value.prizes['cup']?.stock).toBe(7)
  })

  it('saves a play that is added before it names it', async () => {
    const { draft, held } = open()
    const id = await draft.addPlay('lottery')
    expect(held().plays[id]?.kind).toBe('lottery')
  })

  it('keeps both sides where they changed different places', async () => {
    const { draft, stock, held, elsewhere } = open()
    stock('cup', 6)
    elsewhere(putAt(base, ['prizes', 'pen', 'stock'], 1))
    expect(await draft.flush()).toBe(true)
    expect([held().prizes['cup']?.stock, held().prizes['pen']?.stock]).toEqual([6, 1])
  })

  it('asks whose to keep where both changed the same place', async () => {
    const { draft, stock, held, elsewhere } = open()
    stock('cup', 6)
    elsewhere(putAt(base, ['prizes', 'cup', 'stock'], 1))
    expect(await draft.flush()).toBe(false)
    expect(draft.conflicts.value.map(({ at }) => at)).toEqual([['prizes', 'cup', 'stock']])
    await draft.resolve(() => true)
    expect(held().prizes['cup']?.stock).toBe(6)
  })
})
