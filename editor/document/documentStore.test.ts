import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { watchEffect } from 'vue'
import { rootId, type PageDocument } from '../../schemas/page'
import { childrenOf, isInside, outline } from '../../schemas/tree'
import { insertNode } from './commands/insertNode'
import { moveNodes } from './commands/moveNodes'
import { removeNodes } from './commands/removeNodes'
import { setFrames } from './commands/setFrames'
import { setProp } from './commands/setProp'
import { duplicateNodes } from './commands/duplicateNodes'
import { createDocumentStore, type DocumentStore } from './documentStore'
import { Impossible } from './impossible'
import { littleSpecs as specs, node, page } from './littleLanguage'

const start = page(node('text', 'a'), node('box', 'b', {}, node('text', 'c')), node('text', 'd'))
const name = { zh: '改', en: 'edit' }

describe('a document store', () => {
  it('draws only what an edit touches', () => {
    const store = createDocumentStore(start)
    const draws: string[] = []
    for (const id of ['a', 'c', 'd']) watchEffect(() => void (store.node(id).value, draws.push(id)), { flush: 'sync' })
    for (const parent of [rootId, 'b']) watchEffect(() => void (store.kids(parent).value, draws.push(`in ${parent}`)), { flush: 'sync' })
    draws.length = 0
    store.commit(setProp(store.document(), { id: 'c', path: ['text'], value: 'hi' }), { name })
    expect(draws).toEqual(['c'])
    draws.length = 0
    store.commit(moveNodes(store.document(), { ids: ['d'], place: { parent: 'b', before: null }, specs }), { name })
    expect(draws.sort()).toEqual(['d', 'in b', 'in root'])
  })

  it('joins typing into one step within a second, and not beyond', () => {
    let clock = 0
    const store = createDocumentStore(start, () => clock)
    const type = (text: string): void => store.commit(setProp(store.document(), { id: 'a', path: ['text'], value: text }), { name, merge: 'a/text' })
    type('h')
    clock = 900
    type('hi')
    expect(store.history.value.done).toHaveLength(1)
    clock = 2500
    type('hi!')
    expect(store.history.value.done).toHaveLength(2)
    store.undo()
    expect(store.document().nodes['a']?.props['text']).toBe('hi')
    store.undo()
    expect(store.document()).toEqual(start)
  })

  it('takes one drag of a control for one step, however long it pauses, and the next drag for another', () => {
    let clock = 0
    const store = createDocumentStore(start, () => clock)
    const drag = (size: number, held: string): void =>
      store.commit(setProp(store.document(), { id: 'a', path: ['size'], value: size }), { name, merge: `a/size/${held}` })
    drag(1, 'held-1')
    clock = 60_000
    drag(2, 'held-1')
    drag(3, 'held-2')
    expect(store.history.value.done).toHaveLength(2)
  })

  it('names the step it undid, and forgets what was undone when something new is done', () => {
    const store = createDocumentStore(start)
    store.commit(removeNodes(store.document(), { ids: ['a'] }), { name: { zh: '删除', en: 'Remove' } })
    expect(store.undo()?.en).toBe('Remove')
    expect(store.redoName.value?.en).toBe('Remove')
    store.commit(removeNodes(store.document(), { ids: ['d'] }), { name })
    expect(store.redoName.value).toBeNull()
    expect(store.redo()).toBeNull()
  })

  it('keeps when a step was made over undo and redo, and begins a new one for what is typed after', () => {
    let time = 5000
    const store = createDocumentStore(start, () => time)
    const type = (text: string): void => store.commit(setProp(store.document(), { id: 'a', path: ['text'], value: text }), { name, merge: 'a/text' })
    type('one')
    store.undo()
    store.redo()
    time += 100
    type('two')
    expect(store.history.value.done.map(({ at }) => at)).toEqual([5000, 5100])
  })

  it('takes in others’ edits without making them mine to undo', () => {
    const store = createDocumentStore(start)
    store.adopt(page(node('text', 'a'), node('box', 'b')))
    expect(store.kids('b').value).toEqual([])
    expect(store.undoName.value).toBeNull()
  })
})

/** One random command, chosen and aimed by three numbers. Impossible ones edit nothing. */
function randomEdit(document: PageDocument, [what, one, other]: readonly [number, number, number], fresh: string): ReturnType<typeof removeNodes> {
  const ids = Object.keys(document.nodes)
  const id = ids[one % ids.length]!
  const parent = ids[other % ids.length]!
  const before = childrenOf(document.nodes, parent)[one % 3]?.id ?? null
  try {
    switch (what % 6) {
      case 0:
        return insertNode(document, { id: fresh, spec: specs[['text', 'box', 'list', 'popup'][one % 4]!]!, place: { parent, before }, specs })
      case 1:
        return moveNodes(document, { ids: [id, parent], place: { parent: ids[(one + other) % ids.length]!, before }, specs })
      case 2:
        return one % 3 ? [] : removeNodes(document, { ids: [id] })
      case 3:
        return setProp(document, { id, path: ['layout'], value: other % 2 ? 'free' : undefined })
      case 4:
        return setFrames(document, { frames: { [id]: { x: one, y: other, w: 10, h: 10 } } })
      default:
        return duplicateNodes(document, { ids: [id], specs, random: () => ((one * 31 + other) % 997) / 997 }).diff
    }
  } catch (error) {
    if (error instanceof Impossible) return []
    throw error
  }
}

function play(store: DocumentStore, wishes: readonly (readonly [number, number, number])[]): number {
  let edits = 0
  wishes.forEach((wish, i) => {
    const diff = randomEdit(store.document(), wish, `n${i}`)
    store.commit(diff, { name })
    if (diff.length) edits += 1
  })
  return edits
}

const wishes = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000)), { maxLength: 60 })

describe('laws over random edits (seed 20260101)', () => {
  const law = { seed: 20260101, numRuns: 150 }

  it('undoing everything gives the first page back, doing it again the last', () => {
    fc.assert(
      fc.property(wishes, (list) => {
        const store = createDocumentStore(start)
        const edits = play(store, list)
        const end = store.document()
        for (let i = 0; i < edits; i++) store.undo()
        expect(store.document()).toEqual(start)
        while (store.redo()) {
          /* until nothing is left */
        }
        expect(store.document()).toEqual(end)
      }),
      law,
    )
  })

  it('every node stays reachable from the page, and lists of children agree with the records', () => {
    fc.assert(
      fc.property(wishes, (list) => {
        const store = createDocumentStore(start)
        play(store, list)
        const { nodes } = store.document()
        for (const id of Object.keys(nodes)) {
          expect(isInside(nodes, id, rootId)).toBe(true)
          expect(store.kids(id).value).toEqual(childrenOf(nodes, id).map((child) => child.id))
          expect(store.node(id).value).toBe(nodes[id])
        }
        expect(outline(nodes)).toBe(outline(store.document().nodes))
      }),
      law,
    )
  })
})
