import { describe, expect, it } from 'vitest'
import { node, page } from '../../../schemas/testing/documents'
import { specs } from '../../../widgets/specs'
import { formField, isFound, sharedProps } from './formField'

const { a, b, c } = page(
  node('text', 'a', { props: { ...specs['text']!.defaults, size: 20 }, byPhase: { peak: { props: { size: 40 } } } }),
  node('text', 'b', { props: { ...specs['text']!.defaults, size: 20 } }),
  node('text', 'c', { props: specs['text']!.defaults }),
).nodes as Required<ReturnType<typeof page>['nodes']>
const of = (nodes: (typeof a)[], phase: string | null = null) => formField(nodes as NonNullable<typeof a>[], 'size', { specs, phase })

describe('a field', () => {
  it('has the value that all agree on, and says where they do not', () => {
    expect(of([a, b])).toMatchObject({ value: 20, isMixed: false, isChanged: true })
    expect(of([a, c])).toMatchObject({ value: 20, isMixed: true })
    expect(of([c])).toMatchObject({ value: undefined, isChanged: false, phases: [] })
  })
  it('has the value of the phase, where the phase has its own', () => {
    expect(of([a], 'peak').value).toBe(40)
    expect(of([a], 'preheat').value).toBe(20)
    expect(of([a]).phases).toEqual(['peak'])
  })
})

it('widgets share the properties that are described alike', () => {
  const shared = (...types: string[]) => Object.keys(sharedProps(types.map((type) => specs[type]!)).properties ?? {})
  expect(shared('text', 'section')).toEqual(expect.arrayContaining(['background', 'gradient', 'shadow', 'radius']))
  expect(shared('text', 'section')).not.toContain('text')
  expect(shared('text', 'text')).toEqual(Object.keys(specs['text']!.props.properties ?? {}))
  expect(shared('poster', 'countdown')).toEqual([])
})

it('a field is found by its title in either language', () => {
  const { size } = specs['text']!.props.properties as { size: object }
  expect(['字号', 'SIZE', ' size ', '', 'colour'].map((search) => isFound(search, 'size', size))).toEqual([true, true, true, true, false])
})
