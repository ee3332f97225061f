import { say, type Locale } from '../../../schemas/words'
import type { PosterProps } from './spec'

interface Painting {
  readonly props: PosterProps
  readonly locale: Locale
  readonly times: string
  readonly scan: string
  /** Addresses of pictures; empty: none. */
  readonly qr: string
  readonly image: string
  /** Where the theme's colours are read from. */
  readonly element: Element
}

const width = 750
const height = 1200

/** The poster as a PNG in a data URL. A picture that cannot be loaded is left out. */
export async function paint({ props, locale, times, scan, qr, image, element }: Painting): Promise<string> {
  const [back, code] = await Promise.all([load(image), load(qr)])
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const c = canvas.getContext('2d')!
  const colour = (name: string): string => getComputedStyle(element).getPropertyValue(`--color-${name}`).trim()
  c.fillStyle = colour('page')
  c.fillRect(0, 0, width, height)
  if (back) c.drawImage(back, 0, 0, width, (width * back.height) / back.width)
  c.textAlign = 'center'
  let y = 110
  const line = (text: string, size: number, ink: string): void => {
    c.fillStyle = colour(ink)
    c.font = `${size > 36 ? 700 : 400} ${size}px sans-serif`
    for (const row of rows(c, text, width - 100)) c.fillText(row, width / 2, (y += size * 1.35))
  }
  line(say(props.kicker, locale), 30, 'on-page')
  line(say(props.title, locale), 84, back ? 'on-page' : 'accent')
  line(say(props.subtitle, locale), 34, 'on-page')
  if (props.showTimes) line(times, 28, 'on-page')
  y += 30
  for (const { icon, text } of props.benefits ?? []) line(`${icon ?? ''} ${say(text, locale)}`, 36, 'on-page')
  c.fillStyle = colour('surface')
  c.fillRect(0, height - 260, width, 260)
  if (code) c.drawImage(code, 50, height - 230, 200, 200)
  c.textAlign = 'left'
  c.fillStyle = colour('text')
  c.font = '600 40px sans-serif'
  c.fillText(scan, 290, height - 115)
  return canvas.toDataURL('image/png')
}

function load(src: string): Promise<HTMLImageElement | null> {
  return new Promise((resolve) => {
    if (!src) return resolve(null)
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => resolve(null)
    image.src = src
  })
}

/** The text broken where it would grow too wide: between words where there are any, else between characters. */
function rows(c: CanvasRenderingContext2D, text: string, limit: number): string[] {
  const done: string[] = []
  let row = ''
  for (const piece of text.match(/[\u3000-\uffef]|[^\u3000-\uffef ]* ?/g) ?? []) {
    if (row && c.measureText(row + piece).width > limit) {
      done.push(row)
      row = ''
    }
    row += piece
  }
  return row ? [...done, row] : done
}
