import type { Dialect, ForeignPage, Part, Tap } from '../part'
import { addressIn, firstText, listOf, recordOf, recordsOf, styleOf, textOf, type Raw, type Style } from '../reading'
import { questionOf } from '../question'
import type { ReasonCode } from '../reasons'

const headings: { readonly [tag: string]: 'display' | 'heading' } = { h1: 'display', h2: 'heading', h3: 'heading', h4: 'heading' }
const fields = new Set(['input', 'select', 'textarea', 'checkbox', 'radio'])

/** The rules of a project, by selector; `#id` rules count more than `.class` rules. */
interface Sheet {
  readonly of: (component: Raw) => Style
  readonly isResponsive: boolean
}

/** GrapesJS: a project of pages, each a tree of components, with style sheets beside it. */
export const grapesJs: Dialect = {
  id: 'grapesjs',
  title: 'GrapesJS',
  recognises: (value) => projectsIn(value).length > 0,
  read: (value) => projectsIn(value).flatMap(pagesOf),
}

interface Project {
  readonly name: string
  readonly project: Raw
}

const isProject = (value: Raw): boolean => recordsOf(value['pages']).some((page) => Array.isArray(page['frames']) || 'component' in page)

/** A project, or a collection of them as stores of projects keep them. The same project twice is one. */
function projectsIn(value: unknown): readonly Project[] {
  const file = recordOf(value)
  if (isProject(file)) return [{ name: firstText(file['name'], 'GrapesJS'), project: file }]
  const kept = Object.values(file)
    .flatMap(recordsOf)
    .map((row) => ({ name: firstText(row['name'], row['id']), project: recordOf(row['data'] ?? row) }))
    .filter(({ project }) => isProject(project))
  return [...new Map(kept.map((one) => [JSON.stringify(one.project), one])).values()]
}

function pagesOf({ name, project }: Project): readonly ForeignPage[] {
  const sheet = sheetOf(recordsOf(project['styles']))
  const pages = recordsOf(project['pages'])
  return pages.map((page) => {
    const wrapper = recordOf(recordsOf(page['frames'])[0]?.['component'] ?? page['component'])
    return {
      title: pages.length > 1 ? `${name} · ${firstText(page['name'], page['id'])}` : name,
      width: 375,
      isFree: false,
      style: sheet.of(wrapper),
      parts: childrenOf(wrapper).map((child) => partOf(child, sheet)),
      lost: sheet.isResponsive ? ['responsive', 'style'] : ['style'],
    }
  })
}

function sheetOf(rules: readonly Raw[]): Sheet {
  const plain = rules.filter((rule) => !textOf(rule['mediaText']) && !textOf(rule['state']))
  const bySelector = new Map<string, Style>()
  for (const rule of plain) {
    for (const selector of [...listOf(rule['selectors']), rule['selectorsAdd']]) {
      const name = selectorOf(selector)
      if (name) bySelector.set(name, { ...bySelector.get(name), ...styleOf(rule['style']) })
    }
  }
  return {
    isResponsive: plain.length < rules.length,
    of(component) {
      const classes = listOf(component['classes']).map((one) => bySelector.get(`.${classOf(one)}`) ?? {})
      const own = bySelector.get(`#${textOf(recordOf(component['attributes'])['id'])}`) ?? {}
      return Object.assign({}, ...classes, own, styleOf(component['style'])) as Style
    },
  }
}

function selectorOf(selector: unknown): string {
  const name = classOf(selector)
  return /^[#.]/.test(name) ? name : name ? `.${name}` : ''
}

function classOf(value: unknown): string {
  return typeof value === 'string' ? value : textOf(recordOf(value)['name'])
}

function childrenOf({ components, content }: Raw): readonly Raw[] {
  if (typeof components === 'string') return [{ type: 'text', content: components }]
  const inside = Array.isArray(components) ? recordsOf(components) : Object.keys(recordOf(components)).length ? [recordOf(components)] : []
  return inside.length || !textOf(content).trim() ? inside : [{ type: 'textnode', content }]
}

const inlineTags = new Set(['b', 'strong', 'i', 'em', 'u', 'span', 'small', 'br', 'a'])

/** All that a component says, when it holds nothing but text; null when it holds more. */
function saidBy(component: Raw): string | null {
  const inside = childrenOf(component)
  if (component['type'] === 'textnode' || inside.length === 0) return textOf(component['content'])
  const said = inside.map((child) => (child['type'] === 'textnode' || isInline(child) ? saidBy(child) : null))
  return said.every((text) => text !== null) ? said.join('') : null
}

function isInline({ tagName, type }: Raw): boolean {
  return inlineTags.has(textOf(tagName)) || type === 'text'
}

function partOf(component: Raw, sheet: Sheet): Part {
  const tag = textOf(component['tagName'])
  const was = firstText(component['type'], tag, 'div')
  const attributes = recordOf(component['attributes'])
  const style = sheet.of(component)
  const base = { was, id: textOf(attributes['id']), name: textOf(component['custom-name'] ?? component['name']), style, ...tapOf(attributes), raw: component }
  const lost: ReasonCode[] = component['script'] || Object.keys(attributes).some((name) => name.startsWith('on')) ? ['script'] : []
  if (was === 'image' || tag === 'img')
    return { ...base, kind: 'image', src: firstText(attributes['src'], component['src']), alt: textOf(attributes['alt']), children: [], lost }
  if (was === 'script' || tag === 'script') return { ...base, kind: null, children: [], lost: ['script'] }
  if (was.startsWith('svg')) return { ...base, kind: null, children: [], lost }
  if (fields.has(was) || fields.has(tag)) return fieldOf(component, { ...base, was: fields.has(was) ? was : tag })
  const said = saidBy(component)
  if (said !== null && said.trim() !== '')
    return {
      ...base,
      kind: buttonLike(was, tag, style) ? 'button' : 'text',
      text: said,
      ...(headings[tag] ? { level: headings[tag] } : {}),
      children: [],
      lost,
    }
  return { ...base, kind: 'box', children: insideOf(component, sheet), lost: [...lost, ...(isRow(style) ? (['columns'] as const) : [])] }
}

function fieldOf(component: Raw, base: Omit<Part, 'kind' | 'children' | 'lost'>): Part {
  const attributes = recordOf(component['attributes'])
  const { type, placeholder, required, value } = attributes
  if (/submit|button/.test(textOf(type))) return { ...base, kind: 'button', text: firstText(value, placeholder), children: [], lost: [] }
  const options = childrenOf(component).map((option) => firstText(saidBy(option), recordOf(option['attributes'])['value']))
  const asks = questionOf({
    was: base.was,
    input: type,
    label: attributes['aria-label'],
    placeholder,
    options,
    isRequired: required !== undefined && required !== false,
  })
  return { ...base, kind: null, ...(asks ? { asks: [asks] } : {}), children: [], lost: asks ? [] : ['form-field'] }
}

function insideOf(component: Raw, sheet: Sheet): readonly Part[] {
  return childrenOf(component).map((child) => partOf(child, sheet))
}

function buttonLike(was: string, tag: string, style: Style): boolean {
  return (
    was === 'button' ||
    tag === 'button' ||
    ((was === 'link' || tag === 'a') && (style['backgroundColor'] !== undefined || addressIn(style['background']) !== ''))
  )
}

function isRow({ display, flexDirection }: Style): boolean {
  return display === 'grid' || (display === 'flex' && !String(flexDirection ?? '').startsWith('column'))
}

function tapOf({ href }: Raw): { taps?: readonly Tap[] } {
  const url = textOf(href)
  return url && !url.startsWith('#') ? { taps: [{ do: 'go', url }] } : {}
}
