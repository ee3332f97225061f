import { expect, it } from 'vitest'
import { refusals } from './refusals'
import { nearestLocale, say } from './words'

it('falls back to the other language, never to nothing', () => {
  expect(say({ 'zh-CN': '新年' }, 'en')).toBe('新年')
  expect(say({ en: 'New Year' }, 'zh-CN')).toBe('New Year')
  expect(say('both', 'en')).toBe('both')
})

it('takes the first language of ours that a reader asks for', () => {
  expect(nearestLocale('fr-FR,en-GB;q=0.8,zh;q=0.5')).toBe('en')
  expect(nearestLocale('zh-TW')).toBe('zh-CN')
  expect(nearestLocale(undefined)).toBe('zh-CN')
})

it('every refusal speaks both languages', () => {
  for (const { zh, en, status } of Object.values(refusals)) {
    expect(zh).toMatch(/[一-鿿]/)
    expect(en).toMatch(/^[A-Z][\x20-\x7e’]+\.$/)
    expect(status).toBeGreaterThanOrEqual(400)
  }
})
