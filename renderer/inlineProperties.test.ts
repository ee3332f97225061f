import { expect, it } from 'vitest'
import { inlineProperties } from './inlineProperties'
import { materialOf } from './pruneCss'

const inline = (declarations: readonly (readonly [string, string])[], css: string, page = ''): string =>
  inlineProperties(declarations, css, materialOf(page)).css

it('writes values where they are read, also those that come by way of another', () => {
  const tokens = [
    ['--a', '#fff'],
    ['--b', '0 0 2px var(--a)'],
  ] as const
  expect(inline(tokens, '.x{color:var(--a);box-shadow:var(--b)}')).toBe('.x{color:#fff;box-shadow:0 0 2px #fff}')
})
it('keeps a value apart from what stands right behind it', () => {
  expect(inline([['--a', '#fff']], '.x{background:linear-gradient(var(--a)0 1deg,var(--a).8deg,var(--a))}')).toBe(
    '.x{background:linear-gradient(#fff 0 1deg,#fff .8deg,#fff)}',
  )
})
it('leaves a property alone that the style or the page sets anew', () => {
  const css = '.x{color:var(--a)}'
  expect(inline([['--a', '#fff']], `${css}.y{--a:#000}`)).toContain('color:var(--a)')
  expect(inline([['--a', '#fff']], css, '<p style="--a:red">')).toContain('color:var(--a)')
  expect(inline([['--a', '#fff']], css, '<p style="color:var(--a)">')).toBe('.x{color:#fff}')
})
it.each(['url(', '"x', 'a)', '/*', "it's"])('never puts %s, which does not end where it seems to, in the middle of a style', (value) => {
  expect(inline([['--a', value]], '.x{color:var(--a)}')).toBe('.x{color:var(--a)}')
})
it('takes strings and nested brackets for what they are', () => {
  expect(inline([['--a', '"(",calc((1px + 2px)*3)']], 'x{y:var(--a)}')).toBe('x{y:"(",calc((1px + 2px)*3)}')
})
