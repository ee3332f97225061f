import { describe, expect, it } from 'vitest'
import { wordsSchema, type JsonSchema } from '../../../schemas/schema'
import { specs } from '../../../widgets/specs'
import { blankOf, controlOf, grouped, isShown } from './controlOf'

describe('controlOf', () => {
  it('goes by what is asked for, then by choices, format and type', () => {
    const kinds = (
      [
        wordsSchema,
        { ...wordsSchema, 'x-control': 'longtext' },
        { 'type': 'string', 'x-control': 'colour' },
        { enum: ['a', 'b'] },
        { enum: ['a', 'b', 'c', 'd'] },
        { type: 'string', format: 'date-time' },
        { type: 'integer' },
        { type: 'boolean' },
        { type: 'array', items: { type: 'string' } },
        { type: 'object', properties: {} },
        {},
      ] satisfies JsonSchema[]
    ).map(controlOf)
    expect(kinds).toEqual(['words', 'longtext', 'colour', 'segmented', 'select', 'instant', 'number', 'switch', 'list', 'record', 'json'])
  })
  it('knows a control for every property of every widget', () => {
    for (const spec of Object.values(specs)) {
      for (const [name, schema] of Object.entries(spec.props.properties ?? {})) expect(controlOf(schema), `${spec.type}.${name}`).not.toBe('json')
    }
  })
  it('shows choices in a row only where their names fit in both languages', () => {
    const names = [
      { zh: '活动开始', en: 'The start, then the end' },
      { zh: '某个阶段', en: 'A phase’s start, then its end' },
    ]
    expect(controlOf({ 'enum': ['a', 'b'], 'x-names': names })).toBe('select')
    expect(controlOf({ 'enum': ['a', 'b'], 'x-names': names.map(({ zh }) => ({ zh, en: zh })) })).toBe('segmented')
  })
  it('shows a property only while another one asks for it', () => {
    const shown = (to: string): string[] =>
      Object.entries(specs['countdown']!.props.properties!)
        .filter(([, one]) => isShown(one, { to }))
        .map(([name]) => name)
    expect([shown('activity'), shown('phase')].map((all) => all.slice(0, 2))).toEqual([
      ['to', 'before'],
      ['to', 'phase'],
    ])
  })
  it('starts new items with the least that is admitted', () => {
    expect(
      blankOf({ type: 'object', required: ['n', 'text'], properties: { n: { type: 'integer', minimum: 2 }, text: wordsSchema, more: { type: 'boolean' } } }),
    ).toEqual({ n: 2, text: '' })
  })
  it('leaves no property of a widget out', () => {
    for (const spec of Object.values(specs))
      expect(
        grouped(spec.props)
          .flatMap(({ names }) => names)
          .sort(),
      ).toEqual(Object.keys(spec.props.properties ?? {}).sort())
  })
})
