import { isFormatted, plainOf, richOf } from '../../schemas/richText'
import { specs } from '../../widgets/specs'
import type { Entry, Kind, Part } from './part'
import { pictureOf } from './picture'
import { plainText } from './plainText'
import { richText } from './richText'
import { addressIn, colourOf, firstText, fontSizeOf, lengthOf, type Style } from './reading'
import type { ReasonCode } from './reasons'

/** A widget of ours in the stead of a part. */
export interface Made {
  readonly type: string
  readonly props: { readonly [name: string]: unknown }
  readonly lost: readonly ReasonCode[]
}

const types: { readonly [kind in Exclude<Kind, 'space'>]: string } = {
  'text': 'text',
  'image': 'image',
  'button': 'button',
  'box': 'section',
  'overlay': 'overlay',
  'rules': 'rules-text',
  'countdown': 'countdown',
  'wheel': 'lottery-wheel',
  'prizes': 'lottery-prizes',
  'winners': 'lottery-winners',
  'board': 'leaderboard',
  'check-in': 'check-in-calendar',
  'form': 'form',
  'video': 'video',
  'carousel': 'carousel',
  'faq': 'faq',
  'steps': 'steps',
}

/** The widget that stands for a part, its props at this page's scale; null when there is nothing to show. */
export function widgetOf(part: Part, scale: number, rem: number): Made | null {
  switch (part.kind) {
    case 'text':
      return textWidget(part, scale, rem)
    case 'image':
      return imageWidget(part, scale, rem)
    case 'button':
      return buttonWidget(part, scale, rem)
    case 'box':
      return boxWidget(part, scale, rem)
    case 'overlay':
      return { type: types.overlay, props: { title: firstText(part.text, part.name, part.was), place: 'middle', layout: 'flow' }, lost: [] }
    case 'rules':
      return rulesWidget(part)
    case 'countdown':
      return countdownWidget(part)
    case 'wheel':
    case 'prizes':
    case 'winners':
    case 'board':
    case 'check-in':
      return { type: types[part.kind], props: { ...specs[types[part.kind]]!.defaults }, lost: [] }
    case 'form':
      return formWidget(part)
    case 'video':
      return videoWidget(part)
    case 'carousel':
      return carouselWidget(part)
    case 'faq':
      return entriesWidget(part, 'entries', ({ title, text }) => ({ question: title, answer: text }))
    case 'steps':
      return entriesWidget(part, 'steps', ({ title, text }) => ({ title, ...(text ? { detail: text } : {}) }))
    case 'space':
      return null
    case null:
      return part.children.length
        ? { ...boxWidget(part, scale, rem), lost: ['unknown-box'] }
        : { type: placeholderType(part.was), props: {}, lost: ['no-widget'] }
  }
}

/** A type that no widget here has: `imported-carousel`. */
function placeholderType(was: string): string {
  const slug = was
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return `imported-${slug || 'part'}`.slice(0, 64).replace(/-+$/, '')
}

const longestText = 2000

function shortened(text: string): { text: string; lost: readonly ReasonCode[] } {
  return text.length <= longestText ? { text, lost: [] } : { text: `${text.slice(0, longestText - 1)}…`, lost: ['cut'] }
}

/** What its own style says of its surface, where that can be said here. */
function surfaceOf(style: Style, scale: number, rem: number): { background?: string; radius?: number } {
  const background = colourOf(style['backgroundColor']) ?? colourOf(style['background'])
  const radius = lengthOf(style['borderRadius'], { rem, whole: 100 })
  return { ...(background ? { background } : {}), ...(radius ? { radius: Math.min(400, Math.max(0, Math.round(radius * scale))) } : {}) }
}

function textWidget({ text = '', level, style }: Part, scale: number, rem: number): Made | null {
  const { lines, wasLost } = /<[a-z]/i.test(text) ? richText(text, { scale, rem }) : { lines: richOf(plainText(text)), wasLost: false }
  const { text: said, lost } = shortened(plainOf(lines))
  if (said === '') return null
  const isMarked = isFormatted(lines)
  const isWhole = lost.length === 0
  const size = fontSizeOf(style['fontSize'], { scale, rem })
  const colour = colourOf(style['color'])
  const props = {
    text: said,
    ...(isMarked && isWhole ? { rich: { 'zh-CN': lines } } : {}),
    level: level ?? levelOf(size),
    align: alignOf(style),
    ...(colour ? { colour } : {}),
    ...(size === null || level ? {} : { size }),
    ...surfaceOf(style, scale, rem),
  }
  return { type: types.text, props, lost: [...lost, ...(wasLost || (isMarked && !isWhole) ? (['rich-text'] as const) : [])] }
}

function levelOf(size: number | null): 'display' | 'heading' | 'body' {
  return size === null || size < 20 ? 'body' : size < 30 ? 'heading' : 'display'
}

function alignOf({ textAlign }: Style): 'left' | 'center' | 'right' {
  return textAlign === 'center' || textAlign === 'right' ? textAlign : 'left'
}

function imageWidget({ src = '', alt, name, style }: Part, scale: number, rem: number): Made {
  const picture = pictureOf(src)
  const width = natural(style['width'], scale, rem)
  const height = natural(style['height'], scale, rem)
  return {
    type: types.image,
    props: {
      src: picture.src,
      ...(firstText(alt, name) ? { alt: firstText(alt, name) } : {}),
      ...(width && height ? { width, height } : {}),
      rounded: false,
      inset: false,
      ...radiusOnly(surfaceOf(style, scale, rem)),
    },
    lost: picture.src === '' && picture.lost.length === 0 ? ['lost-image'] : picture.lost,
  }
}

function radiusOnly({ radius }: { radius?: number }): { radius?: number } {
  return radius ? { radius } : {}
}

function natural(value: string | number | undefined, scale: number, rem: number): number | null {
  const px = lengthOf(value, { rem, whole: 375 / scale })
  return px === null || px < 1 ? null : Math.min(10_000, Math.max(1, Math.round(px * scale)))
}

function buttonWidget({ text = '', name = '', src, style }: Part, scale: number, rem: number): Made {
  const colour = colourOf(style['color'])
  const props = {
    text: firstText(plainText(text), name, '…').slice(0, 200),
    look: 'primary',
    wide: false,
    ...surfaceOf(style, scale, rem),
    ...(colour ? { colour } : {}),
  }
  return { type: types.button, props, lost: src ? ['own-pictures'] : [] }
}

function boxWidget({ text = '', style }: Part, scale: number, rem: number): Made {
  const picture = pictureOf(addressIn(style['backgroundImage']))
  const title = plainText(text)
  const isUsable = picture.src !== '' && (picture.src.startsWith('data:') || picture.src.length <= 300)
  return {
    type: types.box,
    props: { ...(title ? { title } : {}), layout: 'flow', look: 'plain', ...surfaceOf(style, scale, rem), ...(isUsable ? { image: picture.src } : {}) },
    lost: picture.lost,
  }
}

function formWidget({ text }: Part): Made {
  const { title: _itsOwn, ...known } = specs[types.form]!.defaults
  return { type: types.form, props: { ...known, ...(text ? { button: text.slice(0, 40) } : {}) }, lost: [] }
}

function videoWidget({ src = '', name }: Part): Made {
  const isKept = /^https?:\/\//i.test(src) && src.length <= 2048
  const source = isKept ? src.replace(/^http:/i, 'https:') : ''
  return {
    type: types.video,
    props: { ...specs[types.video]!.defaults, source, ...(name ? { title: name.slice(0, 200) } : {}) },
    lost: isKept ? [] : ['lost-video'],
  }
}

function carouselWidget({ entries = [], name }: Part): Made {
  const pictures = entries.slice(0, 12).map(({ src, title }) => ({ picture: pictureOf(src), alt: plainText(title).slice(0, 200) }))
  const slides = pictures.map(({ picture, alt }) => ({ src: picture.src, ...(alt ? { alt } : {}) }))
  const lost = [...pictures.flatMap(({ picture }) => picture.lost), ...(entries.length > slides.length ? (['cut'] as const) : [])]
  const fit = slides.length ? slides : specs[types.carousel]!.defaults['slides']
  return { type: types.carousel, props: { ratio: '16:9', peek: false, slides: fit, ...(name ? { title: name.slice(0, 200) } : {}) }, lost }
}

/** A widget that lists headings with what each is about. */
function entriesWidget({ kind, entries = [] }: Part, into: 'entries' | 'steps', write: (entry: Entry) => object): Made {
  const type = kind === 'faq' ? types.faq : types.steps
  const { title: _itsOwn, ...known } = specs[type]!.defaults
  const told = entries.map(({ src, title, text }) => ({ src, title: shortened(plainText(title)).text, text: shortened(plainText(text)).text }))
  const most = into === 'steps' ? 8 : 30
  return { type, props: { ...known, [into]: told.slice(0, most).map(write) }, lost: told.length > most ? ['cut'] : [] }
}

function rulesWidget({ text = '', items, name }: Part): Made {
  const lines = items ?? plainText(text).split('\n')
  const said = lines.map((line) => plainText(line)).filter((line) => line !== '')
  const known = specs[types.rules]!.defaults
  return { type: types.rules, props: { title: name ?? known['title'], items: said.length ? said.slice(0, 60) : known['items'], showTimes: true }, lost: [] }
}

function countdownWidget({ until }: Part): Made {
  const at = until === undefined ? Number.NaN : Date.parse(until)
  const known = { ...specs[types.countdown]!.defaults }
  return { type: types.countdown, props: Number.isNaN(at) ? known : { ...known, to: 'instant', instant: new Date(at).toISOString() }, lost: [] }
}
