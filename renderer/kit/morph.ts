/** Attributes that the browser or the visitor changes, and the publisher adds: a view's text does not know them. */
const leftAlone = /^(loading|fetchpriority)$/

function keyOf(node: Node): string {
  const element = node as Element
  return node.nodeType === 1 ? element.getAttribute('data-key') || element.getAttribute('data-n') || element.id : ''
}

function morphAttributes(live: Element, wanted: Element): void {
  for (const { name, value } of Array.from(wanted.attributes)) {
    if (live.getAttribute(name) === value) continue
    live.setAttribute(name, value)
    if (live === document.activeElement) continue
    if (name === 'value') (live as HTMLInputElement).value = value
    if (name === 'checked') (live as HTMLInputElement).checked = true
  }
  for (const { name } of Array.from(live.attributes)) {
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

/** The live node that becomes `wanted`: the one of the same key, or the next of the same kind that has none. */
function partnerOf(wanted: Node, from: Node | null, keyed: Map<string, Node>): Node | null {
  const key = keyOf(wanted)
  if (key) {
    const found = keyed.get(key)
    return found && found.nodeName === wanted.nodeName ? found : null
  }
  let found = from
  while (found && (keyOf(found) || found.nodeName !== wanted.nodeName)) found = found.nextSibling
  return found
}

function morphChildren(live: Node, wanted: Node): void {
  const keyed = new Map<string, Node>()
  for (let child = live.firstChild; child; child = child.nextSibling) if (keyOf(child)) keyed.set(keyOf(child), child)
  let at = live.firstChild
  for (const next of Array.from(wanted.childNodes)) {
    // Blanks that a proxy or a minifier put in or left out must not make elements move.
    while (at && isBlank(at) && next.nodeType === 1) at = drop(live, at)
    const partner = partnerOf(next, at, keyed)
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
