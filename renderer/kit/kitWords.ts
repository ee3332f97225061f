import type { Bilingual } from '../../schemas/words'
import { noticeWords } from '../../widgets/notice'

/** What the page itself says, whichever widgets stand on it, and what all of them say in one voice. */
export const kitWords = {
  ...noticeWords,
  noNetwork: { zh: '网络不太顺畅，请重试。机会不会重复扣除。', en: 'The connection is unsteady. Try again; nothing is spent twice.' },
  broken: { zh: '这里出了点问题。', en: 'Something went wrong here.' },
  updated: { zh: '活动有更新', en: 'This page has been updated' },
  reload: { zh: '刷新', en: 'Reload' },
  copied: { zh: '已复制', en: 'Copied' },
  linkCopied: { zh: '链接已复制，去分享给朋友吧', en: 'Link copied. Share it with your friends' },
  shareHint: { zh: '点击右上角“…”分享给朋友', en: 'Tap “…” in the top corner to share' },
} as const satisfies { readonly [word: string]: Bilingual }
export type KitWord = keyof typeof kitWords
