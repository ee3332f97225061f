/** A colour in sRGB: parts from 0 to 255, opacity from 0 to 1. */
export interface Colour {
  readonly r: number
  readonly g: number
  readonly b: number
  readonly a: number
}

/** Hue in degrees; saturation, value and opacity from 0 to 1: the axes that a colour picker shows. */
export interface Hsv {
  readonly h: number
  readonly s: number
  readonly v: number
  readonly a: number
}

const part = (text: string, whole: number): number => (text.endsWith('%') ? (Number(text.slice(0, -1)) / 100) * whole : Number(text))
const within = (value: number, most: number): number => Math.min(most, Math.max(0, value))

/** Reads `#rgb`, `#rgba`, `#rrggbb`, `#rrggbbaa`, `rgb()`, `rgba()`, `hsl()`, `hsla()`, `transparent`, `black` and `white`; null for whatever else CSS may know. */
export function parseColour(text: string): Colour | null {
  const written = text.trim().toLowerCase()
  const hex = /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.exec(written)?.[1]
  if (hex !== undefined) return fromHex(hex)
  const named = names[written]
  if (named) return named
  const [, kind, inside] = /^(rgb|hsl)a?\(([^()]+)\)$/.exec(written) ?? []
  const parts = inside?.split(/[\s,/]+/).filter(Boolean) ?? []
  if (parts.length < 3 || parts.length > 4) return null
  const colour = kind === 'rgb' ? fromRgb(parts) : fromHsl(parts)
  return Object.values(colour).every(Number.isFinite) ? colour : null
}

const names: { readonly [name: string]: Colour } = {
  transparent: { r: 0, g: 0, b: 0, a: 0 },
  black: { r: 0, g: 0, b: 0, a: 1 },
  white: { r: 255, g: 255, b: 255, a: 1 },
}

function fromHex(hex: string): Colour {
  const long = hex.length <= 4 ? hex.replace(/./g, '$&$&') : hex
  const [r, g, b, a = 255] = (long.match(/../g) ?? []).map((pair) => parseInt(pair, 16)) as [number, number, number, number?]
  return { r, g, b, a: a / 255 }
}

function fromRgb([r, g, b, a = '1']: readonly string[]): Colour {
  return { r: within(part(r!, 255), 255), g: within(part(g!, 255), 255), b: within(part(b!, 255), 255), a: within(part(a, 1), 1) }
}

/** CSS Color 4, § 7.1: from hue, saturation and lightness. */
function fromHsl([h, s, l, a = '1']: readonly string[]): Colour {
  const [hue, saturation, lightness] = [Number(h!.replace('deg', '')), within(part(s!, 1), 1), within(part(l!, 1), 1)]
  const at = (n: number): number => {
    const k = (((n + hue / 30) % 12) + 12) % 12
    return 255 * (lightness - saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(k - 3, 9 - k, 1)))
  }
  return { r: at(0), g: at(8), b: at(4), a: within(part(a, 1), 1) }
}

/** `#rrggbb`, or `#rrggbbaa` where something shines through. */
export function writeColour({ r, g, b, a }: Colour): string {
  const pair = (value: number): string => Math.round(within(value, 255)).toString(16).padStart(2, '0')
  return `#${pair(r)}${pair(g)}${pair(b)}${a < 1 ? pair(a * 255) : ''}`
}

export function toHsv({ r, g, b, a }: Colour): Hsv {
  const [red, green, blue] = [r / 255, g / 255, b / 255]
  const v = Math.max(red, green, blue)
  const spread = v - Math.min(red, green, blue)
  const turn = v === red ? (green - blue) / spread : v === green ? 2 + (blue - red) / spread : 4 + (red - green) / spread
  return { h: spread === 0 ? 0 : (turn * 60 + 360) % 360, s: v === 0 ? 0 : spread / v, v, a }
}

export function fromHsv({ h, s, v, a }: Hsv): Colour {
  const at = (n: number): number => {
    const k = (n + h / 60) % 6
    return 255 * (v - v * s * Math.max(0, Math.min(k, 4 - k, 1)))
  }
  return { r: at(5), g: at(3), b: at(1), a }
}
