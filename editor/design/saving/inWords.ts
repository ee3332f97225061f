import { aspectName, aspectOf, pageSettings } from '../../../schemas/describe'
import { isRecord } from '../../../schemas/diff'
import type { PageDocument, PageNode } from '../../../schemas/page'
import type { JsonSchema } from '../../../schemas/schema'
import { childrenOf } from '../../../schemas/tree'
import { linesOf } from '../../../schemas/whenInWords'
import type { When } from '../../../schemas/when'
import { specs } from '../../../widgets/specs'
import { knownAsset } from '../../assets/known'
import { number } from '../../i18n/format'
import { t, told } from '../../i18n/t'
import { nameOf } from '../designer'
import { excerptOf } from '../excerptOf'
import { tokenTitles } from '../tokenTitles'

const within = ' › '
const languages = { 'zh-CN': 'ui.chinese', 'en': 'ui.english' } as const

/** A widget by its name and the first words on it. */
export function nodeInWords(node: PageNode): string {
  const words = node.name === undefined ? excerptOf(node) : ''
  return words ? t('design.nodeSaying', { name: nameOf(node), words }) : nameOf(node)
}

/** A place of a page, from the outside in: 文字“新年快乐” › 字号. `given`: the node, where the page has it no more. */
export function placeInWords([top = '', id, ...inside]: readonly string[], page: PageDocument, given?: unknown): string {
  if (top !== 'nodes' || id === undefined) return settingInWords(top, [id ?? '', ...inside])
  // Whatever stands at a node's own place is that node.
  const node = page.nodes[id] ?? (isRecord(given) ? (given as unknown as PageNode) : undefined)
  if (!node) return id
  if (inside.length === 0) return nodeInWords(node)
  return [nodeInWords(node), told(aspectName(aspectOf({ at: inside }), specs[node.type])), ...inside.slice(2).map(keyInWords)].join(within)
}

function settingInWords(top: string, inside: readonly string[]): string {
  const setting = pageSettings.find(({ key }) => key === top)
  return [setting ? told(setting.name) : top, ...inside.filter((key) => key && key !== 'tokens').map(keyInWords)].join(within)
}

function keyInWords(key: string): string {
  if (key === 'zh-CN' || key === 'en') return t(languages[key])
  return key in tokenTitles ? told(tokenTitles[key as keyof typeof tokenTitles]) : key
}

/** What stands, or stood, at a place of a page. `parent`: in which container, where the place is one among its siblings. */
export function valueInWords(at: readonly string[], value: unknown, page: PageDocument, parent?: string): string {
  const [top, id, part, name] = at
  if (value === undefined) return t('design.noValue')
  if (top !== 'nodes' || id === undefined) return plain(value)
  if (part === undefined) return nodeInWords(value as PageNode)
  if (part === 'parent') return page.nodes[String(value)] ? nodeInWords(page.nodes[String(value)]!) : String(value)
  if (part === 'order') return rankInWords(id, String(value), page, parent)
  if (part === 'when')
    return linesOf(value as When)
      .map(told)
      .join('\n')
  return plain(value, part === 'props' && name !== undefined && at.length === 4 ? specs[page.nodes[id]?.type ?? '']?.props.properties?.[name] : undefined)
}

/** The how-manieth among its siblings. */
function rankInWords(id: string, order: string, { nodes }: PageDocument, parent = nodes[id]?.parent ?? ''): string {
  const before = childrenOf(nodes, parent).filter((node) => node.id !== id && node.order < order)
  return t('design.nth', { n: before.length + 1 })
}

function plain(value: unknown, schema?: JsonSchema): string {
  if (typeof value === 'boolean') return t(value ? 'design.yes' : 'design.no')
  if (typeof value === 'number') return [number(value), schema?.['x-unit']].filter(Boolean).join(' ')
  if (typeof value === 'string') return chosen(value, schema) ?? knownAsset(value)?.name ?? (value === '' ? t('design.noValue') : value)
  if (isRecord(value) && Object.keys(value).every((key) => key in languages)) return Object.values(value).filter(Boolean).join(' / ')
  return JSON.stringify(value, null, 1)
}

function chosen(value: string, schema: JsonSchema | undefined): string | undefined {
  const name = schema?.['x-names']?.[schema.enum?.indexOf(value) ?? -1]
  return name && told(name)
}
