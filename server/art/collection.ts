import { createRequire } from 'node:module'
import type { Art, ArtGroup } from '../../schemas/api/art'
import { prizeWords } from './prizes'

/** One drawing, with everything that it is found by. */
interface Drawing extends Art {
  readonly group: ArtGroup
  /** In lower case. */
  readonly words: string
}

export interface Collection {
  readonly drawings: readonly Drawing[]
  readonly byName: ReadonlyMap<string, Drawing>
  /** Its drawing as a whole SVG document. */
  svgOf(name: string): string | undefined
}

export const artCredit = 'Fluent Emoji Flat © Microsoft Corporation, MIT'

interface Icons {
  readonly icons: { readonly [name: string]: { readonly body: string } }
}

interface Emoji {
  readonly hexcode: string
  readonly unicode: string
  readonly label: string
  readonly tags?: readonly string[]
  readonly group?: number
  readonly order?: number
}

/** As Unicode counts its groups; the third holds parts of emoji, which nobody looks for. */
const groupOf: readonly (ArtGroup | null)[] = ['smileys', 'people', null, 'nature', 'food', 'travel', 'activities', 'objects', 'symbols', 'flags']

const load = createRequire(import.meta.url)
let kept: Collection | undefined

/** The drawings and their words in both languages: read from their packages when somebody first asks, and never before. */
export function collection(): Collection {
  return (kept ??= read())
}

function read(): Collection {
  // What the packages hold is theirs to say; only what is used is named here.
  const { icons } = load('@iconify-json/fluent-emoji-flat/icons.json') as Icons
  const names = load('@iconify-json/fluent-emoji-flat/chars.json') as { readonly [hexcode: string]: string }
  const english = new Map((load('emojibase-data/en/compact.json') as readonly Emoji[]).map((one) => [one.hexcode, one]))
  const drawings = (load('emojibase-data/zh/compact.json') as readonly Emoji[])
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .flatMap((zh): Drawing[] => {
      const name = names[plain(zh.hexcode)] ?? names[zh.hexcode.toLowerCase()]
      const group = groupOf[zh.group ?? 2]
      const en = english.get(zh.hexcode)
      return name !== undefined && name in icons && group && en ? [drawing(name, group, zh, en)] : []
    })
  return {
    drawings,
    byName: new Map(drawings.map((one) => [one.name, one])),
    svgOf: (name) => (Object.hasOwn(icons, name) ? svg(icons[name]!.body) : undefined),
  }
}

function drawing(name: string, group: ArtGroup, zh: Emoji, en: Emoji): Drawing {
  const words = [zh.unicode, zh.label, ...(zh.tags ?? []), en.label, ...(en.tags ?? []), name.replaceAll('-', ' '), prizeWords[name] ?? '']
  return { name, char: zh.unicode, zh: zh.label, en: en.label, group, words: words.join(' ').toLowerCase() }
}

/** Variation selectors say how a character is shown, not which one it is. */
const plain = (hexcode: string): string => hexcode.toLowerCase().replace(/-fe0f/g, '')

const svg = (body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="32" height="32" viewBox="0 0 32 32">${body}</svg>`
