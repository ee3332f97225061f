import { isRecord } from '../../schemas/diff'
import { documentLimits, parseJson } from '../../schemas/limits'
import { pageFormat, rootId, type PageDocument, type PageNode } from '../../schemas/page'
import type { Clip } from './commands/copyNodes'

const mark = 'festoon-clip'

/** A clip as text, for the clipboard that all programs share. */
export function writeClip(clip: Clip): string {
  return JSON.stringify({ [mark]: 1, ...clip })
}

/** Whether a text means to be a clip, sound or not. */
export function isClipText(text: string): boolean {
  return text.startsWith(`{"${mark}"`)
}

/** The clip that a text holds; null when it holds none. `isSound` says whether a page made of its nodes has the shape of a page. */
export function readClip(text: string, isSound: (page: PageDocument) => boolean): Clip | null {
  if (!isClipText(text)) return null
  const parsed = parseJson(text, documentLimits)
  if (!parsed.ok || !isRecord(parsed.value)) return null
  const { tops, nodes } = parsed.value
  if (!Array.isArray(tops) || !Array.isArray(nodes) || tops.length === 0 || !nodes.every(isRecord)) return null
  // Whether they are nodes is what `isSound` tells.
  const clip = { tops, nodes } as unknown as Clip
  return hangsTogether(clip) && isSound(pageOf(clip)) ? clip : null
}

/** Every node is named once, and stands in another one of the clip or is one of its tops. */
function hangsTogether({ tops, nodes }: Clip): boolean {
  const ids = new Set(nodes.map(({ id }) => id))
  return (
    ids.size === nodes.length &&
    !ids.has(rootId) &&
    tops.every((id) => ids.has(id)) &&
    nodes.every(({ id, parent }) => tops.includes(id) || ids.has(parent ?? ''))
  )
}

function pageOf({ tops, nodes }: Clip): PageDocument {
  const root: PageNode = { id: rootId, type: 'page', v: 0, parent: null, order: 'a0', props: {} }
  const placed = nodes.map((node) => [node.id, tops.includes(node.id) ? { ...node, parent: rootId } : node] as const)
  return { format: pageFormat, title: '', locale: 'en', theme: { preset: 'festive' }, nodes: { [rootId]: root, ...Object.fromEntries(placed) } }
}
