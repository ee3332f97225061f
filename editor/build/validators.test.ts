import { beforeAll, describe, expect, it } from 'vitest'
import { compileValidators } from '../../schemas/compile'
import type { Validate, Validators } from '../../schemas/validators'
import { playKinds } from '../../widgets/rules'
import { specs } from '../../widgets/specs'
import { validatorsCode } from './validators.node'

let code = ''
let ahead: Validators
const running = compileValidators(specs, playKinds)

beforeAll(async () => {
  code = await validatorsCode()
  // The module is what the plugin serves; a data address runs it as a browser would.
  ahead = ((await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as { validators: Validators }).validators
})

const root = { id: 'root', type: 'page', v: 0, parent: null, order: 'a0', props: {} }
const page = { format: 1, title: 'Wheel', locale: 'en', theme: { preset: 'festive' }, nodes: { root } }
const schedule = { timeZone: 'Asia/Shanghai', dayCutoffHour: 0, startsAt: '2026-01-01T00:00:00+08:00', endsAt: '2026-01-08T00:00:00+08:00', phases: [] }
const rules = { format: 1, schedule, plays: {}, prizes: { cup: { title: { 'zh-CN': '杯', 'en': 'Cup' }, type: 'physical', stock: null } } }

const documents: readonly (readonly [keyof Validators & ('page' | 'rules'), string, unknown])[] = [
  ['page', 'a sound page', page],
  ['page', 'no page at all', []],
  ['page', 'a page without nodes', { ...page, nodes: undefined }],
  ['page', 'a language that is not ours', { ...page, locale: 'fr' }],
  ['page', 'a node that cannot be named', { ...page, nodes: { '1 2': root } }],
  ['rules', 'sound rules', rules],
  ['rules', 'a start that is no time', { ...rules, schedule: { ...schedule, startsAt: 'soon' } }],
  ['rules', 'an hour that no day has', { ...rules, schedule: { ...schedule, dayCutoffHour: 24 } }],
  ['rules', 'stock below nothing', { ...rules, prizes: { cup: { ...rules.prizes.cup, stock: -1 } } }],
]

function agree(a: Validate | undefined, b: Validate | undefined, value: unknown): void {
  expect(a?.(value)).toEqual(b?.(value))
}

describe('validators compiled ahead of time', () => {
  it('need no eval', () => {
    expect(/\bnew Function\b|\beval\(/.test(code)).toBe(false)
  })

  it('know the same widgets and plays as those compiled at run time', () => {
    expect(Object.keys(ahead.widgets)).toEqual(Object.keys(running.widgets))
    expect(Object.keys(ahead.plays)).toEqual(Object.keys(running.plays))
  })

  it.each(documents)('say of the %s the same as those compiled at run time: %s', (of, _name, value) => {
    agree(ahead[of], running[of], value)
  })

  it.each(Object.keys(specs))('agree on the defaults of %s, and on what is not its shape', (type) => {
    agree(ahead.widgets[type], running.widgets[type], specs[type]!.defaults)
    agree(ahead.widgets[type], running.widgets[type], { ...specs[type]!.defaults, surplus: 1 })
    agree(ahead.widgets[type], running.widgets[type], null)
  })

  it.each(Object.keys(playKinds))('agree on the rules of %s', (kind) => {
    agree(ahead.plays[kind], running.plays[kind], playKinds[kind]!.defaults)
    agree(ahead.plays[kind], running.plays[kind], { kind })
  })
})
