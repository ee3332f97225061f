import { isRecord } from './diff'
import { fromSchema, type DocumentProblem, type Known } from './documentProblem'
import { rootId, type Action, type PageDocument, type PageNode } from './page'
import { isTelephone } from './telephone'
import { isInside } from './tree'
import type { Validate } from './validators'
import { versionOf, type WidgetSpec } from './widget'
import type { Bilingual } from './words'

export type PropsCheck = (node: PageNode) => DocumentProblem[]

/** Looks at the props of a node once: nodes are values, and of a large page nearly all are as they were. */
export function propsCheck(known: Known): PropsCheck {
  const seen = new WeakMap<PageNode, DocumentProblem[]>()
  return (node) => {
    const found = seen.get(node) ?? checkProps(node, known)
    seen.set(node, found)
    return found
  }
}

/** What is wrong with the nodes of a page whose shape is sound. */
export function checkPageTree(page: PageDocument, known: Known, propsOf: PropsCheck): DocumentProblem[] {
  const root = page.nodes[rootId]
  if (!root || root.type !== 'page' || root.parent !== null) {
    return [problem(undefined, '/nodes', { zh: '页面缺少根节点', en: 'The page has no root node' })]
  }
  return Object.entries(page.nodes).flatMap(([id, node]) => (id === rootId ? propsOf(node) : checkNode(node, id, { page, known, propsOf })))
}

function checkNode(node: PageNode, id: string, { page, known, propsOf }: { page: PageDocument; known: Known; propsOf: PropsCheck }): DocumentProblem[] {
  return [
    ...(node.id === id ? [] : [problem(id, '/id', { zh: '节点的 id 与它的键不一致', en: 'The node’s id differs from its key' })]),
    ...checkPlace(node, page, known),
    ...propsOf(node),
    ...checkActions(node, page),
  ]
}

function checkPlace(node: PageNode, page: PageDocument, { specs }: Known): DocumentProblem[] {
  const parent = node.parent === null ? undefined : page.nodes[node.parent]
  if (!parent) return [problem(node.id, '/parent', { zh: '上级节点不存在', en: 'Its parent does not exist' })]
  if (isInside(page.nodes, parent.id, node.id)) return [problem(node.id, '/parent', { zh: '节点在自己里面', en: 'It lies inside itself' })]
  const refusal = refusalOf(specs[node.type], specs[parent.type])
  return refusal ? [problem(node.id, '/parent', refusal)] : []
}

/** Why a widget may not stand in a container; null when it may. Unknown types may stand, and hold, anything. */
export function refusalOf(child: WidgetSpec | undefined, parent: WidgetSpec | undefined): Bilingual | null {
  if (!child || !parent) return null
  if (!parent.contains) return { zh: `“${parent.title.zh}”里面不能放其他组件`, en: `“${parent.title.en}” cannot hold other widgets` }
  if (child.within === 'page' && parent.type !== 'page')
    return { zh: `“${child.title.zh}”只能直接放在页面上`, en: `“${child.title.en}” can only stand directly on the page` }
  const { accepts } = parent.contains
  if (accepts !== 'any' && !accepts.includes(child.type))
    return { zh: `“${parent.title.zh}”不接受“${child.title.zh}”`, en: `“${parent.title.en}” does not accept “${child.title.en}”` }
  return null
}

function checkProps(node: PageNode, { specs, validators }: Known): DocumentProblem[] {
  const spec = specs[node.type]
  if (!spec)
    return [
      problem(
        node.id,
        '/type',
        { zh: `不认识的组件“${node.type}”，会原样保留但不会显示`, en: `Unknown widget "${node.type}"; it is kept but not shown` },
        'warning',
      ),
    ]
  if (node.v > versionOf(spec)) return [problem(node.id, '/v', { zh: '这个组件来自更新版本的 Festoon', en: 'This widget was made by a newer Festoon' })]
  if (node.v < versionOf(spec)) return []
  const admit = validators.widgets[node.type]!
  return [...fromSchema('page', admit(node.props), { node: node.id, path: '/props' }), ...checkOverrides(node, admit)]
}

/** What is wrong with the props of single phases: of each only what is its own. */
function checkOverrides({ id, props, byPhase = {} }: PageNode, admit: Validate): DocumentProblem[] {
  return Object.entries(byPhase).flatMap(([phase, override]) => {
    // Of a record of another shape the page's own schema speaks.
    const own = isRecord(override) && isRecord(override.props) ? override.props : {}
    return fromSchema('page', admit({ ...props, ...own }), { node: id })
      .filter(({ path }) => Object.hasOwn(own, propOf(path)))
      .map((one) => ({ ...one, path: `/byPhase/${phase}/props${one.path}` }))
  })
}

/** The prop that a JSON pointer into props leads to. */
function propOf(path: string): string {
  return (path.split('/')[1] ?? '').replace(/~1/g, '/').replace(/~0/g, '~')
}

function checkActions(node: PageNode, page: PageDocument): DocumentProblem[] {
  return Object.entries(node.on ?? {}).flatMap(([event, actions]) =>
    actions.flatMap((action, i) => {
      const trouble = troubleOf(action, page)
      return trouble ? [problem(node.id, `/on/${event}/${i}/${trouble.field}`, trouble.message)] : []
    }),
  )
}

/** What keeps an action from being carried out, and the field that is to blame. */
function troubleOf(action: Action, page: PageDocument): { readonly field: string; readonly message: Bilingual } | null {
  if (action.do === 'call' && !isTelephone(action.tel))
    return { field: 'tel', message: { zh: `“${action.tel}”不是电话号码`, en: `"${action.tel}" is not a telephone number` } }
  const target = 'target' in action ? action.target : undefined
  if (target === undefined || page.nodes[target]) return null
  return { field: 'target', message: { zh: `动作指向的节点“${target}”不存在`, en: `The action points at "${target}", which does not exist` } }
}

function problem(node: string | undefined, path: string, message: Bilingual, severity: 'error' | 'warning' = 'error'): DocumentProblem {
  return { document: 'page', ...(node === undefined ? {} : { node }), path, message, severity }
}
