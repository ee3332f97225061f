import { expect, it } from 'vitest'
import type { RichLine } from '../../../../schemas/richSchema'
import { linesOf, treeOf } from './treeOf'

const lines: readonly RichLine[] = [
  { runs: [{ text: '满 200 ' }, { text: '减 100', bold: true, italic: true, underline: true, strike: true, colour: 'var(--color-accent)', size: 24 }] },
  { runs: [] },
  { list: 'bullet', runs: [{ text: '规则', link: 'https://example.com' }] },
  { list: 'bullet', runs: [{ text: '二' }] },
  { list: 'number', runs: [{ text: '三' }] },
]

it('writes what it reads', () => {
  expect(linesOf(treeOf(lines))).toEqual(lines)
})

it('leaves behind what a document has no mark for, and links that run script', () => {
  const marks = [
    { type: 'highlight' },
    { type: 'link', attrs: { href: 'java\nscript:alert(1)' } },
    { type: 'textStyle', attrs: { color: 'red;x', fontSize: '900px' } },
  ]
  const tree = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a', marks }] }] }
  expect(linesOf(tree)).toEqual([{ runs: [{ text: 'a', size: 120 }] }])
})

it('makes one list of lists in lists', () => {
  const item = (text: string) => ({ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })
  const inner = { type: 'listItem', content: [{ type: 'paragraph' }, { type: 'orderedList', content: [item('b')] }] }
  expect(linesOf({ type: 'doc', content: [{ type: 'bulletList', content: [item('a'), inner] }] })).toEqual([
    { list: 'bullet', runs: [{ text: 'a' }] },
    { list: 'bullet', runs: [] },
    { list: 'number', runs: [{ text: 'b' }] },
  ])
})
