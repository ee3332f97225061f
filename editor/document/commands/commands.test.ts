import { describe, expect, it } from 'vitest'
import { applyDiff, invertDiff, type Diff } from '../../../schemas/diff'
import type { PageDocument } from '../../../schemas/page'
import { outline } from '../../../schemas/tree'
import { Impossible } from '../impossible'
import { littleSpecs as specs, node, page } from '../littleLanguage'
import { copyNodes } from './copyNodes'
import { duplicateNodes } from './duplicateNodes'
import { insertNode } from './insertNode'
import { moveNodes } from './moveNodes'
import { pasteNodes } from './pasteNodes'
import { removeNodes } from './removeNodes'
import { renameNode } from './renameNode'
import { setActions } from './setActions'
import { setFrames } from './setFrames'
import { setPageField } from './setPageField'
import { setPreset } from './setPreset'
import { setProp } from './setProp'
import { setToken } from './setToken'
import { setWhen } from './setWhen'
import { shiftNode } from './shiftNode'
import { topmost } from './topmost'

const before = page(node('text', 'a'), node('box', 'b', {}, node('text', 'c'), node('list', 'd', {}, node('text', 'e'))), node('text', 'f'))
const free = page(node('box', 'b', { props: { layout: 'free' } }, node('text', 'c', { frame: { x: 0, y: 0, w: 10, h: 30 } })), node('text', 'f'))

const read = (document: PageDocument, diff: Diff): string => outline(applyDiff(document, diff).nodes)
const reasonOf = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof Impossible) return error.reason.en
    throw error
  }
  return ''
}

describe('insertNode', () => {
  const text = specs['text']!

  it('puts the new node right before the sibling named', () => {
    expect(read(before, insertNode(before, { id: 'n', spec: text, place: { parent: 'root', before: 'b' }, specs }))).toBe(
      'text:a text:n box:b(text:c list:d(text:e)) text:f',
    )
  })
  it('puts it last where no sibling is named', () => {
    expect(read(before, insertNode(before, { id: 'n', spec: text, place: { parent: 'd', before: null }, specs }))).toBe(
      'text:a box:b(text:c list:d(text:e text:n)) text:f',
    )
  })
  it('gives it a frame below the others in a free container', () => {
    const after = applyDiff(free, insertNode(free, { id: 'n', spec: text, place: { parent: 'b', before: null }, specs }))
    expect(after.nodes['n']?.frame).toEqual({ x: 16, y: 46, w: 100, h: 40 })
  })
  it('says why a container does not take it', () => {
    const into = (type: string, parent: string): string =>
      reasonOf(() => insertNode(before, { id: 'n', spec: specs[type]!, place: { parent, before: null }, specs }))
    expect(into('box', 'd')).toBe('list does not accept box')
    expect(into('text', 'a')).toBe('It cannot hold other widgets')
    expect(into('popup', 'b')).toBe('This widget stands only directly on the page')
  })
})

describe('moveNodes', () => {
  const move = (ids: string[], parent: string, at: string | null): Diff => moveNodes(before, { ids, place: { parent, before: at }, specs })

  it('takes a branch along', () => {
    expect(read(before, move(['b'], 'root', 'a'))).toBe('box:b(text:c list:d(text:e)) text:a text:f')
  })
  it('keeps the order of several, whatever order they were chosen in', () => {
    expect(read(before, move(['f', 'a'], 'b', 'd'))).toBe('box:b(text:c text:a text:f list:d(text:e))')
  })
  it('changes one record a node', () => {
    expect(new Set(move(['f'], 'root', 'a').map(({ at }) => at[1]))).toEqual(new Set(['f']))
  })
  it('changes nothing when a node is dropped where it stands', () => {
    expect(move(['a'], 'root', 'b')).toEqual([])
    expect(move(['a'], 'root', 'a')).toEqual([])
  })
  it('says why a node cannot go inside itself', () => {
    expect(reasonOf(() => move(['b'], 'd', null))).toBe('It cannot go inside itself')
  })
  it('takes the frame away on the way into flow, and gives one on the way out', () => {
    const out = applyDiff(free, moveNodes(free, { ids: ['c'], place: { parent: 'root', before: null }, specs }))
    expect(out.nodes['c']).not.toHaveProperty('frame')
    const back = applyDiff(out, moveNodes(out, { ids: ['c'], place: { parent: 'b', before: null }, specs, frames: { c: { x: 5, y: 6, w: 7, h: 8 } } }))
    expect(back.nodes['c']?.frame).toEqual({ x: 5, y: 6, w: 7, h: 8 })
  })
  it('keeps the frame for the way back where a container that was free flows', () => {
    const c = { x: 5, y: 6, w: 7, h: 8 }
    const flowing = page(node('box', 'b', { props: { layout: 'flow' } }, node('text', 'a'), node('text', 'c', { frame: c })))
    const after = applyDiff(flowing, moveNodes(flowing, { ids: ['c'], place: { parent: 'b', before: 'a' }, specs }))
    expect([outline(after.nodes), after.nodes['c']!.frame]).toEqual(['box:b(text:c text:a)', c])
  })
  it('leaves a locked node where it is', () => {
    const locked = page(node('text', 'a', { locked: true }), node('box', 'b'))
    expect(reasonOf(() => moveNodes(locked, { ids: ['a'], place: { parent: 'b', before: null }, specs }))).toBe('This widget is locked')
  })
})

describe('shiftNode', () => {
  it('moves a node one step among its siblings, and stops at both ends', () => {
    expect(read(before, shiftNode(before, { id: 'a', by: 1, specs }))).toBe('box:b(text:c list:d(text:e)) text:a text:f')
    expect(read(before, shiftNode(before, { id: 'f', by: -1, specs }))).toBe('text:a text:f box:b(text:c list:d(text:e))')
    expect(shiftNode(before, { id: 'a', by: -1, specs })).toEqual([])
    expect(shiftNode(before, { id: 'f', by: 1, specs })).toEqual([])
  })
})

describe('copy, paste and duplicate', () => {
  const counter = (): (() => number) => {
    let turn = 0
    return () => ((turn += 1) % 1000) / 1000
  }

  it('pastes whole branches under new names', () => {
    const { diff, ids } = pasteNodes(before, {
      clip: copyNodes(before, { ids: ['d', 'e', 'a'] }),
      place: { parent: 'root', before: null },
      specs,
      random: counter(),
    })
    const after = applyDiff(before, diff)
    expect(Object.keys(after.nodes)).toHaveLength(Object.keys(before.nodes).length + 3)
    expect(ids.map((id) => after.nodes[id]?.type)).toEqual(['text', 'list'])
  })
  it('aims copied actions at the copies', () => {
    const tapping = page(node('box', 'b', {}, node('text', 'a', { on: { tap: [{ do: 'open', target: 'b' }, { do: 'share' }] } })))
    const { diff, ids } = duplicateNodes(tapping, { ids: ['b'], specs, random: counter() })
    const after = applyDiff(tapping, diff)
    const copy = Object.values(after.nodes).find(({ parent }) => parent === ids[0])
    expect(copy?.on?.['tap']).toEqual([{ do: 'open', target: ids[0] }, { do: 'share' }])
  })
  it('puts a duplicate right after its original', () => {
    const after = applyDiff(before, duplicateNodes(before, { ids: ['a'], specs, random: () => 0.5 }).diff)
    expect(outline(after.nodes)).toMatch(/^text:a text:text-\w+ box:b/)
  })
  it('shifts copies in a free container, so that both are seen', () => {
    const { diff, ids } = duplicateNodes(free, { ids: ['c'], specs })
    expect(applyDiff(free, diff).nodes[ids[0]!]?.frame).toEqual({ x: 12, y: 12, w: 10, h: 30 })
  })
})

describe('removeNodes', () => {
  it('takes branches away and is undone by its inverse', () => {
    const diff = removeNodes(before, { ids: ['b', 'e', 'root'] })
    expect(read(before, diff)).toBe('text:a text:f')
    expect(applyDiff(applyDiff(before, diff), invertDiff(diff))).toEqual(before)
  })
  it('refuses locked nodes', () => {
    const locked = page(node('text', 'a', { locked: true }))
    expect(reasonOf(() => removeNodes(locked, { ids: ['a'] }))).toBe('A locked widget cannot be removed')
  })
})

describe('small edits', () => {
  it('edit exactly one place', () => {
    expect(setProp(before, { id: 'a', path: ['text'], value: 'hi' })).toEqual([{ at: ['nodes', 'a', 'props', 'text'], is: 'hi' }])
    expect(setPreset(before, { preset: 'sale' })).toEqual([{ at: ['theme', 'preset'], was: 'festive', is: 'sale' }])
    expect(setPageField(before, { path: ['share', 'title'], value: 'x' })).toEqual([{ at: ['share'], is: { title: 'x' } }])
    expect(setWhen(before, { id: 'a', when: { phase: ['peak'] } })).toEqual([{ at: ['nodes', 'a', 'when'], is: { phase: ['peak'] } }])
    expect(setActions(before, { id: 'a', event: 'tap', actions: [{ do: 'share' }] })).toEqual([{ at: ['nodes', 'a', 'on'], is: { tap: [{ do: 'share' }] } }])
  })
  it('leave no empty records behind', () => {
    const named = applyDiff(before, renameNode(before, { id: 'a', name: ' Hero ' }))
    expect(named.nodes['a']?.name).toBe('Hero')
    expect(applyDiff(named, renameNode(named, { id: 'a', name: '  ' }))).toEqual(before)
    const themed = applyDiff(before, setToken(before, { token: 'color.primary', value: '#123456' }))
    expect(applyDiff(themed, setToken(themed, { token: 'color.primary', value: undefined }))).toEqual(before)
  })
  it('keep frames within what a page admits', () => {
    const after = applyDiff(free, setFrames(free, { frames: { c: { x: -9999, y: 3.3, w: 0, h: 20 } } }))
    expect(after.nodes['c']?.frame).toEqual({ x: -4000, y: 3.5, w: 1, h: 20 })
  })
})

describe('topmost', () => {
  it('leaves out what stands in another chosen node, and sorts by place on the page', () => {
    expect(topmost(before, ['f', 'e', 'b', 'root', 'gone'])).toEqual(['b', 'f'])
    expect(topmost(before, ['d', 'c', 'a'])).toEqual(['a', 'c', 'd'])
  })
})
