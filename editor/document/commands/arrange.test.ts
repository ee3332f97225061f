import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyDiff, invertDiff, isSame, type Diff } from '../../../schemas/diff'
import type { Frame, PageDocument } from '../../../schemas/page'
import { childrenOf, outline } from '../../../schemas/tree'
import { littleSpecs, node, page, type Branch } from '../littleLanguage'
import type { Specs } from '../placing'
import { alignNodes } from './alignNodes'
import { distributeNodes } from './distributeNodes'
import { stackOf } from './framed'
import { groupNodes, ungroupNodes } from './groupNodes'
import { orderNodes, type Depth } from './orderNodes'
import { sameSize } from './sameSize'
import { setFlags } from './setFlags'
import { setLayout } from './setLayout'

const specs: Specs = { ...littleSpecs, section: { ...littleSpecs['box']!, type: 'section', defaults: { layout: 'flow' } } }
const seed = 20_261_124
const ids = ['a', 'b', 'c', 'd', 'e']

const frame = fc.record({
  x: fc.integer({ min: 0, max: 300 }),
  y: fc.integer({ min: 0, max: 900 }),
  w: fc.integer({ min: 1, max: 200 }),
  h: fc.integer({ min: 1, max: 200 }),
})
const free = (...kids: Branch[]): Branch => node('section', 's', { props: { layout: 'free', height: 900 } }, ...kids)
const freePage = fc.array(frame, { minLength: 3, maxLength: 5 }).map((frames) => page(free(...frames.map((one, i) => node('text', ids[i]!, { frame: one })))))

/** Where a freely placed node stands on the page, through all containers around it. */
function onScreen({ nodes }: PageDocument, id: string): Frame {
  const own = nodes[id]!.frame!
  const outer = nodes[nodes[id]!.parent!]!
  if (!outer.frame) return own
  const around = onScreen({ nodes } as PageDocument, outer.id)
  // Across, a frame counts in 375ths of its container.
  return { ...own, x: around.x + (own.x * around.w) / 375, y: own.y + around.y, w: (own.w * around.w) / 375 }
}

function expectSame(a: Frame, b: Frame): void {
  for (const side of ['x', 'y', 'w', 'h'] as const) expect(a[side]).toBeCloseTo(b[side], 6)
}

const pairs = <T>(all: readonly T[]): (readonly [T, T])[] => all.flatMap((one, i) => all.slice(i + 1).map((other) => [one, other] as const))
const overlaps = (a: Frame, b: Frame): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
const isOver = (document: PageDocument, id: string, other: string): boolean => {
  const stack = stackOf(document, 's').map((one) => one.id)
  return stack.indexOf(id) > stack.indexOf(other)
}

function expectUndone(document: PageDocument, diff: Diff): void {
  expect(isSame(applyDiff(applyDiff(document, diff), invertDiff(diff)), document)).toBe(true)
}

describe(`laws of arranging (seed ${seed})`, () => {
  const each = (law: (document: PageDocument, chosen: readonly string[]) => void): void =>
    fc.assert(
      fc.property(freePage, fc.subarray(ids, { minLength: 1 }), (document, picked) =>
        law(
          document,
          picked.filter((id) => id in document.nodes),
        ),
      ),
      { seed, numRuns: 200 },
    )

  it('distributing leaves equal gaps between the outermost two, which stay', () => {
    each((document) => {
      const all = childrenOf(document.nodes, 's').map(({ id }) => id)
      const diff = distributeNodes(document, { ids: all, to: 'down' })
      expectUndone(document, diff)
      const middle = (id: string): number => document.nodes[id]!.frame!.y + document.nodes[id]!.frame!.h / 2
      const inOrder = [...all].sort((a, b) => middle(a) - middle(b))
      const frames = inOrder.map((id) => applyDiff(document, diff).nodes[id]!.frame!)
      const gaps = frames.slice(1).map((one, i) => one.y - (frames[i]!.y + frames[i]!.h))
      // Frames stand on half pixels, so two gaps differ by one at most.
      expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1)
    })
  })

  it('grouping moves nothing on the screen, and ungrouping gives back the page', () => {
    each((document, chosen) => {
      const grouped = groupNodes(document, { ids: chosen, specs, random: () => 0.5 })
      if (grouped.id === null) return
      expectUndone(document, grouped.diff)
      const after = applyDiff(document, grouped.diff)
      for (const id of ids.filter((one) => one in document.nodes)) expectSame(onScreen(after, id), onScreen(document, id))
      const back = applyDiff(after, ungroupNodes(after, { ids: [grouped.id], specs }).diff)
      for (const id of ids.filter((one) => one in document.nodes)) expectSame(onScreen(back, id), onScreen(document, id))
      expect(Object.keys(back.nodes).sort()).toEqual(Object.keys(document.nodes).sort())
    })
  })

  it('ordering loses nobody and keeps the order of those it moves', () => {
    each((document, chosen) => {
      for (const to of ['front', 'forward', 'backward', 'back'] as const) {
        const diff = orderNodes(document, { ids: chosen, to, specs })
        expectUndone(document, diff)
        const order = childrenOf(applyDiff(document, diff).nodes, 's').map(({ id }) => id)
        expect([...order].sort()).toEqual(
          childrenOf(document.nodes, 's')
            .map(({ id }) => id)
            .sort(),
        )
        expect(order.filter((id) => chosen.includes(id))).toEqual(chosen)
      }
    })
  })

  it('going from free to flow and back restores every place, and what lies over what', () => {
    each((document) => {
      const flowing = applyDiff(document, setLayout(document, { id: 's', layout: 'flow', rects: new Map(), specs }))
      const back = applyDiff(flowing, setLayout(flowing, { id: 's', layout: 'free', rects: new Map(), specs }))
      for (const { id, frame: placed } of childrenOf(document.nodes, 's')) expect(back.nodes[id]!.frame).toMatchObject(placed!)
      for (const [under, over] of pairs(stackOf(document, 's'))) if (overlaps(under.frame!, over.frame!)) expect(isOver(back, over.id, under.id)).toBe(true)
    })
  })
})

describe('orderNodes', () => {
  const five = page(...ids.map((id) => node('text', id)))
  const read = (chosen: readonly string[], to: Depth): string =>
    childrenOf(applyDiff(five, orderNodes(five, { ids: chosen, to, specs })).nodes, 'root')
      .map(({ id }) => id)
      .join('')

  it.each([
    [['b'], 'front', 'acdeb'],
    [['b'], 'back', 'bacde'],
    [['b'], 'forward', 'acbde'],
    [['b'], 'backward', 'bacde'],
    [['e'], 'forward', 'abcde'],
    [['b', 'd'], 'front', 'acebd'],
    [['b', 'c'], 'forward', 'adbce'],
  ] as const)('%s to %s reads %s', (chosen, to, order) => {
    expect(read(chosen, to)).toBe(order)
  })
})

it.each([
  ['a', 'front', 'bca'],
  ['b', 'front', 'acb'],
  ['c', 'back', 'cba'],
  ['a', 'backward', 'abc'],
  ['b', 'forward', 'abc'],
  ['c', 'forward', 'bac'],
] as const)('%s to %s lies as %s where layers were given', (id, to, stack) => {
  const layered = (z: number): Frame => ({ x: 0, y: 0, w: 9, h: 9, ...(z ? { z } : {}) })
  const document = page(free(node('text', 'a', { frame: layered(5) }), node('text', 'b', { frame: layered(0) }), node('text', 'c', { frame: layered(5) })))
  const diff = orderNodes(document, { ids: [id], to, specs })
  expectUndone(document, diff)
  expect(
    stackOf(applyDiff(document, diff), 's')
      .map((one) => one.id)
      .join(''),
  ).toBe(stack)
})

it('leaves frames alone that wait in a flow', () => {
  const flow = page(node('text', 'a', { frame: { x: 0, y: 0, w: 10, h: 20 } }), node('text', 'b', { frame: { x: 5, y: 5, w: 30, h: 40 } }))
  expect([sameSize(flow, { ids: ['a', 'b'], of: 'both' }), alignNodes(flow, { ids: ['a', 'b'], to: 'left' })]).toEqual([[], []])
})

it('makes all as large as the first', () => {
  const two = page(free(node('text', 'a', { frame: { x: 0, y: 0, w: 10, h: 20 } }), node('text', 'b', { frame: { x: 5, y: 5, w: 30, h: 40 } })))
  expect(applyDiff(two, sameSize(two, { ids: ['a', 'b'], of: 'width' })).nodes['b']?.frame).toEqual({ x: 5, y: 5, w: 10, h: 40 })
  expect(applyDiff(two, sameSize(two, { ids: ['b', 'a'], of: 'both' })).nodes['a']?.frame).toEqual({ x: 0, y: 0, w: 30, h: 40 })
})

it('groups what flows into a flowing group in the place of the last of them', () => {
  const flow = page(node('text', 'a'), node('text', 'b'), node('text', 'c'))
  const { diff, id } = groupNodes(flow, { ids: ['a', 'b'], specs, random: () => 0 })
  expect(outline(applyDiff(flow, diff).nodes)).toBe(`section:${id}(text:a text:b) text:c`)
})

it('refuses to group what stands in different containers', () => {
  const nested = page(node('text', 'a'), node('box', 'b', {}, node('text', 'c')))
  expect(() => groupNodes(nested, { ids: ['a', 'c'], specs })).toThrow()
})

it('stores a flag only while it is on', () => {
  const one = page(node('text', 'a'))
  const hidden = applyDiff(one, setFlags(one, { ids: ['a', 'root', 'gone'], flag: 'hidden', to: true }))
  expect(hidden.nodes['a']).toMatchObject({ hidden: true })
  expect(hidden.nodes['root']).not.toHaveProperty('hidden')
  expect(applyDiff(hidden, setFlags(hidden, { ids: ['a'], flag: 'hidden', to: false }))).toEqual(one)
})

it('gives children of a flow the frames where they stand', () => {
  // A height that was never seen is none of its own.
  const flow = page(node('section', 's', { props: { layout: 'flow', height: 240 } }, node('text', 'a'), node('text', 'b')))
  const rects = new Map([
    ['a', { x: 16, y: 0, w: 343, h: 40.2 }],
    ['b', { x: 16, y: 52, w: 343, h: 20 }],
  ])
  const { nodes } = applyDiff(flow, setLayout(flow, { id: 's', layout: 'free', rects, specs }))
  expect([nodes['a']!.frame, nodes['b']!.frame, nodes['s']!.props['height']]).toEqual([{ x: 16, y: 0, w: 343, h: 40 }, { x: 16, y: 52, w: 343, h: 20 }, 72])
})
