import type { Dialect, ForeignPage, Kind, Part, Tap } from '../part'
import { firstText, listOf, recordOf, recordsOf, styleOf, textOf, type Raw } from '../reading'
import type { ReasonCode } from '../reasons'

const kindsByType: { readonly [type: string]: Kind } = {
  'text': 'text',
  'img': 'image',
  'button': 'button',
  'overlay': 'overlay',
  'container': 'box',
  'page-fragment-container': 'box',
  'iterator-container': 'box',
}

/** What the parts of one file look up: default values of bound fields, and which code only leads to another page. */
interface Lookup {
  readonly valueOf: ReadonlyMap<string, string>
}

/** tmagic-editor: an app with pages of absolutely placed components, 375 px wide. */
export const tmagic: Dialect = {
  id: 'tmagic',
  title: 'tmagic-editor',
  recognises: (value) => recordOf(value)['type'] === 'app' && Array.isArray(recordOf(value)['items']),
  read(value) {
    const app = recordOf(value)
    const lookup = { valueOf: defaultsOf(recordsOf(app['dataSources'])) }
    const lost: ReasonCode[] = [
      ...(Object.keys(recordOf(app['codeBlocks'])).length ? (['script'] as const) : []),
      ...(listOf(app['dataSources']).length ? (['data-source'] as const) : []),
    ]
    return recordsOf(app['items']).map((page) => pageOf(page, { app, lookup, lost }))
  },
}

function defaultsOf(sources: readonly Raw[]): ReadonlyMap<string, string> {
  return new Map(
    sources.flatMap((source) =>
      recordsOf(source['fields']).map((field) => [`${textOf(source['id'])}.${textOf(field['name'])}`, textOf(field['defaultValue'])] as const),
    ),
  )
}

function pageOf(page: Raw, { app, lookup, lost }: { app: Raw; lookup: Lookup; lost: readonly ReasonCode[] }): ForeignPage {
  const style = styleOf(page['style'])
  const height = Number(style['height'])
  return {
    title: firstText(page['title'], page['name'], app['name'], page['id']),
    width: 375,
    ...(Number.isFinite(height) && height > 0 ? { height } : {}),
    isFree: page['layout'] !== 'relative',
    style,
    parts: recordsOf(page['items']).map((item) => partOf(item, lookup)),
    lost: [...lost, ...(listOf(page['events']).length || page['created'] ? (['event'] as const) : [])],
  }
}

function partOf(item: Raw, lookup: Lookup): Part {
  const was = firstText(item['type'], 'container')
  const kind = kindsByType[was] ?? null
  const bound = boundText(textOf(item['text']), lookup)
  const actions = tapsOf(item)
  const popup = kind === 'overlay' ? soleBox(item) : null
  const body = popup ?? item
  return {
    was,
    name: textOf(item['name']),
    id: textOf(item['id']),
    kind: kind ?? (Array.isArray(item['items']) ? 'box' : null),
    text: kind === 'overlay' ? '' : bound.text,
    src: textOf(item['src']),
    style: styleOf(body['style']),
    isFree: Array.isArray(body['items']) && body['layout'] !== 'relative',
    children: recordsOf(body['items']).map((child) => partOf(child, lookup)),
    taps: actions.taps,
    lost: [
      ...actions.lost,
      ...(bound.isBound ? (['bound'] as const) : []),
      ...(listOf(item['displayConds']).length ? (['condition'] as const) : []),
      ...(item['created'] && listOf(recordOf(item['created'])['hookData']).length ? (['script'] as const) : []),
    ],
    raw: item,
  }
}

/** A popup there is a veil over the screen around one box: that box is the popup here. */
function soleBox(overlay: Raw): Raw | null {
  const [only, ...others] = recordsOf(overlay['items'])
  return only && others.length === 0 && Array.isArray(only['items']) ? only : null
}

function boundText(text: string, { valueOf }: Lookup): { text: string; isBound: boolean } {
  let isBound = false
  const read = text.replace(/\$\{([^}]*)\}/g, (whole, path: string) => {
    isBound = true
    return valueOf.get(path.trim()) ?? whole
  })
  return { text: read, isBound }
}

function tapsOf(item: Raw): { taps: readonly Tap[]; lost: readonly ReasonCode[] } {
  const taps: Tap[] = []
  const lost = new Set<ReasonCode>()
  const url = textOf(item['url'])
  if (url && item['type'] === 'img') taps.push({ do: 'go', url })
  for (const event of recordsOf(item['events'])) {
    for (const action of recordsOf(event['actions'])) {
      const tap = /click/.test(textOf(event['name'])) ? tapOf(action) : null
      if (tap) taps.push(tap)
      else lost.add(recordOf(action['params'])['pageId'] ? 'other-page' : action['actionType'] === 'code' ? 'script' : 'event')
    }
  }
  return { taps, lost: [...lost] }
}

function tapOf({ actionType, to, method }: Raw): Tap | null {
  if (actionType !== 'comp') return null
  if (method === 'openOverlay') return { do: 'open', target: textOf(to) }
  return method === 'closeOverlay' ? { do: 'close', target: textOf(to) } : null
}
