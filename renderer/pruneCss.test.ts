import { expect, it } from 'vitest'
import { materialOf, pruneCss, pruneProperties } from './pruneCss'

const prune = (css: string, text: string, ...code: string[]): string => pruneCss([css], materialOf(text, code))

it('keeps a rule while every name in it can come to be', () => {
  expect(prune('.a .b{x:1}.a .c{x:2}p.a>b:hover{x:3}h1{x:4}', '<p class="a"><b class="b">')).toBe('.a .b{x:1}p.a>b:hover{x:3}')
})
it('takes out of a list the selectors that cannot match', () => {
  expect(prune('.a,.z:not(.y,.x),.b::before{x:1}', '<p class="a b">')).toBe('.a,.b::before{x:1}')
})
it('keeps what a script may put together', () => {
  const css = '.wl-classic{x:1}.wl-neon{x:2}.ci-week{x:3}.pst{x:4}'
  expect(prune(css, '', 'e`<p class="wl wl-${n.style}">`')).toBe('.wl-classic{x:1}.wl-neon{x:2}')
  expect(prune(css, '', '`ci-`+e')).toBe('.ci-week{x:3}')
})
it('keeps movements that a kept rule names, and the wish for less of them with any movement', () => {
  const css = '.a{animation:spin 1s}@keyframes spin{to{x:1}}@keyframes spin-more{to{x:1}}@media (prefers-reduced-motion:reduce){*{animation:none}}'
  expect(prune(css, 'class="a"')).toBe('.a{animation:spin 1s}@keyframes spin{to{x:1}}@media (prefers-reduced-motion:reduce){*{animation:none}}')
  expect(prune(css, 'class="b"')).toBe('')
})
it('leaves signs inside quotes alone', () => {
  expect(prune('.a:before{content:"}{,"}.b{x:1}', 'class="b"')).toBe('.b{x:1}')
})
it('keeps properties that are read, under their whole name', () => {
  const all = [
    ['--color-on', 'red'],
    ['--color-on-page', 'blue'],
    ['--gap', '1px'],
  ] as const
  expect(pruneProperties(all, 'a{color:var(--color-on-page)}', materialOf('<p style="margin:var(--gap)">'))).toEqual([all[1], all[2]])
  expect(pruneProperties(all, '', materialOf('', ['`--color-${e}`']))).toEqual([all[0], all[1]])
})
