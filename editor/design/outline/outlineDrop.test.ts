import { describe, expect, it } from 'vitest'
import { littleSpecs as specs, node, page } from '../../document/littleLanguage'
import type { Cargo, Drop } from '../dragging'
import { outlineDrop } from './outlineDrop'
import { outlineRows } from './outlineRows'
import { lineHeight, windowed } from './windowed'

const document = page(node('text', 'a'), node('list', 'b', {}, node('text', 'c')), node('box', 'd'))
const rows = outlineRows(document, () => true)
const text: Cargo = { kind: 'new', type: 'text' }

function drop(cargo: Cargo, id: string, share: number): Drop {
  const at = rows.findIndex((row) => row.node.id === id)
  return outlineDrop(cargo, { row: rows[at]!, box: { x: 0, y: at * lineHeight, w: 200, h: lineHeight }, share }, 200, document, specs)
}

describe('outlineDrop', () => {
  it('goes before a line, after it, or into a container', () => {
    expect([drop(text, 'a', 0.2).place, drop(text, 'a', 0.9).place, drop(text, 'd', 0.5).place]).toEqual([
      { parent: 'root', before: 'a' },
      { parent: 'root', before: 'b' },
      { parent: 'd', before: null },
    ])
  })
  it('goes to the head of an open container from its lower half', () => {
    expect(drop(text, 'b', 0.9).place).toEqual({ parent: 'b', before: 'c' })
  })
  it('goes to the end of the page below all lines', () => {
    expect(outlineDrop(text, null, 200, document, specs).place).toEqual({ parent: 'root', before: null })
  })
  it('says why a container does not take it', () => {
    expect(drop({ kind: 'new', type: 'box' }, 'c', 0.2).reason?.en).toBe('list does not accept box')
    expect(drop({ kind: 'nodes', ids: ['b'] }, 'c', 0.2).reason?.en).toBe('It cannot go inside itself')
  })
})

describe('windowed', () => {
  it('draws few lines whole, and of many those in view', () => {
    expect(windowed(100, 0, 280)).toEqual({ from: 0, to: 100 })
    expect(windowed(2000, 100 * lineHeight, 10 * lineHeight)).toEqual({ from: 88, to: 122 })
  })
})
