import { documentLimits, parseJson } from '../../../schemas/limits'
import type { Dialect, Entry, ForeignPage, Kind, Part, Tap } from '../part'
import { textOfProse } from '../plainText'
import { questionOf, type Question } from '../question'
import { addressIn, firstText, listOf, recordOf, recordsOf, styleOf, textOf, type Raw, type Style } from '../reading'
import type { ReasonCode } from '../reasons'

/** Kinds by what a name contains, whatever else it says. The first that fits counts. */
const kindsByWord: readonly (readonly [RegExp, Kind])[] = [
  [/countdown/i, 'countdown'],
  [/video/i, 'video'],
  [/wheel|lottery|turntable/i, 'wheel'],
  [/spac(e|er)$|divider|^hr$|blank/i, 'space'],
  [/button|^btn/i, 'button'],
  [/image|picture|^img|photo|w-image|w-svg|carousel|swiper|banner/i, 'image'],
  [/text|title|heading|paragraph|notice|richtext|^tpl$|^h[1-6]$|^p$|tag$|markdown/i, 'text'],
  [
    /container|section|^div$|^box|block|card|grid|flex|group|wrapper|page$|panel|tabs?$|collapse|steps$|cell$|navbar|alert|layout|emptycontainer|columns?$|hbox|fieldset|^form$/i,
    'box',
  ],
]
const fieldName = /input|select|radio|checkbox|textarea|switch|stepper|rate$|datepicker|upload|search|formitem|form-/i

const childKeys = [
  'children',
  'child',
  'items',
  'body',
  'components',
  'elements',
  'blocks',
  'columns',
  'tabs',
  'layers',
  'template',
  'content',
  'actions',
  'buttons',
  'toolbar',
] as const

/** Trees of components as most editors write them: a type, a style, what it says and what it holds, under one of many names. */
export const anyTree: Dialect = {
  id: 'other',
  title: 'JSON',
  recognises: (value) => rootsIn(value).length > 0,
  read: (value) => rootsIn(value).map(pageOf),
}

interface Root {
  readonly title: string
  readonly about: Raw
  readonly parts: readonly Raw[]
}

/** The pages of a file: the file itself, a list of templates, or a document inside a text. */
function rootsIn(value: unknown, title = ''): readonly Root[] {
  if (Array.isArray(value)) return listRoots(value, title)
  const file = recordOf(value)
  const name = firstText(file['title'], file['name'], file['fileName'], title)
  if (typeof file['data'] === 'string')
    return rootsIn(parsed(file['data']), name).map((root) => ({ ...root, about: { width: file['width'], height: file['height'], ...root.about } }))
  for (const key of ['schema', 'data', 'template', 'page'] as const) {
    if (!hasParts(file) && typeof file[key] === 'object' && file[key] !== null)
      return key === 'template' ? [{ title: name, about: file, parts: [recordOf(file[key])] }] : rootsIn(file[key], name)
  }
  const pages = partsIn(file).filter(({ type }) => type === 'page')
  if (file['type'] === 'root' && pages.length)
    return pages.map((page) => ({ title: firstText(page['title'], page['name'], page['field'], name), about: page, parts: partsIn(page) }))
  return hasParts(file) ? [{ title: name, about: file, parts: partsIn(file) }] : []
}

function listRoots(list: readonly unknown[], title: string): readonly Root[] {
  const records = recordsOf(list)
  const [first] = records
  if (first && 'global' in first && 'layers' in first)
    return records.map((page) => ({
      title: firstText(title, recordOf(page['global'])['name']),
      about: recordOf(page['global']),
      parts: recordsOf(page['layers']),
    }))
  if (records.some((one) => typeof one['schema'] === 'object' || typeof one['template'] === 'object')) return records.flatMap((one) => rootsIn(one, title))
  return records.length && records.every((one) => typeOf(one) !== '') ? [{ title, about: {}, parts: records }] : []
}

function parsed(text: string): unknown {
  const read = parseJson(text, documentLimits)
  return read.ok ? read.value : null
}

const isPart = (value: Raw): boolean => typeOf(value) !== '' || childKeys.some((key) => Array.isArray(value[key]))

function hasParts(value: Raw): boolean {
  return childKeys.some((key) => recordsOf(value[key]).some(isPart))
}

/** What a record holds, under whatever names, parts inside props (slots) among them. */
function partsIn(value: Raw): readonly Raw[] {
  const slots = Object.values(recordOf(value['props']))
    .flatMap((one) => (recordOf(one)['type'] === 'JSSlot' ? recordsOf([recordOf(one)['value']].flat()) : []))
    .filter(isPart)
  const inside = childKeys.flatMap((key) => {
    const held = value[key]
    const records = Array.isArray(held) ? recordsOf(held) : key === 'body' || key === 'template' || key === 'child' ? [recordOf(held)] : []
    return records.filter(isPart)
  })
  return [...inside, ...slots]
}

function typeOf({ component, componentName, type, elName, name, tagName }: Raw): string {
  return firstText(
    recordOf(component)['name'],
    componentName,
    typeof component === 'string' ? component : '',
    type === 'node' ? '' : type,
    elName,
    tagName,
    name,
  )
}

function pageOf({ title, about, parts }: Root): ForeignPage {
  const style = { ...styleOf(about), ...styleOf(about['style']) }
  const width = Number(about['width']) || 375
  const height = Number(about['height'])
  const read = parts.map(partOf)
  return {
    title: firstText(title, 'JSON'),
    width,
    ...(height > 0 ? { height } : {}),
    isFree: isPlaced(read),
    style: { ...pick(style, ['backgroundColor', 'background', 'backgroundImage']) },
    parts: read,
    lost: lostWith(about),
  }
}

/** Most of them say where they stand. */
function isPlaced(parts: readonly Part[]): boolean {
  const placed = parts.filter(
    ({ style }) => (style['position'] === 'absolute' || style['position'] === undefined) && style['left'] !== undefined && style['top'] !== undefined,
  )
  return parts.length > 0 && placed.length * 2 > parts.length
}

function partOf(value: Raw): Part {
  const was = typeOf(value) || 'box'
  const props: Raw = {
    ...recordOf(value['settings']),
    ...recordOf(value['attributes']),
    ...recordOf(value['componentProps']),
    ...recordOf(recordOf(value['component'])['options']),
    ...recordOf(value['props']),
  }
  const tag = textOf(props['tag'])
  const children = partsIn(value).map(partOf)
  const isField = fieldName.test(was) && props['readonly'] !== true && !children.length
  const asks = isField ? questionIn(was, value, props) : null
  const said = isField ? '' : saidBy(value, props)
  const listed = children.length ? null : listIn(was, value, props)
  const kind = isField ? null : (listed?.kind ?? kindOf(was, { said, children }))
  return {
    was,
    name: firstText(value['customName'], value['label'], value['alias'], was === value['name'] ? '' : value['name']),
    id: firstText(value['id'], value['uuid'], value['field']),
    kind,
    text: said,
    ...(/^h1$/.test(`${tag}${was}`) || tag === 'h1' ? { level: 'display' as const } : /^h[2-4]$/.test(tag || was) ? { level: 'heading' as const } : {}),
    src: sourceOf(value, props),
    alt: textOf(props['alt']),
    until: textOf(props['endTime']),
    style: styleIn(value, props),
    isFree: isPlaced(children),
    isHidden: value['visible'] === false || value['hidden'] === true,
    children: children.length || kind !== 'box' ? children : saidInside(value, props),
    ...(listed ? { entries: listed.entries } : {}),
    ...tapOf(value, props),
    ...(asks ? { asks: [asks] } : {}),
    lost: [
      ...lostWith(value),
      ...(isField && !asks ? (['form-field'] as const) : []),
      ...(isBound(props) ? (['data-source'] as const) : []),
      ...(/grid|flex|columns|hbox/i.test(was) && children.length > 1 ? (['columns'] as const) : []),
    ],
    raw: value,
  }
}

function questionIn(was: string, value: Raw, props: Raw): Question | null {
  const isRequired = props['required'] ?? value['required']
  return questionOf({
    was,
    input: props['type'],
    label: firstText(props['label'], value['label'], props['title']),
    placeholder: firstText(props['placeholder'], value['placeholder']),
    options: props['options'] ?? value['options'],
    ...(typeof isRequired === 'boolean' ? { isRequired } : {}),
    steps: props['count'] ?? value['count'],
  })
}

const listKeys = ['items', 'tabs', 'steps', 'list', 'options'] as const

/** What a component says that holds no others: its heading, text and picture, then the entries of its list. */
function saidInside(value: Raw, props: Raw): readonly Part[] {
  const heading = firstText(props['title'], props['label'], value['title'])
  const body = [props['content'], props['text'], props['value'], props['description'], value['tpl']]
    .map(textOf)
    .filter((text) => text.trim() !== '' && text !== heading)
  const picture = sourceOf(value, props)
  const entries = listKeys.flatMap((key) => listOf(props[key]))
  return [
    ...(heading.trim() ? [simplePart('text', { text: heading, level: 'heading' })] : []),
    ...(picture ? [simplePart('image', { src: picture })] : []),
    ...body.map((text) => simplePart('text', { text })),
    ...entries.flatMap((entry) => (typeof entry === 'string' ? [simplePart('text', { text: entry })] : saidInside({}, recordOf(entry)))),
  ]
}

/** What a component shows one after the other: pictures that are swiped, questions that unfold, steps. Null: nothing of the kind. */
function listIn(was: string, value: Raw, props: Raw): { kind: Kind; entries: readonly Entry[] } | null {
  const swiped = /carousel|swiper/i.test(was) ? (props['items'] ?? value['options']) : null
  const pictures = entriesIn(props['images'], swiped).filter(({ src }) => src !== '')
  if (pictures.length > 1) return { kind: 'carousel', entries: pictures }
  const told = entriesIn(props['items'], props['steps'], value['steps']).filter(({ title }) => title !== '')
  if (/^steps?$/i.test(was) && told.length) return { kind: 'steps', entries: told }
  return /collapse|accordion|faq/i.test(was) && told.length && told.every(({ text }) => text !== '') ? { kind: 'faq', entries: told } : null
}

/** The first list that is one. */
function entriesIn(...lists: readonly unknown[]): readonly Entry[] {
  return listOf(lists.find(Array.isArray)).map((one) => {
    const { title, label, text, question, content, answer, description, value: said, url, src, imageUrl, image } = recordOf(one)
    const heading = firstText(title, label, question, text)
    return { title: heading, text: firstText(content, answer, description, said), src: firstText(one, url, src, imageUrl, image) }
  })
}

/** Something that it says is worked out by an expression. */
function isBound(props: Raw): boolean {
  return Object.values(props).some((one) => recordOf(one)['type'] === 'JSExpression')
}

function simplePart(kind: 'text' | 'image', fields: Partial<Part>): Part {
  return { was: kind, kind, style: {}, children: [], lost: [], raw: null, ...fields }
}

function kindOf(was: string, { said, children }: { said: string; children: readonly Part[] }): Kind | null {
  const known = kindsByWord.find(([word]) => word.test(was.replace(/^.*\//, '')))?.[1]
  // Something that holds others is a container, whatever it is called.
  if (children.length && known !== 'countdown' && known !== 'wheel') return known === undefined && !said ? null : 'box'
  // A line across the page with words in it is a heading.
  return known === 'space' && said ? 'text' : (known ?? (said ? 'text' : null))
}

function saidBy(value: Raw, props: Raw): string {
  const prose = recordOf(recordOf(recordOf(value['variables'])['text'])['data'])['content']
  const plain = (one: unknown): string => (recordOf(one)['type'] === 'JSExpression' ? '' : textOf(one))
  return firstText(
    textOfProse(prose),
    ...['text', 'content', 'title', 'label', 'tpl', 'html', 'children'].flatMap((key) => [plain(props[key]), plain(value[key])]),
  )
}

function sourceOf(value: Raw, props: Raw): string {
  const [first] = listOf(props['images'])
  const variable = recordOf(recordOf(recordOf(recordOf(value['variables'])['image'])['src'])['data'])
  return firstText(
    props['src'],
    props['imageUrl'],
    props['imgUrl'],
    props['videoUrl'],
    value['imgUrl'],
    value['src'],
    textOf(props['image']),
    textOf(first),
    recordOf(first)['url'],
    variable['content'],
  )
}

const ownKeys = ['left', 'top', 'width', 'height', 'rotate', 'fontSize', 'color', 'textAlign', 'backgroundColor', 'zIndex'] as const

function styleIn(value: Raw, props: Raw): Style {
  const design = Object.values(recordOf(value['design'])).flatMap((one) => Object.entries(styleOf(one)))
  const written = {
    ...styleOf(recordOf(value['responsiveStyles'])['large']),
    ...styleOf(value['styles']),
    ...styleOf(props['style']),
    ...styleOf(value['style']),
  }
  return {
    ...Object.fromEntries(design),
    ...pick(styleOf(props), ownKeys),
    ...pick(styleOf(value), ownKeys),
    ...written,
    ...(addressIn(written['backgroundImage']) ? {} : { backgroundImage: '' }),
  }
}

function pick(style: Style, keys: readonly string[]): Style {
  return Object.fromEntries(keys.flatMap((key) => (style[key] === undefined ? [] : [[key, style[key]] as const])))
}

function tapOf(value: Raw, props: Raw): { taps?: readonly Tap[] } {
  const link = recordOf(recordOf(recordOf(value['variables'])['link'])['url'])
  const url = firstText(props['href'], props['link'], props['url'], value['link'], recordOf(link['data'])['content'])
  return url && url !== '#' ? { taps: [{ do: 'go', url }] } : {}
}

function lostWith(value: Raw): readonly ReasonCode[] {
  const { script, jsCode, methods, lifeCycles, originCode, dataSource, animate, animations, condition, ifShow, visibleOn, responsiveStyles, events, onEvent } =
    value
  const has = (...all: readonly unknown[]): boolean =>
    all.some((one) => (Array.isArray(one) || typeof one === 'string' ? one.length > 0 : Object.keys(recordOf(one)).length > 0))
  return [
    ...(has(script, jsCode, methods, lifeCycles, originCode) ? (['script'] as const) : []),
    ...(has(dataSource) ? (['data-source'] as const) : []),
    ...(has(animate, animations) ? (['animation'] as const) : []),
    ...(has(ifShow, visibleOn) || recordOf(condition)['type'] === 'JSExpression' ? (['condition'] as const) : []),
    ...(has(responsiveStyles) ? (['responsive'] as const) : []),
    ...(has(events, onEvent) ? (['event'] as const) : []),
  ]
}
