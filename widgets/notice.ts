import type { Bilingual } from '../schemas/words'
import { html, type Html } from './html'
import type { Scene } from './host'

/** Words that every widget with a play needs; a view's dictionary spreads them in. */
export const noticeWords = {
  loading: { zh: '加载中…', en: 'Loading…' },
  before: { zh: '活动还没开始', en: 'Not started yet' },
  ended: { zh: '活动已结束', en: 'This has ended' },
  offline: { zh: '活动暂停中', en: 'Paused for now' },
  failed: { zh: '网络不太顺畅', en: 'The connection is unsteady' },
  retry: { zh: '重试', en: 'Try again' },
} as const satisfies { [key: string]: Bilingual }

type Noticing = Scene<unknown, unknown, keyof typeof noticeWords>

/** True while the visitor can act: the play is known, and it is open. */
export function isOpen(scene: Scene<unknown, unknown, never>): boolean {
  return scene.play?.status === 'ready' && scene.play.stage === 'running'
}

/** One line that says why a play cannot be acted on, or what went wrong; empty when all is well. Its retry is `data-click="retry"`, which every page answers. */
export function notice(scene: Noticing): Html {
  const { t, play, trouble } = scene
  if (trouble) return html`<p class="notice bad" role="alert">${trouble.title}${trouble.code === 'no-network' ? retry(scene) : ''}</p>`
  if (!play || play.status === 'loading') return html`<p class="notice" role="status">${t('loading')}</p>`
  if (play.status === 'failed') return html`<p class="notice bad" role="alert">${t('failed')}${retry(scene)}</p>`
  if (play.status === 'offline') return html`<p class="notice" role="status">${t('offline')}</p>`
  if (play.stage !== 'running') return html`<p class="notice" role="status">${t(play.stage)}</p>`
  return html`<p class="notice" role="status"></p>`
}

function retry({ t }: Noticing): Html {
  return html` <button type="button" class="link" data-click="retry">${t('retry')}</button>`
}
