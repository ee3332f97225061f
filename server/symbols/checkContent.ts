import type { Problem } from '../../schemas/api/management'
import { pageFormat, rootId, type PageDocument, type PageNode } from '../../schemas/page'
import type { SymbolContent } from '../../schemas/symbol'
import { speak, type Bilingual, type Locale } from '../../schemas/words'
import { subtreeOf } from '../../schemas/tree'
import { Refuse } from '../problem'
import type { World } from '../world'

/**
 * @throws Refuse `bad-input` when the nodes are not one branch that could stand on a page. What is wrong with their
 * properties is no reason to lose anyone's work: pages tell of it.
 */
export function refuseBroken({ checker }: Pick<World, 'checker'>, content: SymbolContent, locale: Locale): void {
  const { root, nodes } = content
  const top = nodes[root]
  const found = subtreeOf(nodes, root)
  if (!top || top.parent !== null) refuse([problem({ zh: '复用块没有根节点', en: 'The symbol has no root node' }, '/content/root', locale)])
  if (rootId in nodes) refuse([problem({ zh: '页面本身不能成为复用块', en: 'A whole page cannot be a symbol' }, `/content/nodes/${rootId}`, locale)])
  const lost = Object.keys(nodes).filter((id) => !found.includes(id))
  refuse(lost.map((id) => problem({ zh: '节点不在根节点之内', en: 'The node does not lie within the root' }, `/content/nodes/${id}/parent`, locale)))
  const places = checker.page(pageOf(content)).filter(({ path, node, severity }) => severity === 'error' && node !== undefined && /^\/(id|parent)$/.test(path))
  refuse(places.map(({ node, path, message }) => problem(message, `/content/nodes/${node}${path}`, locale)))
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length) throw new Refuse('bad-input', { problems: problems.slice(0, 100) })
}

function problem(message: Bilingual, path: string, locale: Locale): Problem {
  return { document: 'body', path, message: speak(message, locale), severity: 'error' }
}

function pageOf({ root, nodes }: SymbolContent): PageDocument {
  const page: PageNode = { id: rootId, type: 'page', v: 0, parent: null, order: 'a0', props: {} }
  return {
    format: pageFormat,
    title: '',
    locale: 'en',
    theme: { preset: 'festive' },
    nodes: { ...nodes, [rootId]: page, [root]: { ...nodes[root]!, parent: rootId } },
  }
}
