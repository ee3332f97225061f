const width = 750
const height = 1200
const footer = 240

/** A drawn poster as a PNG in a data URL: what it says and shows, in its theme's colours. A picture that cannot be loaded is left out. */
export async function paint(poster: Element, qr: string, scan: string): Promise<string> {
  const find = (part: string): Element | null => poster.querySelector(part)
  const image = find('.pst-img') as HTMLImageElement | null
  const [back, code] = await Promise.all([load(image ? image.src : ''), load(qr)])
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const c = canvas.getContext('2d')!
  const colour = (name: string): string => getComputedStyle(poster).getPropertyValue(`--color-${name}`).trim()
  const write = (text: string, y: number, size: number, ink: string): number => {
    c.fillStyle = colour(ink)
    c.font = `${size > 32 ? 700 : 400} ${size}px sans-serif`
    const lines = rows(c, text, width - 120)
    lines.forEach((line, i) => c.fillText(line, width / 2, y + i * size * 1.3))
    return y + lines.length * size * 1.3
  }
  const fill = (ink: string, y: number, h: number, x = 0, w = width): void => {
    c.fillStyle = colour(ink)
    c.fillRect(x, y, w, h)
  }

  fill('page', 0, height)
  glow(c)
  if (back) cover(c, back, image!)
  c.textAlign = 'center'
  const copy = (part: string, y: number, size: number): number => {
    const said = find(part)
    return said ? write(said.textContent!, y, size, 'on-page') : y
  }
  let y = copy('.pst-kicker', 130, 30)
  y = copy('.pst-title', y + 60, 92)
  y = copy('.pst-sub', y - 20, 36)
  y = copy('.pst-time', y + 8, 28)
  const gains = Array.from(poster.querySelectorAll('.pst-gains li'), (gain) => `${gain.firstChild!.textContent!}  ${gain.lastChild!.textContent!}`)
  const steps = Array.from(poster.querySelectorAll('.pst-how li'), (step, i) => `${i + 1}. ${step.textContent!}`)
  const said = [...gains, ...steps]
  const row = Math.min(112, (height - footer - y - 20) / (said.length || 1))
  said.forEach((text, i) => {
    const size = Math.min(38, row / 2)
    c.font = `700 ${size}px sans-serif`
    const shrunk = size * Math.min(1, (width - 190) / c.measureText(text).width)
    fill('surface', y + i * row, row * 0.84, 75, width - 150)
    write(text, y + i * row + row * 0.42 + shrunk * 0.35, shrunk, 'text')
  })
  fill('surface', height - footer, footer)
  if (code) c.drawImage(code, 50, height - footer + 20, 200, 200)
  c.textAlign = 'left'
  c.fillStyle = colour('text')
  c.font = '700 42px sans-serif'
  c.fillText(scan, 290, height - footer / 2 + 14)
  return canvas.toDataURL('image/png')
}

/** Fills the place above the footer with the picture, cut as it is on the page: around its focal point. */
function cover(c: CanvasRenderingContext2D, back: HTMLImageElement, shown: HTMLImageElement): void {
  const [x, y] = getComputedStyle(shown)
    .objectPosition.split(' ')
    .map((share) => parseFloat(share) / 100) as [number, number]
  const scale = Math.max(width / back.width, (height - footer) / back.height)
  const [w, h] = [back.width * scale, back.height * scale]
  c.drawImage(back, (width - w) * x, (height - footer - h) * y, w, h)
}

/** Light from above, as on the page. */
function glow(c: CanvasRenderingContext2D): void {
  const light = c.createRadialGradient(width / 2, 240, 20, width / 2, 240, 620)
  light.addColorStop(0, 'rgba(255,255,255,.28)')
  light.addColorStop(1, 'rgba(255,255,255,0)')
  c.fillStyle = light
  c.fillRect(0, 0, width, height)
}

function load(src: string): Promise<HTMLImageElement | null> {
  return new Promise((resolve) => {
    if (!src) return resolve(null)
    const image = new Image()
    image.addEventListener('load', () => resolve(image))
    image.addEventListener('error', () => resolve(null))
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
