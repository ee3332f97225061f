import type { Dialect, Kind, Part } from '../part'
import { firstText, listOf, recordOf, recordsOf, styleOf, textOf, type Raw } from '../reading'
import { questionOf, type Question } from '../question'

/** The canvas is a grid: 24 columns across 375 px, rows of 2 px. */
const columnPx = 375 / 24
const rowPx = 2

const kindsByType: { readonly [type: string]: Kind } = {
  Text: 'text',
  LongText: 'text',
  RichText: 'text',
  Notice: 'text',
  Header: 'text',
  Footer: 'text',
  Image: 'image',
  Icon: 'image',
  Carousel: 'carousel',
  Video: 'video',
  Button: 'button',
  Countdown: 'countdown',
  WhiteTpl: 'space',
}

/** h5-Dooring: a list of components on a grid. */
export const dooring: Dialect = {
  id: 'h5-dooring',
  title: 'H5-Dooring',
  recognises: (value) => componentsIn(value).some(({ item, point }) => 'config' in recordOf(item) && 'w' in recordOf(point)),
  read(value) {
    const about = recordOf(recordOf(value)['pageConfig'])
    const title = firstText(about['title'], recordOf(value)['title'], 'H5-Dooring')
    const style = {
      ...(about['bgColor'] ? { backgroundColor: cssColour(about['bgColor']) } : {}),
      ...(pictureIn(about['bgImage']) ? { backgroundImage: pictureIn(about['bgImage']) } : {}),
    }
    return [{ title, width: 375, isFree: true, style, parts: componentsIn(value).map(partOf), lost: [] }]
  },
}

function componentsIn(value: unknown): readonly Raw[] {
  return recordsOf(Array.isArray(value) ? value : (recordOf(value)['tpl'] ?? recordOf(value)['pointData'] ?? recordOf(value)['data']))
}

function partOf(component: Raw): Part {
  const item = recordOf(component['item'])
  const config = recordOf(item['config'])
  const { x, y, w, h } = recordOf(component['point'])
  const was = firstText(item['type'], 'component')
  const kind = kindsByType[was] ?? null
  const isForm = /form/i.test(was)
  const asks = isForm ? questionsIn(config) : []
  return {
    was,
    id: textOf(component['id']),
    kind,
    text: firstText(
      config['text'],
      config['content'],
      config['title'],
      config['pageTitle'],
      config['btnText'],
      listOf(config['textList']).map(textOf).join('\n'),
    ),
    entries: recordsOf(config['imgList']).map((one) => ({ title: textOf(one['title']), text: '', src: firstText(pictureIn(one['imgUrl']), one['url']) })),
    src: firstText(config['src'], config['url'], pictureIn(config['imgUrl']), pictureIn(config['imgList']), pictureIn(config['img'])),
    until: textOf(config['endTime']),
    style: {
      ...styleOf({ ...config, textAlign: config['align'], color: cssColour(config['color']) }),
      left: Number(x) * columnPx || 0,
      top: Number(y) * rowPx || 0,
      width: Number(w) * columnPx || 375,
      height: Number(h) * rowPx || 40,
    },
    children: [],
    ...(config['link'] ? { taps: [{ do: 'go', url: textOf(config['link']) }] } : {}),
    ...(asks.length ? { asks } : {}),
    lost: isForm && !asks.length ? ['form-field'] : [],
    raw: item,
  }
}

function questionsIn(config: Raw): readonly Question[] {
  return recordsOf(config['formControls']).flatMap(({ type, label, placeholder, options }) => {
    const question = questionOf({ was: textOf(type), label, placeholder, options })
    return question ? [question] : []
  })
}

/** A colour as text, or as the record `{ r, g, b, a }` that its colour picker wrote. */
function cssColour(value: unknown): string {
  const { r, g, b, a } = recordOf(value)
  return typeof r === 'number' ? `rgba(${r},${Number(g)},${Number(b)},${Number(a ?? 1)})` : textOf(value)
}

/** The address of the first picture of a list. */
function pictureIn(value: unknown): string {
  const [first] = recordsOf(value)
  return first ? pictureIn(first['imgUrl']) || textOf(first['url']) : textOf(value)
}
