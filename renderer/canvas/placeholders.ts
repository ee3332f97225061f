import type { PageNode } from '../../schemas/page'
import { speak, type Bilingual, type Locale } from '../../schemas/words'
import { html, type Html } from '../../widgets/html'

const words = {
  unknown: { zh: '未安装的组件', en: 'Widget not installed' },
  empty: { zh: '把组件拖到这里', en: 'Drop widgets here' },
  failed: { zh: '这个组件无法显示，请检查它的设置', en: 'This widget cannot be drawn. Check its settings' },
} as const satisfies { [key: string]: Bilingual }

export function unknownPlaceholder({ type }: PageNode, locale: Locale, children: Html | undefined): Html {
  return html`<div class="cv-note" data-note="unknown"><b>${speak(words.unknown, locale)}</b> <code>${type}</code></div>${children}`
}

export function emptyPlaceholder(locale: Locale): Html {
  return html`<div class="cv-empty" data-note="empty">${speak(words.empty, locale)}</div>`
}

/** A container that is placed freely and has a ground of its own is a patch of colour: it is complete without anything in it. */
export function isShape({ frame, props }: PageNode): boolean {
  return Boolean(frame) && ['background', 'gradient', 'border', 'image'].some((name) => props[name])
}

export function failedPlaceholder({ type }: PageNode, locale: Locale, error: unknown): Html {
  return html`<div class="cv-note" data-note="failed" role="alert"><b>${speak(words.failed, locale)}</b> <code>${type}: ${String(error)}</code></div>`
}
