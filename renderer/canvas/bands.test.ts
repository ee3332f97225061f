import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ordersBetween } from '../../schemas/order'
import type { PageNode } from '../../schemas/page'
import { node } from '../../tests/renderWorld'
import { bands, levelTypes } from './bands'

const many = 200
const orders = ordersBetween(null, null, many)
const frame = { x: 0, y: 0, w: 10, h: 10 }
const texts = orders.map((order, i) => node('text', `t${i}`, {}, { parent: 's', order, frame }))
const container = (layout: string): PageNode => node('section', 's', { layout })
const told = (children: readonly PageNode[], runs = bands()): string =>
  runs(children, container('free'))
    .map(({ nodes, within }) => `${within ? '' : '|'}${nodes[0]!.id}+${nodes.length - 1}`)
    .join(' ')

describe('bands', () => {
  it('part many nodes that are placed freely', () => {
    expect(told(texts)).toBe('t0+47 t48+47 t96+47 t144+47 t192+7')
  })

  it('are none where few nodes stand, or where they flow', () => {
    expect(bands()(texts.slice(0, 95), container('free')).every(({ within }) => !within)).toBe(true)
    expect(bands()(texts, container('flow')).every(({ nodes, within }) => nodes.length === 1 && !within)).toBe(true)
  })

  it('stay where they are when a node comes or goes', () => {
    const runs = bands()
    told(texts, runs)
    const more = node('text', 'new', {}, { parent: 's', order: `${orders[10]}V`, frame })
    expect(told([...texts.slice(0, 11), more, ...texts.slice(11, 60), ...texts.slice(61)], runs)).toBe('t0+48 t48+46 t96+47 t144+47 t192+7')
  })

  it('leave out what has a layer of its own or may hold one', () => {
    const some = texts.map((one, i) => (i === 3 ? { ...one, frame: { ...frame, z: 2 } } : i === 5 ? { ...one, type: 'section' } : one))
    expect(told(some)).toBe('t0+2 |t3+0 t4+0 |t5+0 t6+43 t50+47 t98+47 t146+47 t194+5')
  })

  it('are of widgets that keep to their place in the pile', () => {
    expect([...levelTypes]).toEqual(['text', 'image', 'button'])
    for (const type of levelTypes) {
      const css = readFileSync(new URL(`../../widgets/content/${type}/${type}.css`, import.meta.url), 'utf8')
      expect(css).not.toMatch(/z-index|position:\s*(fixed|sticky)|blend/)
    }
  })
})
