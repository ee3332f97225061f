import { isSame, valueAt } from '../../../schemas/diff'
import type { Action, PageDocument, PageNode } from '../../../schemas/page'
import type { Instance } from './instance'

/** A place in a node whose value a symbol decides: a field, or one of its props. */
export type SharedAt = readonly string[]

/**
 * Fields that are the page's own in every instance. Plays and phases are named by each activity for itself; a lock is an
 * aid for whoever works on that page.
 */
const ownFields = new Set(['id', 'parent', 'order', 'props', 'play', 'when', 'byPhase', 'locked', 'symbol', 'of'])

/** Where an instance stands, and how large it is there, is the page's own as well. */
const isOwn = (field: string, isRoot: boolean): boolean => ownFields.has(field) || (isRoot && field === 'frame')

/** A node as its symbol knows it: with the symbol's ids, and without what is the page's own. */
export function sharedNode(node: PageNode, ids: ReadonlyMap<string, string>, isRoot: boolean): PageNode {
  const shared = Object.entries(node).filter(([field, value]) => !isOwn(field, isRoot) && !(field === 'frame' && value === null))
  return {
    ...(Object.fromEntries(shared) as Pick<PageNode, 'type' | 'v'>),
    id: ids.get(node.id)!,
    parent: isRoot ? null : innerId(node.parent!, ids),
    order: isRoot ? 'a0' : node.order,
    props: node.props,
    ...(node.on ? { on: aimed(node.on, (target) => innerId(target, ids)) } : {}),
  }
}

/** The page's nodes of an instance as the symbol knows them, by the symbol's ids. */
export function sharedNodes({ nodes }: PageDocument, { root, innerIds }: Instance): Map<string, PageNode> {
  return new Map([...innerIds].map(([id, inner]) => [inner, sharedNode(nodes[id]!, innerIds, id === root)]))
}

/** Nodes that the symbol does not know are told apart from those that it does, whose ids may read the same. */
export function innerId(id: string, ids: ReadonlyMap<string, string>): string {
  return ids.get(id) ?? `~${id}`
}

/** Actions with other targets; those for whose target there is none are left out. */
export function aimed(on: NonNullable<PageNode['on']>, aim: (target: string) => string | undefined): NonNullable<PageNode['on']> {
  const one = (action: Action): readonly Action[] => {
    if (!('target' in action) || action.target === undefined) return [action]
    const target = aim(action.target)
    return target === undefined ? [] : [{ ...action, target }]
  }
  return Object.fromEntries(Object.entries(on).map(([event, actions]) => [event, actions.flatMap(one)]))
}

/** The places that at least one of two states of a node has, and in which the symbol has a say. */
export function sharedPlaces(a: PageNode | undefined, b: PageNode | undefined, isRoot: boolean): SharedAt[] {
  const fields = Object.keys({ ...a, ...b }).filter((field) => !isOwn(field, isRoot))
  const props = Object.keys({ ...a?.props, ...b?.props })
  return [...fields.map((field) => [field]), ...props.map((name) => ['props', name])]
}

/** Whether two states of a node say the same at a place. */
export function agreeAt(a: PageNode | undefined, b: PageNode | undefined, at: SharedAt): boolean {
  return isSame(valueAt(a, at), valueAt(b, at))
}

export function standAlike(a: PageNode | undefined, b: PageNode | undefined): boolean {
  return a?.parent === b?.parent && a?.order === b?.order
}

/** Puts a value at a place of a node, or takes it away. */
export function withValue(node: PageNode, at: SharedAt, value: unknown): PageNode {
  const [field, name] = at
  if (name === undefined) return put(node, field!, value) as PageNode
  return { ...node, props: put(node.props, name, value) }
}

function put<T extends object>(record: T, key: string, value: unknown): T {
  const { [key as keyof T]: _old, ...rest } = record
  return (value === undefined ? rest : { ...rest, [key]: value }) as T
}
