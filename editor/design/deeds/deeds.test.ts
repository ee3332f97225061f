import { describe, expect, it } from 'vitest'
import { deeds } from './deeds'
import { keysOfPress, type Press } from './keys'

const press = (key: string, code: string, held: Partial<Press> = {}): Press => ({
  key,
  code,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
})

it('no two deeds share an id or keys', () => {
  const ids = deeds.map(({ id }) => id)
  const keys = deeds.flatMap((deed) => deed.keys ?? []).map((one) => one.toLowerCase().split(' ').sort().join(' '))
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  expect(keys.filter((one, i) => keys.indexOf(one) !== i)).toEqual([])
})

it('each has a name in both languages', () => {
  expect(deeds.filter(({ name }) => !name.zh.trim() || !name.en.trim())).toEqual([])
})

describe('a press is read', () => {
  it.each([
    ['mod z', press('z', 'KeyZ', { ctrlKey: true })],
    ['mod shift g', press('G', 'KeyG', { metaKey: true, shiftKey: true })],
    ['mod alt c', press('ç', 'KeyC', { metaKey: true, altKey: true })],
    ['mod shift ]', press('}', 'BracketRight', { ctrlKey: true, shiftKey: true })],
    ['shift 1', press('!', 'Digit1', { shiftKey: true })],
    ['?', press('?', 'Slash', { shiftKey: true })],
    ['mod =', press('=', 'Equal', { ctrlKey: true })],
    ['delete', press('Delete', 'Delete')],
    ['alt arrowup', press('ArrowUp', 'ArrowUp', { altKey: true })],
  ] as const)('as %s', (keys, pressed) => {
    expect(keysOfPress(pressed)).toBe(keys)
  })
})
