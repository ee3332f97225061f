import type { Dialect, ForeignPage, Kind, Part, Tap } from '../part'
import { firstText, listOf, recordOf, recordsOf, styleOf, textOf, type Raw } from '../reading'
import { questionOf, type Question } from '../question'
import type { ReasonCode } from '../reasons'

/** Endings of element names, whatever the prefix (`lbp-text`, `qk-text`). */
const kindsByEnding: { readonly [ending: string]: Kind } = {
  'text': 'text',
  'text-static': 'text',
  'rich-text': 'text',
  'image': 'image',
  'picture': 'image',
  'button': 'button',
  'form-button': 'button',
  'background': 'image',
  'video': 'video',
  'rectangle-border': 'box',
  'rect-border': 'box',
}

interface Manner {
  readonly id: string
  readonly title: string
  /** The design width where a file does not tell it. */
  readonly width: number
  /** The key of an element's type, and of what it shows. */
  readonly type: 'name' | 'elName'
  readonly props: 'pluginProps' | 'propsValue'
}

/** Systems whose works are screens of freely placed elements: `pages[].elements[]`. */
function slides(manner: Manner): Dialect {
  return {
    id: manner.id,
    title: manner.title,
    recognises: (value) => elementsIn(value).some((element) => manner.type in element && manner.props in element),
    read(value) {
      const work = workOf(value)
      const pages = recordsOf(work['pages'])
      return [wholePage(work, pages, manner)]
    },
  }
}

export const lubanH5 = slides({ id: 'luban-h5', title: 'luban-h5', width: 320, type: 'name', props: 'pluginProps' })
export const shida = slides({ id: 'shida', title: 'Quark H5 / shida', width: 375, type: 'elName', props: 'propsValue' })

/** A work as an API answers it may be wrapped once. */
function workOf(value: unknown): Raw {
  const outer = recordOf(value)
  const inner = recordOf(outer['work'] ?? outer['data'])
  return Array.isArray(outer['pages']) ? outer : inner
}

function elementsIn(value: unknown): readonly Raw[] {
  return recordsOf(workOf(value)['pages']).flatMap((page) => recordsOf(page['elements']))
}

function wholePage(work: Raw, pages: readonly Raw[], manner: Manner): ForeignPage {
  const width = Number(work['width']) || manner.width
  const screen = Number(work['height']) || Math.round(width * 1.78)
  const share = recordOf(work['shareConfig'])
  return {
    title: firstText(work['title'], share['title'], manner.title),
    width,
    isFree: false,
    style: {},
    share: { title: textOf(share['title']) || textOf(work['title']), description: textOf(share['description'] ?? work['description']) },
    parts: pages.map((page, i) => ({
      was: 'page',
      name: firstText(page['name'], page['title'], `${i + 1}`),
      id: firstText(page['uuid'], page['id'], i),
      kind: 'box' as const,
      style: { width, height: Math.max(screen, Number(page['height']) || 0), ...styleOf(page['style']) },
      isFree: true,
      children: recordsOf(page['elements']).map((element) => partOf(element, manner)),
      lost: pages.length > 1 && i > 0 ? (['slides'] as const) : [],
      raw: null,
    })),
    lost: [...(textOf(work['script']).trim() ? (['script'] as const) : []), ...(pages.length > 1 ? (['slides'] as const) : [])],
  }
}

function partOf(element: Raw, manner: Manner): Part {
  const was = firstText(element[manner.type], 'element')
  const props = recordOf(element[manner.props])
  const actions = tapsOf(element)
  const asks = /-form-(?!button)/.test(was) ? questionIn(was, element, props) : null
  return {
    was,
    name: textOf(element['tagName'] ?? element['title']),
    id: firstText(element['uuid'], element['id']),
    kind: kindsByEnding[was.replace(/^[a-z]+-/, '')] ?? null,
    text: firstText(props['text'], props['content']),
    src: firstText(props['imageSrc'], props['imgSrc'], props['videoSrc'], props['src']),
    style: { ...styleOf(props), ...styleOf(element['commonStyle']) },
    children: [],
    taps: actions.taps,
    ...(asks ? { asks: [asks] } : {}),
    lost: [...actions.lost, ...(listOf(element['animations']).length ? (['animation'] as const) : [])],
    raw: element,
  }
}

function questionIn(was: string, element: Raw, props: Raw): Question | null {
  const { type, label, aliasName, name, placeholder, items, options } = props
  return questionOf({ was, input: type, label: firstText(label, aliasName, name, element['inputName']), placeholder, options: items ?? options })
}

function tapsOf(element: Raw): { taps: readonly Tap[]; lost: readonly ReasonCode[] } {
  const taps: Tap[] = []
  const lost = new Set<ReasonCode>()
  for (const event of [...recordsOf(element['events']), ...recordsOf(element['methodList'])]) {
    const url = firstText(event['url'], event['value'], recordOf(event['params'])['url'])
    if (/link|url|href|openWindow|redirect/i.test(textOf(event['type'] ?? event['name'])) && url) taps.push({ do: 'go', url })
    else lost.add('event')
  }
  if (textOf(element['scripts']).trim()) lost.add('script')
  return { taps, lost: [...lost] }
}
