import { removeNodes } from '../../../document/commands/removeNodes'
import { isRecord } from '../../../../schemas/diff'
import type { PageNode } from '../../../../schemas/page'
import type { Bilingual } from '../../../../schemas/words'
import type { Check, Fix } from '../finding'

/** Widgets that would show nothing. */
export const emptyContent: Check = ({ nodes }) => {
  const parents = new Set(Object.values(nodes).map(({ parent }) => parent))
  return Object.values(nodes).flatMap((node) => {
    const message = emptinessOf(node, parents.has(node.id))
    return message
      ? [{ subject: 'content', severity: 'warning', node: node.id, message, prop: propOf[node.type] ?? 'text', fix: removal(node.id) } as const]
      : []
  })
}

/** Where what is missing is set, other than in `text`. */
const propOf: { readonly [type: string]: string } = { image: 'src', video: 'source', carousel: 'slides' }

function emptinessOf({ type, props }: PageNode, hasChildren: boolean): Bilingual | null {
  if (type === 'image' && !props['src']) return { zh: '还没有选图片', en: 'No picture is chosen' }
  if (type === 'video' && !props['source']) return { zh: '还没有视频地址', en: 'The video has no address' }
  if (type === 'carousel' && isPictureless(props['slides'])) return { zh: '有的轮播图还没有选图片', en: 'Some slides have no picture' }
  if ((type === 'text' || type === 'button') && isBlank(props['text'])) return { zh: '没有文字', en: 'It has no text' }
  if (type === 'overlay' && !hasChildren) return { zh: '弹窗里没有内容', en: 'The popup is empty' }
  return null
}

function isPictureless(slides: unknown): boolean {
  return Array.isArray(slides) && slides.some((slide) => !isRecord(slide) || !slide['src'])
}

function isBlank(words: unknown): boolean {
  if (typeof words === 'string') return words.trim() === ''
  return isRecord(words) && Object.values(words).every((text) => typeof text !== 'string' || text.trim() === '')
}

function removal(id: string): Fix {
  return { name: { zh: '删除它', en: 'Delete it' }, isRemoval: true, edit: (page) => removeNodes(page, { ids: [id] }) }
}
