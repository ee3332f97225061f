import { describe, expect, it } from 'vitest'
import { littleSpecs as specs, node, page } from '../../document/littleLanguage'
import type { Rect } from '../gestures/geometry'
import { holds } from '../gestures/geometry'
import { findDrop, forgetPlaces, rememberDrag, type Drawn } from './findDrop'

const document = page(
  node('text', 'a'),
  node('list', 'b', {}, node('text', 'c')),
  node('box', 'd', { props: { layout: 'free' } }, node('text', 'e', { frame: { x: 100, y: 20, w: 100, h: 40, z: 2 } })),
)
const boxes: { [id: string]: Rect } = {
  root: { x: 0, y: 0, w: 375, h: 600 },
  a: { x: 0, y: 0, w: 375, h: 100 },
  b: { x: 0, y: 100, w: 375, h: 200 },
  c: { x: 0, y: 140, w: 375, h: 60 },
  d: { x: 0, y: 300, w: 375, h: 200 },
  e: { x: 100, y: 320, w: 100, h: 40 },
}
const drawn: Drawn = {
  document,
  specs,
  unit: 1,
  reach: 5,
  nodeAt: (point) => ['e', 'd', 'c', 'b', 'a', 'root'].find((id) => holds(boxes[id]!, point)) ?? null,
  rectOf: (id) => boxes[id] ?? null,
  rectsOf: (ids) => new Map(Object.entries(boxes).filter(([id]) => ids.has(id))),
  contentsOf: (ids) => drawn.rectsOf(ids),
  planeOf: (id) => boxes[id] ?? null,
}
const text = { kind: 'new', type: 'text' } as const
const drop = (cargo: Parameters<typeof findDrop>[0], x: number, y: number, grip: Parameters<typeof findDrop>[2] = null): ReturnType<typeof findDrop> =>
  findDrop(cargo, { x, y }, grip, drawn, rememberDrag(cargo, drawn))

describe('findDrop', () => {
  it('takes the innermost container, and the gap in it', () => {
    expect(drop(text, 100, 150).place).toEqual({ parent: 'b', before: 'c' })
    expect(drop(text, 100, 250).place).toEqual({ parent: 'b', before: null })
    expect(drop(text, 100, 20).place).toEqual({ parent: 'root', before: 'a' })
    expect(drop(text, 100, 590).place).toEqual({ parent: 'root', before: null })
  })
  it('takes the outer container at an inner one’s edge', () => {
    expect(drop(text, 100, 103).place).toEqual({ parent: 'root', before: 'b' })
    expect(drop(text, 100, 297).place).toEqual({ parent: 'root', before: 'd' })
  })
  it('says why a container does not take it', () => {
    expect(drop({ kind: 'new', type: 'box' }, 100, 250).reason?.en).toBe('list does not accept box')
  })
  it('takes what stands only on the page to the page, and says so inside a container', () => {
    expect(drop({ kind: 'new', type: 'popup' }, 100, 60)).toMatchObject({ place: { parent: 'root', before: 'b' }, reason: null })
    expect(drop({ kind: 'new', type: 'popup' }, 100, 210).reason?.en).toBe('This widget stands only directly on the page')
  })
  it('looks at a container once a drag, until something moves', () => {
    let looks = 0
    const watched: Drawn = { ...drawn, rectsOf: (ids) => (looks++, drawn.rectsOf(ids)) }
    const memory = rememberDrag(text, watched)
    const move = (y: number): unknown => findDrop(text, { x: 100, y }, null, watched, memory)
    // Once at the containers themselves, once at what stands in the one that is meant.
    for (const y of [20, 60, 590]) move(y)
    expect(looks).toBe(2)
    forgetPlaces(memory)
    move(20)
    expect(looks).toBe(4)
  })
  it('asks what is under the pointer once for each pile of containers, and at every point where one of them is turned', () => {
    let asked = 0
    const watched: Drawn = { ...drawn, nodeAt: (point) => (asked++, drawn.nodeAt(point)) }
    const memory = rememberDrag(text, watched)
    const places = (within: Drawn): unknown[] => [20, 150, 250, 590, 160].map((y) => findDrop(text, { x: 100, y }, null, within, memory).place.parent)
    expect(places(watched)).toEqual(['root', 'b', 'b', 'root', 'b'])
    expect(asked).toBe(2)
    forgetPlaces(memory)
    const { b } = drawn.document.nodes
    places({ ...watched, document: { ...drawn.document, nodes: { ...drawn.document.nodes, b: { ...b!, frame: { x: 0, y: 0, w: 1, h: 1, rotate: 5 } } } } })
    expect(asked).toBe(2 + 4)
  })
  it('hangs a new widget by its middle in a free container', () => {
    expect(drop(text, 290, 450).frames).toEqual({ new: { x: 240, y: 130, w: 100, h: 40 } })
  })
  it('snaps to siblings and shows the guide', () => {
    const { frames, guides } = drop(text, 153, 450)
    expect(frames?.['new']).toMatchObject({ x: 100 })
    expect(guides).toContainEqual({ axis: 'x', at: 100, from: 320, to: 470 })
  })
  it('keeps size, layer and place in order of what moves within its container', () => {
    const { frames, place } = drop({ kind: 'nodes', ids: ['e'] }, 170, 370, { x: 150, y: 340 })
    expect(frames).toEqual({ e: { x: 120, y: 50, w: 100, h: 40, z: 2 } })
    expect(place).toEqual({ parent: 'd', before: null })
  })
  it('does not put a container into itself', () => {
    expect(drop({ kind: 'nodes', ids: ['b'] }, 100, 250).reason?.en).toBe('It cannot go inside itself')
  })
})
