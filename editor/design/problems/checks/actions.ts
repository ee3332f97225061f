import { setActions } from '../../../document/commands/setActions'
import type { Action, PageDocument } from '../../../../schemas/page'
import { safeLink } from '../../../../widgets/html'
import { specs } from '../../../../widgets/specs'
import type { Check, Finding } from '../finding'

/** Links that lead nowhere, and popups that nothing opens. */
export const actions: Check = (page) => [...deadLinks(page), ...unreachablePopups(page)]

function deadLinks({ nodes }: PageDocument): Finding[] {
  return Object.values(nodes).flatMap(({ id, on }) =>
    (on?.['tap'] ?? []).flatMap((action, i) =>
      action.do === 'go' && isDead(action.url)
        ? [
            {
              subject: 'content',
              severity: 'warning',
              node: id,
              message: { zh: '链接是空的,或不能打开', en: 'The link is empty, or cannot be opened' },
              fix: {
                name: { zh: '去掉这个动作', en: 'Remove the action' },
                edit: (page: PageDocument) => setActions(page, { id, event: 'tap', actions: without(page, id, i) }),
              },
            } as const,
          ]
        : [],
    ),
  )
}

function isDead(url: string): boolean {
  const read = safeLink(url)
  return url.trim() === '' || read === '#' || read === 'https://' || read === 'http://'
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
