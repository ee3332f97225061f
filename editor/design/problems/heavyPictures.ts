import type { Asset, AssetEdit } from '../../../schemas/api/management'
import type { PageDocument, PageNode } from '../../../schemas/page'
import { designWidth } from '../../../renderer/designWidth'
import { number } from '../../i18n/format'
import type { Finding } from './finding'

/** Bytes that one picture may bring a phone. */
const heavy = 150_000
/** Of one that is shown far smaller than it is sent. */
const heavyWhenSmall = 24_000
/** px of a phone's screen for one px of the design. */
const sharpness = 3
/** Less than this shows. */
const lowest = 45
const usual = 82
const sent = 750

/** Every picture that the properties of a page's nodes name. */
export function picturesOf({ nodes }: PageDocument): readonly string[] {
  return [...shownBy(nodes).keys()]
}

/** Pictures that weigh more than they need to, with a lighter one for each. `assetOf` knows what they weigh. */
export function heavyPictures(page: PageDocument, assetOf: (reference: string) => Asset | undefined): readonly Finding[] {
  return [...shownBy(page.nodes)].flatMap(([reference, uses]) => {
    const asset = assetOf(reference)
    const [first] = uses
    if (!asset?.weight || !first) return []
    const width = Math.max(...uses.map(({ node }) => node.frame?.w ?? designWidth)) * sharpness
    const isFar = width * 1.5 < Math.min(sent, asset.width) && asset.weight > heavyWhenSmall
    const edit = isFar || asset.weight > heavy ? lighterEdit(asset, width) : null
    return edit ? [findingOf(reference, edit, asset.weight, first, isFar)] : []
  })
}

/** A step lighter than it is; null: it has been made as light as may be. */
function lighterEdit({ edit = {}, width: own }: Asset, width: number): AssetEdit | null {
  const before = { quality: edit.quality ?? usual, width: edit.width ?? own }
  const next = { quality: before.quality > 60 ? 60 : lowest, width: Math.min(before.width, Math.max(96, Math.round(width)), sent) }
  return next.quality >= before.quality && next.width >= before.width ? null : { ...edit, ...next, quality: Math.min(next.quality, before.quality) }
}

interface Use {
  readonly node: PageNode
  readonly prop: string
}

function shownBy(nodes: PageDocument['nodes']): ReadonlyMap<string, readonly Use[]> {
  const found = new Map<string, Use[]>()
  for (const node of Object.values(nodes))
    for (const [prop, value] of Object.entries(node.props))
      if (typeof value === 'string' && value.startsWith('asset:')) found.set(value, [...(found.get(value) ?? []), { node, prop }])
  return found
}

function findingOf(reference: string, edit: AssetEdit, weight: number, { node, prop }: Use, isFar: boolean): Finding {
  const size = number(Math.round(weight / 1024))
  return {
    subject: 'weight',
    severity: 'warning',
    node: node.id,
    prop,
    message: isFar
      ? { zh: `图片有 ${size} KB，远大于显示的尺寸`, en: `The picture brings ${size} KB and is far larger than it is shown` }
      : { zh: `图片有 ${size} KB，弱网下要等很久`, en: `The picture brings ${size} KB, a long wait on weak networks` },
    lighter: { name: { zh: '压缩它', en: 'Make it lighter' }, reference, edit },
  }
}
