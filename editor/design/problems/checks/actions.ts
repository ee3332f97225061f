import { setActions } from '../../../document/commands/setActions'
import { isRecord, setAt } from '../../../../schemas/diff'
import type { Action, PageDocument, PageNode } from '../../../../schemas/page'
import type { Rich, RichLine } from '../../../../schemas/richSchema'
import type { Bilingual } from '../../../../schemas/words'
import { specs } from '../../../../widgets/specs'
import { isDeadLink } from '../../links'
import type { Check, Finding } from '../finding'

/** Links that lead nowhere, of taps, of slides and inside texts, and popups that nothing opens. */
export const actions: Check = (page) => [...deadTaps(page), ...deadSlides(page), ...deadRuns(page), ...unreachablePopups(page)]

const isNoLink: Bilingual = { zh: '链接是空的，或不能打开', en: 'The link is empty, or cannot be opened' }

function deadTaps({ nodes }: PageDocument): Finding[] {
  return Object.values(nodes).flatMap(({ id, on }) =>
    (on?.['tap'] ?? []).flatMap((action, i) =>
      action.do === 'go' && isDeadLink(action.url)
        ? [
            {
              subject: 'content',
              severity: 'warning',
              node: id,
              message: isNoLink,
              fix: {
                name: { zh: '去掉这个动作', en: 'Remove the action' },
                isRemoval: true,
                edit: (page: PageDocument) => setActions(page, { id, event: 'tap', actions: without(page, id, i) }),
              },
            } as const,
          ]
        : [],
    ),
  )
}

/** Slides whose link is written, and leads nowhere. */
function deadSlides({ nodes }: PageDocument): Finding[] {
  return Object.values(nodes)
    .filter(({ type, props }) => type === 'carousel' && slidesOf(props).some(hasDeadLink))
    .map(({ id }) => ({
      subject: 'content',
      severity: 'warning',
      node: id,
      prop: 'slides',
      message: { zh: '有的轮播图链接打不开', en: 'A slide’s link cannot be opened' },
      fix: {
        name: { zh: '去掉打不开的链接', en: 'Remove such links' },
        isRemoval: true,
        edit: (page) => setAt(page, ['nodes', id, 'props', 'slides'], slidesOf(page.nodes[id]?.props ?? {}).map(withoutDeadLink)),
      },
    }))
}

function slidesOf(props: PageNode['props']): readonly Linked[] {
  return Array.isArray(props['slides']) ? props['slides'].filter(isRecord) : []
}

/** Whatever has a link of its own; an empty one is none. */
interface Linked {
  readonly link?: unknown
}

function withoutDeadLink<T extends Linked>(linked: T): T | Omit<T, 'link'> {
  const { link: _dead, ...rest } = linked
  return hasDeadLink(linked) ? rest : linked
}

/** Formatted texts that have a dead link in some language: one finding a text, which names the letters it stands on. */
function deadRuns({ nodes }: PageDocument): Finding[] {
  return Object.values(nodes).flatMap((node) => {
    const rich = richOfNode(node)
    const dead = Object.values(rich).flatMap((lines) => (lines ?? []).flatMap(({ runs }) => runs.filter(hasDeadLink)))
    const letters = [...new Set(dead.map(({ text }) => text))]
    if (!letters.length) return []
    return [
      {
        subject: 'content',
        severity: 'warning',
        node: node.id,
        prop: 'rich',
        message: {
          zh: `文字里的链接是空的，或不能打开：${letters.map((text) => `“${text}”`).join('、')}`,
          en: `A link in the text is empty, or cannot be opened: ${letters.map((text) => `“${text}”`).join(', ')}`,
        },
        fix: {
          name: { zh: '去掉链接，保留文字', en: 'Remove the link, keep the text' },
          isRemoval: true,
          edit: (page: PageDocument) => setAt(page, ['nodes', node.id, 'props', 'rich'], withoutDeadLinks(richOfNode(page.nodes[node.id]))),
        },
      } as const,
    ]
  })
}

function richOfNode(node: PageNode | undefined): Rich {
  return (node?.type === 'text' && (node.props['rich'] as Rich | undefined)) || {}
}

function hasDeadLink({ link }: Linked): boolean {
  return typeof link === 'string' && link !== '' && isDeadLink(link)
}

function withoutDeadLinks(rich: Rich): Rich {
  const mended = ({ runs, ...line }: RichLine): RichLine => ({ ...line, runs: runs.map(withoutDeadLink) })
  return Object.fromEntries(Object.entries(rich).map(([locale, lines]) => [locale, lines.map(mended)]))
}

function without({ nodes }: PageDocument, id: string, at: number): readonly Action[] {
  return (nodes[id]?.on?.['tap'] ?? []).filter((_, i) => i !== at)
}

function unreachablePopups({ nodes }: PageDocument): Finding[] {
  const opened = new Set(
    Object.values(nodes).flatMap(({ on }) =>
      Object.values(on ?? {}).flatMap((list) => list.flatMap((action) => (action.do === 'open' || action.do === 'toggle' ? [action.target] : []))),
    ),
  )
  return Object.values(nodes)
    .filter(({ id, type }) => specs[type]?.overlay && !opened.has(id))
    .map(({ id }) => ({ subject: 'content', severity: 'warning', node: id, message: { zh: '没有任何动作会打开这个弹窗', en: 'Nothing opens this popup' } }))
}
