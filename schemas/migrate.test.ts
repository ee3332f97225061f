import fc from 'fast-check'
import { expect, it } from 'vitest'
import { migrateFormat, migratePage } from './migrate'
import { schema } from './schema'
import { node, page } from './testing/documents'
import { defineWidget } from './widget'

const seed = 20_260_106
const text = defineWidget({
  type: 'text',
  title: { zh: '字', en: 'Text' },
  group: 'content',
  icon: 'type',
  props: schema({ type: 'object' }),
  defaults: {},
  migrations: [
    { name: 'rem-to-px', up: ({ rem, ...rest }) => ({ ...rest, px: Number(rem) * 16 }) },
    { name: 'px-to-size', up: ({ px, ...rest }) => ({ ...rest, size: px }) },
  ],
})
const specs = { text }

it('takes each widget through the steps that it still lacks', () => {
  const old = page(node('text', 'a', { props: { rem: 2 } }), node('text', 'b', { v: 1, props: { px: 8 } }), node('text', 'c', { v: 2, props: { size: 5 } }))
  const { a, b, c } = migratePage(old, specs).nodes
  expect([a!.props, b!.props, c!.props]).toEqual([{ size: 32 }, { size: 8 }, { size: 5 }])
  expect([a!.v, b!.v, c!.v]).toEqual([2, 2, 2])
})

it(`is idempotent, and keeps unknown widgets and props as they are (seed ${seed})`, () => {
  const props = fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue())
  fc.assert(
    fc.property(props, fc.integer({ min: 0, max: 4 }), (extra, v) => {
      const once = migratePage(page(node('text', 'a', { v, props: extra }), node('hologram', 'h', { v: 9, props: extra })), specs)
      expect(migratePage(once, specs)).toBe(once)
      expect(JSON.stringify(once.nodes['h']!.props)).toBe(JSON.stringify(extra))
    }),
    { seed },
  )
})

it('refuses documents of a newer program, and walks older formats up', () => {
  expect(() => migrateFormat({ format: 3 }, [], 2)).toThrow('Update Festoon')
  expect(migrateFormat({ format: 1, a: 1 }, [{ name: 'double', up: (old) => ({ ...old, a: Number(old['a']) * 2 }) }], 2)).toEqual({ format: 2, a: 2 })
})
