import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { dictionaries } from './dictionaries'
import type { Dictionary } from './dictionary'
import { chooseLocale } from './chooseLocale'
import { locale } from './locale'
import { bringWords } from './spoken'
import { fill, t } from './t'

const words = Object.entries(dictionaries).flatMap(([folder, dictionary]) =>
  Object.entries(dictionary).map(([key, text]) => ({ key: `${folder}.${key}`, ...text })),
)
const slots = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name!))].sort()
const sources = readdirSync('editor', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(vue|ts)$/.test(name) && !name.endsWith('.test.ts'))
  .map((name) => ({ name, text: readFileSync(`editor/${name}`, 'utf8') }))

describe('the dictionaries', () => {
  it('say every key in both languages', () => {
    expect(words.filter(({ zh, en }) => zh.trim() === '' || en.trim() === '').map(({ key }) => key)).toEqual([])
  })

  it('have the same values to fill in both languages', () => {
    const uneven = words.filter(({ zh, en }) => slots(zh).some((name) => !slots(en).includes(name)))
    expect(uneven.map(({ key }) => key)).toEqual([])
  })

  it('say nothing that nobody asks for', () => {
    const all = sources.map(({ text }) => text).join('\n')
    const prefixes = [...all.matchAll(/`(\w+\.\w*)\$\{/g)].map(([, prefix]) => prefix!)
    const unused = words.filter(({ key }) => !all.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)))
    expect(unused.map(({ key }) => key)).toEqual([])
  })
})

describe('views', () => {
  it('hold no text of their own', () => {
    const outspoken = sources
      .filter(({ name }) => name.endsWith('.vue'))
      .filter(({ text }) => {
        const template = /<template>([\s\S]*)<\/template>/.exec(text)?.[1] ?? ''
        const shown = template
          .replace(/<!--[\s\S]*?-->/g, '')
          .replace(/\{\{[\s\S]*?\}\}/g, '')
          .replace(/<[^>]*?("[^"]*"[^>]*?)*>/g, '')
        return /[\p{L}]{2,}/u.test(shown)
      })
    expect(outspoken.map(({ name }) => name)).toEqual([])
  })
})

describe('t', () => {
  beforeAll(() => bringWords('en'))

  it('answers in the chosen language, whose words are fetched first', async () => {
    locale.value = 'en'
    expect(t('ui.cancel')).toBe('Cancel')
    const chosen = chooseLocale('zh-CN')
    expect(t('ui.cancel')).toBe('Cancel')
    await chosen
    expect(t('ui.cancel')).toBe('取消')
  })

  it('follows the last of two choices in a row', async () => {
    await Promise.all([chooseLocale('zh-CN'), chooseLocale('en')])
    expect([locale.value, t('ui.cancel')]).toEqual(['en', 'Cancel'])
  })

  it('reads modules of one language each', async () => {
    const [zh, en] = [(await import('virtual:festoon-words/zh-CN')).words, (await import('virtual:festoon-words/en')).words]
    for (const [folder, dictionary] of Object.entries<Dictionary>(dictionaries)) {
      expect(zh[folder]).toEqual(Object.fromEntries(Object.entries(dictionary).map(([key, text]) => [key, text.zh])))
      expect(en[folder]).toEqual(Object.fromEntries(Object.entries(dictionary).map(([key, text]) => [key, text.en])))
    }
  })

  it('picks one or many, and writes numbers as the language does', () => {
    expect(fill('{n} {n|day|days}', { n: 1 }, 'en')).toBe('1 day')
    expect(fill('{n} {n|day|days}', { n: 12_000 }, 'en')).toBe('12,000 days')
  })

  it('leaves a place without a value as it is', () => {
    expect(fill('Hello {name}', {}, 'en')).toBe('Hello {name}')
  })
})
