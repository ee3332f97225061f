import type { JSONContent } from '@tiptap/core'
import type { Marks, RichLine, Run } from '../../../../schemas/richSchema'
import { cssValuePattern } from '../../../../schemas/schema'
import { safeLink } from '../../../../widgets/html'

const cssValue = new RegExp(cssValuePattern)
const listTypes = { bullet: 'bulletList', number: 'orderedList' } as const
type ListKind = keyof typeof listTypes

/** Lines as the tree that the writer edits: those of one list stand in one list. */
export function treeOf(lines: readonly RichLine[]): JSONContent {
  const content: JSONContent[] = []
  for (const { list, runs } of lines) {
    const paragraph: JSONContent = { type: 'paragraph', content: runs.map(leafOf) }
    const last = content.at(-1)
    if (!list) content.push(paragraph)
    else if (last?.type === listTypes[list]) last.content!.push({ type: 'listItem', content: [paragraph] })
    else content.push({ type: listTypes[list], content: [{ type: 'listItem', content: [paragraph] }] })
  }
  return { type: 'doc', content }
}

function leafOf({ text, bold, italic, underline, strike, colour, size, link }: Run): JSONContent {
  const marks = [
    ...Object.entries({ bold, italic, underline, strike }).flatMap(([type, isOn]) => (isOn ? [{ type }] : [])),
    ...(colour || size ? [{ type: 'textStyle', attrs: { color: colour ?? null, fontSize: size ? `${size}px` : null } }] : []),
    ...(link ? [{ type: 'link', attrs: { href: link } }] : []),
  ]
  return { type: 'text', text, marks }
}

/** The lines of a tree. Lists in lists become one; what the document has no mark for is left behind. */
export function linesOf(tree: JSONContent, list?: ListKind): readonly RichLine[] {
  return (tree.content ?? []).flatMap((block): readonly RichLine[] => {
    if (block.type === 'paragraph') return [{ ...(list ? { list } : {}), runs: (block.content ?? []).flatMap(runOf) }]
    return linesOf(block, block.type === 'bulletList' ? 'bullet' : block.type === 'orderedList' ? 'number' : list)
  })
}

function runOf({ text, marks = [] }: JSONContent): readonly Run[] {
  return text ? [{ text, ...Object.assign({}, ...marks.map(({ type, attrs = {} }) => marksOf(type, attrs))) }] : []
}

function marksOf(type: string, attrs: { readonly [name: string]: unknown }): Marks {
  if (type === 'textStyle') return { ...colourOf(attrs['color']), ...sizeOf(attrs['fontSize']) }
  if (type === 'link') return safeLink(attrs['href']) === '#' ? {} : { link: String(attrs['href']).slice(0, 2048) }
  return ['bold', 'italic', 'underline', 'strike'].includes(type) ? { [type]: true } : {}
}

function colourOf(value: unknown): Marks {
  const isSound = typeof value === 'string' && value !== '' && value.length <= 200 && cssValue.test(value)
  return isSound ? { colour: value } : {}
}

function sizeOf(value: unknown): Marks {
  const px = /^([\d.]+)px$/.exec(String(value ?? ''))?.[1]
  return px ? { size: Math.min(120, Math.max(10, Math.round(Number(px)))) } : {}
}
