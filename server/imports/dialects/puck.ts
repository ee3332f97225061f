import type { Dialect, Kind, Part, Tap } from '../part'
import { firstText, recordOf, recordsOf, styleOf, textOf, type Raw } from '../reading'
import type { ReasonCode } from '../reasons'

/** Puck components are each team's own; these are the names that its documents and demos use. */
const kindsByName: readonly (readonly [RegExp, Kind])[] = [
  [/^(heading|text|paragraph|richtext|title|stat|quote)$/i, 'text'],
  [/^(image|picture|logo)$/i, 'image'],
  [/^(button|link)$/i, 'button'],
  [/^(space|spacer|verticalspace|divider)$/i, 'space'],
]

/** Puck: `{ content, root, zones }`, components inside slot props or in zones named `<id>:<slot>`. */
export const puck: Dialect = {
  id: 'puck',
  title: 'Puck',
  recognises: (value) => Array.isArray(recordOf(value)['content']) && typeof recordOf(value)['root'] === 'object' && recordOf(value)['root'] !== null,
  read(value) {
    const page = recordOf(value)
    const zones = recordOf(page['zones'])
    const about = { ...recordOf(page['root']), ...recordOf(recordOf(page['root'])['props']) }
    const parts = [...recordsOf(page['content']), ...zonesOf('root', zones)].map((item) => partOf(item, zones))
    return [{ title: firstText(about['title'], 'Puck'), width: 375, isFree: false, style: {}, parts, lost: [] }]
  },
}

function zonesOf(id: string, zones: Raw): readonly Raw[] {
  return Object.entries(zones).flatMap(([name, items]) => (id !== '' && name.startsWith(`${id}:`) ? recordsOf(items) : []))
}

const isComponent = (value: Raw): boolean => typeof value['type'] === 'string' && typeof value['props'] === 'object' && value['props'] !== null

function partOf(item: Raw, zones: Raw): Part {
  const was = firstText(item['type'], 'component')
  const props = recordOf(item['props'])
  const kind = kindsByName.find(([name]) => name.test(was))?.[1] ?? null
  const slots = Object.values(props).flatMap((one) => recordsOf(one).filter(isComponent))
  const inside = [...slots, ...zonesOf(textOf(props['id']), zones)].map((child) => partOf(child, zones))
  const base = { was, id: textOf(props['id']), style: styleOf({ textAlign: props['align'] }), raw: item }
  if (kind === 'text')
    return {
      ...base,
      kind,
      text: firstText(props['text'], props['title'], props['children'], props['content']),
      ...levelOf(was, props),
      children: [],
      lost: [],
    }
  if (kind === 'image') return { ...base, kind, src: addressOf(props), alt: textOf(props['alt']), children: [], lost: [] }
  if (kind === 'button') return buttonOf({ ...props, was })
  if (kind === 'space') return { ...base, kind, children: [], lost: [] }
  const said = saidBy(props)
  const lost: ReasonCode[] = /grid|flex|columns/i.test(was) && inside.length > 1 ? ['columns'] : said.length && !slots.length ? ['style'] : []
  return { ...base, kind: said.length || inside.length ? 'box' : null, children: [...said, ...inside], lost }
}

function levelOf(was: string, { level }: Raw): { level?: 'display' | 'heading' } {
  return /heading|title/i.test(was) ? { level: textOf(level) === '1' ? 'display' : 'heading' } : {}
}

function addressOf(props: Raw): string {
  const { src, url, image, imageUrl } = props
  return firstText(src, url, imageUrl, typeof image === 'string' ? image : recordOf(image)['url'])
}

function buttonOf(props: Raw): Part {
  const url = firstText(props['href'], props['url'], props['link'])
  const taps: readonly Tap[] = url ? [{ do: 'go', url }] : []
  return {
    was: firstText(props['was'], 'button'),
    kind: 'button',
    text: firstText(props['label'], props['text'], props['title']),
    style: {},
    children: [],
    taps,
    lost: [],
    raw: props,
  }
}

/** What a team's own component says: its title, texts, picture, buttons and list of records, in that order. */
function saidBy(props: Raw): readonly Part[] {
  const text = (value: unknown, level?: 'display' | 'heading'): readonly Part[] =>
    textOf(value).trim()
      ? [
          {
            was: 'prop',
            kind: 'text',
            text: textOf(value),
            ...(level ? { level } : {}),
            style: styleOf({ textAlign: props['align'] }),
            children: [],
            lost: [],
            raw: null,
          },
        ]
      : []
  const picture = addressOf({ image: props['image'], imageUrl: props['imageUrl'] })
  const records = ['items', 'logos', 'cards', 'features'].flatMap((name) => recordsOf(props[name]).filter((one) => !isComponent(one)))
  return [
    ...text(firstText(props['title'], props['heading']), 'heading'),
    ...text(firstText(props['description'], props['text'], props['subtitle'], props['content'])),
    ...(picture ? [{ was: 'prop', kind: 'image' as const, src: picture, style: {}, children: [], lost: [], raw: null }] : []),
    ...recordsOf(props['buttons']).map(buttonOf),
    ...records.flatMap(saidBy),
  ]
}
