import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyDiff, invertDiff, isSame, squashDiffs, valueAt, type Diff } from '../../../schemas/diff'
import { rootId, type PageDocument, type PageNode, type SymbolLink } from '../../../schemas/page'
import type { SymbolContent } from '../../../schemas/symbol'
import { outline, subtreeOf } from '../../../schemas/tree'
import { copyNodes } from '../commands/copyNodes'
import { detachInstance } from '../commands/detachInstance'
import { duplicateNodes } from '../commands/duplicateNodes'
import { gatherSymbol } from '../commands/gatherSymbol'
import { insertNode } from '../commands/insertNode'
import { insertSymbol } from '../commands/insertSymbol'
import { linkInstance } from '../commands/linkInstance'
import { moveNodes } from '../commands/moveNodes'
import { pasteNodes } from '../commands/pasteNodes'
import { removeNodes } from '../commands/removeNodes'
import { resetInstance } from '../commands/resetInstance'
import { resetOverride } from '../commands/resetOverride'
import { setProp } from '../commands/setProp'
import { updateInstance } from '../commands/updateInstance'
import { Impossible } from '../impossible'
import { littleSpecs, node, page } from '../littleLanguage'
import { mendTree } from '../mendTree'
import type { Specs } from '../placing'
import { contentOf } from './contentOf'
import { instanceAround, instanceAt } from './instance'
import { overridesOf, type Override } from './overridesOf'

const seed = 20_261_126
const specs: Specs = { ...littleSpecs, section: { ...littleSpecs['box']!, type: 'section' } }
const linkTo = (version: number): SymbolLink => ({ id: 'card', version: String(version).padStart(64, '0') })

/** Dice that never fall the same way twice, so that names stay readable and apart. */
function dice(start = 0): () => number {
  let turn = start
  return () => ((turn += 7) % 60_466_176) / 60_466_176
}

/** A page of whose branch `s` a symbol was made, and the symbol. */
function sourceOf(document: PageDocument): { readonly source: PageDocument; readonly content: SymbolContent } {
  const { content, innerIds } = contentOf(document, 's')
  return { source: applyDiff(document, linkInstance(document, { root: 's', link: linkTo(1), innerIds })), content }
}

/** Another page with an instance of a symbol, among nodes of its own. */
function placed(content: SymbolContent): { readonly document: PageDocument; readonly root: string } {
  const empty = page(node('text', 'before'), node('box', 'around'))
  const { diff, id } = insertSymbol(empty, { content, link: linkTo(1), place: { parent: 'around', before: null }, specs, random: dice(1000) })
  return { document: applyDiff(empty, diff), root: id }
}

type Op = { readonly do: 'set' | 'remove' | 'add' | 'move' | 'name'; readonly which: number; readonly to: number; readonly value: number }
const op: fc.Arbitrary<Op> = fc.record({
  do: fc.constantFrom('set', 'set', 'remove', 'add', 'move', 'name'),
  which: fc.nat(40),
  to: fc.nat(40),
  value: fc.nat(4),
})
const ops = fc.array(op, { maxLength: 6 })

/** What a designer does within one branch of a page. What cannot be done is left undone. */
function work(start: PageDocument, root: string, todo: readonly Op[], names: string): PageDocument {
  return todo.reduce((document, one, i) => {
    const inside = subtreeOf(document.nodes, root)
    const id = inside[one.which % inside.length]!
    const boxes = inside.filter((each) => specs[document.nodes[each]!.type]?.contains)
    const parent = boxes[one.to % boxes.length]!
    const made = attempt((): Diff => {
      if (one.do === 'set') return setProp(document, { id, path: [`p${one.to % 3}`], value: one.value === 4 ? undefined : one.value })
      if (one.do === 'name') return [{ at: ['nodes', id, 'name'], was: document.nodes[id]!.name, is: `n${one.value}` }]
      if (one.do === 'add') {
        const type = one.value > 2 ? 'box' : 'text'
        return insertNode(document, { id: `${names}${i}`, spec: specs[type]!, place: { parent, before: null }, specs })
      }
      if (id === root) return []
      return one.do === 'remove' ? removeNodes(document, { ids: [id] }) : moveNodes(document, { ids: [id], place: { parent, before: null }, specs })
    })
    return applyDiff(document, made)
  }, start)
}

function attempt(run: () => Diff): Diff {
  try {
    return run()
  } catch (error) {
    if (error instanceof Impossible) return []
    throw error
  }
}

const first = page(
  node('text', 'x'),
  node(
    'section',
    's',
    { name: 'Card' },
    node('text', 'title', { props: { p0: 0, p1: 1 } }),
    node('box', 'body', {}, node('text', 'lead', { props: { p0: 0 } }), node('box', 'deep', {}, node('text', 'small'))),
    node('text', 'go', {
      on: {
        tap: [
          { do: 'toggle', target: 'lead' },
          { do: 'scroll', target: 'x' },
        ],
      },
    }),
  ),
)

interface Case {
  /** The symbol before and after somebody changed it. */
  readonly base: SymbolContent
  readonly next: SymbolContent
  /** A page with an instance of the first, changed by somebody else. */
  readonly document: PageDocument
  readonly root: string
}

const cases = fc.record({ theirs: ops, mine: ops }).map(({ theirs, mine }): Case => {
  const { source, content } = sourceOf(first)
  const next = contentOf(work(source, 's', theirs, 'theirs'), 's').content
  const { document, root } = placed(content)
  return { base: content, next, document: work(document, root, mine, 'mine'), root }
})

const update = ({ base, next, document, root }: Case): Diff =>
  updateInstance(document, { root, base, next: { version: linkTo(2).version, content: next }, random: dice(5000) })

describe(`laws of instances (seed ${seed})`, () => {
  const each = (law: (one: Case) => void): void => fc.assert(fc.property(cases, law), { seed, numRuns: 150 })

  it('an update is undone by its inverse', () => {
    each((one) => {
      const diff = update(one)
      expect(isSame(applyDiff(applyDiff(one.document, diff), invertDiff(diff)), one.document)).toBe(true)
    })
  })

  it('an update to the version that is there already changes nothing', () => {
    each(({ base, document, root }) => {
      expect(updateInstance(document, { root, base, next: { version: linkTo(1).version, content: base }, random: dice() })).toEqual([])
    })
  })

  it('what the page has not changed becomes what the symbol is', () => {
    each(({ base, next }) => {
      const { document, root } = placed(base)
      const after = applyDiff(document, update({ base, next, document, root }))
      expect(overridesOf(after, root, next)).toEqual([])
      expect(contentOf(after, root).content).toEqual(next)
    })
  })

  it('an update keeps every value that the page has changed, and all that it put in', () => {
    each((one) => {
      const after = applyDiff(one.document, update(one))
      for (const override of overridesOf(one.document, one.root, one.base)) {
        if (override.kind === 'value') expect(valueAt(after.nodes[override.node], override.at)).toEqual(valueAt(one.document.nodes[override.node], override.at))
        if (override.kind === 'added') for (const id of subtreeOf(one.document.nodes, override.node)) expect(after.nodes).toHaveProperty(id)
        if (override.kind === 'removed') expect(instanceAt(after, one.root)!.pageIds.has(override.inner)).toBe(false)
      }
    })
  })

  it('an update touches nothing outside its instance, and leaves a page on which everything can be reached', () => {
    each((one) => {
      const after = applyDiff(one.document, update(one))
      for (const id of ['before', 'around', rootId]) expect(after.nodes[id]).toBe(one.document.nodes[id])
      expect(mendTree(after)).toBe(after)
    })
  })

  it('two updates squashed are the two one after the other', () => {
    each((one) => {
      const there = update(one)
      const between = applyDiff(one.document, there)
      const back = updateInstance(between, { root: one.root, base: one.next, next: { version: linkTo(1).version, content: one.base }, random: dice(9000) })
      expect(isSame(applyDiff(one.document, squashDiffs([there, back])), applyDiff(between, back))).toBe(true)
    })
  })

  it('a reset leaves nothing of the page’s own, and is undone by its inverse', () => {
    each(({ base, document, root }) => {
      const diff = resetInstance(document, { root, content: base, random: dice() })
      const after = applyDiff(document, diff)
      expect(overridesOf(after, root, base)).toEqual([])
      expect(isSame(applyDiff(after, invertDiff(diff)), document)).toBe(true)
    })
  })

  it('taking one override back takes back that one and no other value', () => {
    each(({ base, document, root }) => {
      const all = overridesOf(document, root, base)
      // Actions come and go with their targets.
      const isValue = (one: Override): boolean => one.kind === 'value' && one.at[0] !== 'on'
      for (const override of all.filter((one) => isValue(one) || one.kind === 'added')) {
        const after = applyDiff(document, resetOverride(document, { root, content: base, override, random: dice() }))
        const left = overridesOf(after, root, base).filter(isValue)
        // What stood in an added branch goes with it.
        const rest = all.filter((one) => isValue(one) && one !== override && 'node' in one && one.node in after.nodes)
        expect(left).toEqual(rest)
      }
    })
  })

  it('after detaching, nothing is linked, and everything stands where it stood', () => {
    each(({ document, root }) => {
      const diff = detachInstance(document, { root })
      const after = applyDiff(document, diff)
      expect(Object.values(after.nodes).filter(({ of, symbol }) => of !== undefined || symbol !== undefined)).toEqual([])
      expect(outline(after.nodes)).toBe(outline(document.nodes))
      expect(isSame(applyDiff(after, invertDiff(diff)), document)).toBe(true)
    })
  })

  it('a copy of an instance is an instance of the same symbol, with the same changes', () => {
    const kinds = (document: PageDocument, root: string, base: SymbolContent): unknown[] =>
      overridesOf(document, root, base).map((one) => ('at' in one ? [one.kind, one.inner, one.at] : [one.kind]))
    each(({ base, document, root }) => {
      const { diff, ids } = duplicateNodes(document, { ids: [root], specs, random: dice(7000) })
      const after = applyDiff(document, diff)
      expect(kinds(after, ids[0]!, base)).toEqual(kinds(document, root, base))
      expect(overridesOf(after, root, base)).toEqual(overridesOf(document, root, base))
    })
  })

  it('pushed, an instance has no changes left but actions that aim out of it', () => {
    each(({ document, root }) => {
      const { content, innerIds } = contentOf(document, root)
      const after = applyDiff(document, linkInstance(document, { root, link: linkTo(2), innerIds }))
      expect(overridesOf(after, root, content).filter((one) => !('at' in one && one.at[0] === 'on'))).toEqual([])
      expect(outline(after.nodes)).toBe(outline(document.nodes))
    })
  })
})

describe('a symbol', () => {
  const { content } = sourceOf(first)

  it('has no parent, and no action that aims out of it', () => {
    expect(content.nodes['s']).toMatchObject({ parent: null, order: 'a0' })
    expect(content.nodes['go']?.on).toEqual({ tap: [{ do: 'toggle', target: 'lead' }] })
  })

  it('leaves behind what names something of one activity', () => {
    const bound = page(node('section', 's', { play: 'draw', when: { phase: ['peak'] }, byPhase: { peak: { props: {} } }, locked: true }))
    expect(Object.keys(contentOf(bound, 's').content.nodes['s']!).sort()).toEqual(['id', 'order', 'parent', 'props', 'type', 'v'])
  })

  it('keeps fields that this program does not know', () => {
    const future = { nebula: { is: 'kept' } }
    const strange = contentOf(page(node('section', 's', future as Partial<PageNode>)), 's').content
    const { document, root } = placed(strange)
    expect(document.nodes[root]).toMatchObject(future)
    expect(overridesOf(document, root, strange)).toEqual([])
  })

  it('is made of several nodes by grouping them under its name', () => {
    const { diff, root } = gatherSymbol(first, { ids: ['title', 'go'], name: 'Pair', specs, random: () => 0 })
    const after = applyDiff(first, diff)
    expect(after.nodes[root]).toMatchObject({ type: 'section', name: 'Pair' })
    expect(Object.keys(contentOf(after, root).content.nodes).sort()).toEqual(['go', root, 'title'].sort())
  })

  it('is not made of nodes of different containers', () => {
    expect(() => gatherSymbol(first, { ids: ['title', 'lead'], name: 'x', specs })).toThrow(Impossible)
  })
})

describe('an instance', () => {
  const { content } = sourceOf(first)
  const { document, root } = placed(content)
  const idOf = (inner: string): string => instanceAt(document, root)!.pageIds.get(inner)!

  it('aims its actions at its own nodes', () => {
    expect(document.nodes[idOf('go')]?.on?.['tap']).toEqual([{ do: 'toggle', target: idOf('lead') }])
  })

  it('shows the plays of the activity that it came to', () => {
    const playing = { root: 'w', nodes: { w: { id: 'w', type: 'wheel', v: 0, parent: null, order: 'a0', props: {} } } }
    const wheel: Specs = { ...specs, wheel: { ...littleSpecs['text']!, type: 'wheel', shows: 'lottery' } }
    const { diff, id } = insertSymbol(page(), {
      content: playing,
      link: linkTo(1),
      place: { parent: 'root', before: null },
      specs: wheel,
      plays: { lottery: 'own' },
    })
    expect(applyDiff(page(), diff).nodes[id]?.play).toBe('own')
  })

  it('keeps what the page changed in a node that the symbol lost, and loses the rest with it', () => {
    const { body: _body, lead: _lead, deep: _deep, small: _small, ...nodes } = content.nodes
    const next = { ...content, nodes }
    const changed = applyDiff(document, setProp(document, { id: idOf('lead'), path: ['p0'], value: 'ours' }))
    const after = applyDiff(changed, update({ base: content, next, document: changed, root }))
    expect(Object.keys(after.nodes)).toEqual(expect.arrayContaining([idOf('body'), idOf('lead')]))
    expect(after.nodes).not.toHaveProperty(idOf('deep'))
    expect(after.nodes).not.toHaveProperty(idOf('small'))
  })

  it('gets a removed node back, with all that it held', () => {
    const without = applyDiff(document, removeNodes(document, { ids: [idOf('deep')] }))
    const [override, ...others] = overridesOf(without, root, content)
    expect([override, others]).toEqual([{ kind: 'removed', inner: 'deep' }, []])
    const after = applyDiff(without, resetOverride(without, { root, content, override: override!, random: dice() }))
    expect(contentOf(after, root).content.nodes).toMatchObject({ deep: { parent: 'body' }, small: { parent: 'deep' } })
  })

  it('is left by a copy of one of its nodes', () => {
    const pasted = pasteNodes(document, {
      clip: copyNodes(document, { ids: [idOf('title')] }),
      place: { parent: root, before: null },
      specs,
      random: dice(3000),
    })
    const after = applyDiff(document, pasted.diff)
    expect(after.nodes[pasted.ids[0]!]).not.toHaveProperty('of')
    expect(overridesOf(after, root, content)).toEqual([{ kind: 'added', node: pasted.ids[0] }])
  })

  it('within another instance is the page’s own there', () => {
    const inner = insertSymbol(document, { content, link: linkTo(1), place: { parent: root, before: null }, specs, random: dice(4000) })
    const nested = applyDiff(document, inner.diff)
    expect(overridesOf(nested, root, content)).toEqual([{ kind: 'added', node: inner.id }])
    expect(overridesOf(nested, inner.id, content)).toEqual([])
    expect(instanceAround(nested.nodes, subtreeOf(nested.nodes, inner.id)[1]!)).toBe(inner.id)
    const detached = applyDiff(nested, detachInstance(nested, { root }))
    expect(instanceAt(detached, inner.id)?.innerIds.size).toBe(Object.keys(content.nodes).length)
  })
})
