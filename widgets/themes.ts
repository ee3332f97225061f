import type { Bilingual } from '../schemas/words'

/**
 * The look of a page, in tokens that every widget's CSS is written in. A token `color.onPrimary` is the
 * custom property `--color-on-primary`. Pairs (`primary`/`onPrimary`, `surface`/`text` …) keep a contrast of 4.5 : 1.
 */
export const tokenNames = [
  'color.page',
  'color.backdrop',
  'color.onPage',
  'color.surface',
  'color.text',
  'color.muted',
  'color.line',
  'color.primary',
  'color.onPrimary',
  'color.accent',
  'color.onAccent',
  'color.good',
  'color.bad',
  'radius.card',
  'radius.control',
  'shadow.card',
  'font.title',
  'space.gap',
] as const
/** How large text is beside its usual size, as a factor. Only pages that set it have rules for it. */
export const typeScaleToken = 'type.scale'
export type TokenName = (typeof tokenNames)[number]
export type Tokens = { readonly [name in TokenName]: string }

export interface ThemePreset {
  readonly title: Bilingual
  readonly tokens: Tokens
}

const plainFont = '-apple-system,"Segoe UI",Roboto,"PingFang SC","HarmonyOS Sans SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif'

export const themePresets: { readonly [preset: string]: ThemePreset } = {
  festive: {
    title: { zh: '新年', en: 'Festive' },
    tokens: {
      'color.page': '#a8131f',
      'color.backdrop': 'linear-gradient(#cf2338, #a8131f 60%, #7d0a16)',
      'color.onPage': '#fff3d6',
      'color.surface': '#fff8ec',
      'color.text': '#3a1214',
      'color.muted': '#7a5350',
      'color.line': '#f0d9bd',
      'color.primary': '#c8102e',
      'color.onPrimary': '#fff8e7',
      'color.accent': '#f6c453',
      'color.onAccent': '#5a1a00',
      'color.good': '#1d6f42',
      'color.bad': '#b00020',
      'radius.card': '16px',
      'radius.control': '999px',
      'shadow.card': '0 6px 20px rgba(80, 0, 10, .25)',
      'font.title': plainFont,
      'space.gap': '12px',
    },
  },
  fresh: {
    title: { zh: '清新', en: 'Fresh' },
    tokens: {
      'color.page': '#eaf6f1',
      'color.backdrop': 'linear-gradient(#dff3ff, #eaf6f1 40%, #f7fbf9)',
      'color.onPage': '#12352c',
      'color.surface': '#ffffff',
      'color.text': '#15302a',
      'color.muted': '#50685f',
      'color.line': '#d5e6df',
      'color.primary': '#0a7a5a',
      'color.onPrimary': '#ffffff',
      'color.accent': '#ffc857',
      'color.onAccent': '#3d2c00',
      'color.good': '#0a7a5a',
      'color.bad': '#b3261e',
      'radius.card': '20px',
      'radius.control': '12px',
      'shadow.card': '0 4px 16px rgba(16, 64, 52, .10)',
      'font.title': plainFont,
      'space.gap': '12px',
    },
  },
  sale: {
    title: { zh: '促销', en: 'Sale' },
    tokens: {
      'color.page': '#c81a06',
      'color.backdrop': 'linear-gradient(#d62a06, #d41f0a 45%, #a80f04)',
      'color.onPage': '#fff7e0',
      'color.surface': '#ffffff',
      'color.text': '#26130d',
      'color.muted': '#6d564e',
      'color.line': '#f3ddd3',
      'color.primary': '#d42a0b',
      'color.onPrimary': '#ffffff',
      'color.accent': '#ffd60a',
      'color.onAccent': '#4a2b00',
      'color.good': '#1b7a3d',
      'color.bad': '#b3001b',
      'radius.card': '8px',
      'radius.control': '8px',
      'shadow.card': '0 4px 14px rgba(90, 20, 0, .22)',
      'font.title': plainFont,
      'space.gap': '10px',
    },
  },
  night: {
    title: { zh: '夜色', en: 'Night' },
    tokens: {
      'color.page': '#0f1535',
      'color.backdrop': 'linear-gradient(#2a1f6b, #141a45 50%, #0b0f2a)',
      'color.onPage': '#eef1ff',
      'color.surface': '#1d2553',
      'color.text': '#eef1ff',
      'color.muted': '#b4bdea',
      'color.line': '#343f7a',
      'color.primary': '#8fa2ff',
      'color.onPrimary': '#0d1233',
      'color.accent': '#ffd166',
      'color.onAccent': '#3a2600',
      'color.good': '#6fdca8',
      'color.bad': '#ff9c95',
      'radius.card': '18px',
      'radius.control': '999px',
      'shadow.card': '0 8px 24px rgba(4, 6, 24, .45)',
      'font.title': plainFont,
      'space.gap': '12px',
    },
  },
  bloom: {
    title: { zh: '春日', en: 'Bloom' },
    tokens: {
      'color.page': '#fdeef2',
      'color.backdrop': 'linear-gradient(#ffe1ea, #fdeef2 45%, #fff8f4)',
      'color.onPage': '#5a1d33',
      'color.surface': '#ffffff',
      'color.text': '#3d1a27',
      'color.muted': '#7a5563',
      'color.line': '#f4d9e1',
      'color.primary': '#c2185b',
      'color.onPrimary': '#ffffff',
      'color.accent': '#ffd0a6',
      'color.onAccent': '#5a2a00',
      'color.good': '#1f7a4d',
      'color.bad': '#b3261e',
      'radius.card': '24px',
      'radius.control': '999px',
      'shadow.card': '0 6px 20px rgba(150, 40, 80, .12)',
      'font.title': plainFont,
      'space.gap': '12px',
    },
  },
  ink: {
    title: { zh: '素雅', en: 'Ink' },
    tokens: {
      'color.page': '#f3f1ec',
      'color.backdrop': 'linear-gradient(#faf8f3, #f3f1ec 60%, #e9e5dc)',
      'color.onPage': '#1f2328',
      'color.surface': '#ffffff',
      'color.text': '#1f2328',
      'color.muted': '#5c6168',
      'color.line': '#e0ddd5',
      'color.primary': '#1f2328',
      'color.onPrimary': '#ffffff',
      'color.accent': '#c8a05a',
      'color.onAccent': '#2a1c00',
      'color.good': '#1b6e44',
      'color.bad': '#a32a1f',
      'radius.card': '6px',
      'radius.control': '4px',
      'shadow.card': '0 1px 3px rgba(30, 30, 30, .12)',
      'font.title': plainFont,
      'space.gap': '12px',
    },
  },
}

/** The custom property that a token becomes: `color.onPrimary` → `--color-on-primary`. */
export function propertyOf(token: string): string {
  return `--${token.replace(/\./g, '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

type AnyTheme = { readonly preset: string; readonly tokens?: { readonly [name: string]: string } }

/** Every token of a theme: its preset's, with the page's own in their place. Unknown presets look like the first. */
export function tokensOf({ preset, tokens }: AnyTheme): { readonly [name: string]: string } {
  return { ...(themePresets[preset] ?? themePresets['festive']!).tokens, ...tokens }
}

/** A theme as CSS declarations. */
export function themeDeclarations(theme: AnyTheme): string {
  return Object.entries(tokensOf(theme))
    .map(([token, value]) => `${propertyOf(token)}:${value}`)
    .join(';')
}
