/** Attributes that the browser or the visitor changes, and the publisher adds: a view's text does not know them. */
const leftAlone = /^(loading|fetchpriority)$/

function keyOf(node: Node): string {
  const element = node as Element
  return node.nodeType === 1 ? element.getAttribute('data-key') || element.getAttribute('data-n') || element.id : ''
}

function morphAttributes(live: Element, wanted: Element): void {
  for (const name of wanted.getAttributeNames()) {
    const value = wanted.getAttribute(name)!
    if (live.getAttribute(name) === value) continue
    live.setAttribute(name, value)
    if (live === document.activeElement) continue
    if (name === 'value') (live as HTMLInputElement).value = value
    if (name === 'checked') (live as HTMLInputElement).checked = true
  }
  for (const name of live.getAttributeNames()) {
    if (wanted.hasAttribute(name) || leftAlone.test(name) || (name === 'open' && live.nodeName === 'DETAILS')) continue
    live.removeAttribute(name)
    if (name === 'checked') (live as HTMLInputElement).checked = false
  }
}

/** Makes `live` say what `wanted` says, its own attributes included. `wanted` is used up. */
export function morphNode(live: Node, wanted: Node): void {
  if (live.isEqualNode(wanted)) return
  if (live.nodeType === 1 && (wanted as Element).hasAttribute('data-same')) return
  if (live.nodeType !== 1) {
    live.nodeValue = wanted.nodeValue
    return
  }
  morphAttributes(live as Element, wanted as Element)
  morphChildren(live, wanted)
}

function isBlank(node: Node): boolean {
  return node.nodeType === 8 || (node.nodeType === 3 && !node.nodeValue!.trim())
}

/** The next node from `from` on that is of the same kind as `wanted` and has no key. */
function nextLike(wanted: Node, from: ChildNode | null): ChildNode | null {
  let found = from
  while (found && (found.nodeName !== wanted.nodeName || keyOf(found))) found = found.nextSibling
  return found
}

function keyedIn(parent: Node): Map<string, ChildNode> {
  const keyed = new Map<string, ChildNode>()
  for (let child = parent.firstChild; child; child = child.nextSibling) if (keyOf(child)) keyed.set(keyOf(child), child)
  return keyed
}

/** The node of the same key, where it is of the same kind. */
function keyedLike(wanted: Node, found: ChildNode | undefined): ChildNode | null {
  return found && found.nodeName === wanted.nodeName ? found : null
}

function morphChildren(live: Node, wanted: Node): void {
  let keyed: Map<string, ChildNode> | undefined
  let at = live.firstChild
  for (let next = wanted.firstChild, after; next; next = after) {
    after = next.nextSibling
    // Blanks that a proxy or a minifier put in or left out must not make elements move.
    while (at && isBlank(at) && next.nodeType === 1) at = drop(live, at)
    const key = keyOf(next)
    const partner = key ? keyedLike(next, (keyed = keyed || keyedIn(live)).get(key)) : nextLike(next, at)
    if (!partner) live.insertBefore(next, at)
    else {
      if (partner === at) at = at.nextSibling
      else live.insertBefore(partner, at)
      morphNode(partner, next)
    }
  }
  while (at) at = drop(live, at)
}

function drop(parent: Node, child: ChildNode): ChildNode | null {
  const after = child.nextSibling
  parent.removeChild(child)
  return after
}

/**
 * Makes what is inside `element` say `text` (HTML), changing only what differs. Elements are matched by `data-key`,
 * `data-n` or id, else by place; focus, and what the visitor typed or ticked, stay. `data-same` stands for the live element as it is.
 */
export function morph(element: Element, text: string): void {
  const focused = document.activeElement as HTMLElement | null
  const template = document.createElement('template')
  template.innerHTML = text
  morphChildren(element, template.content)
  if (focused && focused !== document.activeElement && element.contains(focused)) focused.focus()
}
