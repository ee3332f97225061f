import type { Bilingual } from '../../schemas/words'

/** Something that visitors hold or sit before: its screen, and what the system and the browser around the page take of it. All in px. */
export interface Device {
  readonly width: number
  readonly height: number
  readonly kind: 'phone' | 'tablet' | 'desktop'
  readonly name: Bilingual
  /** The line of clock and battery. */
  readonly status: number
  /** The bar of the browser, or of the app that the page is opened in. */
  readonly bar: number
  /** The strip that a swipe home needs; nothing to tap should be under it. */
  readonly home: number
}

export const devices = [
  { width: 320, height: 568, kind: 'phone', name: { zh: '小屏手机', en: 'Small phone' }, status: 20, bar: 44, home: 0 },
  { width: 375, height: 812, kind: 'phone', name: { zh: '手机', en: 'Phone' }, status: 44, bar: 44, home: 34 },
  { width: 430, height: 932, kind: 'phone', name: { zh: '大屏手机', en: 'Large phone' }, status: 54, bar: 44, home: 34 },
  { width: 768, height: 1024, kind: 'tablet', name: { zh: '平板', en: 'Tablet' }, status: 24, bar: 50, home: 20 },
  { width: 1280, height: 800, kind: 'desktop', name: { zh: '桌面', en: 'Desktop' }, status: 0, bar: 52, home: 0 },
] as const satisfies readonly Device[]

/** The device of a width; the next narrower one for a width that none has. */
export function deviceOf(width: number): Device {
  return devices.findLast((device) => device.width <= width) ?? devices[0]
}

/** How much of a page its visitors see before they scroll, in px. */
export function firstScreenOf({ height, status, bar }: Device): number {
  return height - status - bar
}
