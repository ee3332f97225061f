import { describe, expect, it } from 'vitest'
import { compileSchema, createAjv } from '../../schemas/compile'
import { specs } from '../specs'
import { colourPattern } from './boxProps'
import { boxStyle } from './boxStyle'

describe('a box', () => {
  it('says nothing where nothing is set', () => {
    expect(boxStyle({})).toEqual([])
    expect(boxStyle({ padding: {} })).toEqual([])
  })
  it('writes its sides as shortly as they can be', () => {
    const all = (top: number, right: number, bottom: number, left: number) => boxStyle({ padding: { top, right, bottom, left } })
    expect([all(8, 8, 8, 8), all(8, 4, 8, 4), all(8, 4, 2, 4), all(8, 4, 2, 1)].flat()).toEqual([
      'padding:8px',
      'padding:8px 4px',
      'padding:8px 4px 2px',
      'padding:8px 4px 2px 1px',
    ])
    expect(boxStyle({ margin: { top: -4, left: 0 } })).toEqual(['margin-top:-4px', 'margin-left:0px'])
  })
  it('lays its gradient over its colour', () => {
    const stops = [
      { colour: '#fff', at: 0 },
      { colour: 'var(--color-primary)', at: 100 },
    ]
    expect(boxStyle({ background: '#000', gradient: { kind: 'linear', angle: 90, stops } })).toEqual([
      'background:#000 linear-gradient(90deg,#fff 0%,var(--color-primary) 100%)',
    ])
    expect(boxStyle({ gradient: { kind: 'radial', stops } })).toEqual(['background:radial-gradient(circle,#fff 0%,var(--color-primary) 100%)'])
  })
  it('has a named shadow or its own, a border and round corners', () => {
    expect(boxStyle({ radius: 0, shadow: 'card', border: { width: 2, colour: '#fff' } })).toEqual([
      'border:2px solid #fff',
      'border-radius:0px',
      'box-shadow:var(--shadow-card)',
    ])
    expect(boxStyle({ shadow: { x: 0, y: 4, blur: 8, spread: -2, colour: '#0008' } })).toEqual(['box-shadow:0px 4px 8px -2px #0008'])
  })
})

it('a colour inside other CSS is a colour, and nothing that could load or end something', () => {
  const admitted = new RegExp(colourPattern)
  for (const good of ['#fff', '#12345678', 'rgba(0, 0, 0, .5)', 'var(--color-on-page)', 'color-mix(in srgb, var(--color-text) 40%, transparent)', 'red'])
    expect(admitted.test(good), good).toBe(true)
  for (const bad of ['url(//a.b)', '#fff;color:red', 'red url(x)', 'var(--x)', 'expression(1)', '', '#fff 10%']) expect(admitted.test(bad), bad).toBe(false)
})

it('every widget with a box admits all of its looks', () => {
  const ajv = createAjv()
  const colour = '#fff'
  const stops = [
    { colour, at: 0 },
    { colour, at: 100 },
  ]
  const looks = {
    gradient: { kind: 'linear', angle: 45, stops },
    shadow: { x: 0, y: 1, blur: 2, colour },
    border: { width: 1, colour },
    radius: 4,
    padding: { top: 1 },
  }
  for (const type of ['section', 'text', 'image', 'button']) {
    const { props, defaults } = specs[type]!
    const known = Object.fromEntries(Object.entries(looks).filter(([name]) => name in props.properties!))
    expect(compileSchema(ajv, props)({ ...defaults, ...known }), type).toEqual([])
  }
})
