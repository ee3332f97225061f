import { createHash } from 'node:crypto'
import type { Bilingual } from '../../schemas/words'

export interface PlainPage {
  readonly body: Buffer
  /** Flat name, value list as `writeHead` takes it. */
  readonly headers: readonly string[]
}

const style =
  'body{margin:0;min-height:100vh;display:grid;place-content:center;padding:24px;text-align:center;font:16px/1.6 system-ui,sans-serif;color:#333;background:#faf7f5}h1{font-size:20px;margin:0 0 4px}p{margin:0 0 16px;color:#555}'
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`

/** A page that says one thing in both languages, with no script and nothing to load. */
export function plainPage(title: Bilingual, text: Bilingual, more: readonly string[] = []): PlainPage {
  const said = (words: 'zh' | 'en', lang: string) => `<section lang="${lang}"><h1>${title[words]}</h1><p>${text[words]}</p></section>`
  const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title.zh} · ${title.en}</title><style>${style}</style></head><body><main>${said('zh', 'zh-CN')}${said('en', 'en')}</main></body></html>`
  const body = Buffer.from(html)
  return {
    body,
    headers: [
      'content-type',
      'text/html; charset=utf-8',
      'content-length',
      String(body.length),
      'cache-control',
      'no-store',
      'content-security-policy',
      policy,
      'x-content-type-options',
      'nosniff',
      'referrer-policy',
      'strict-origin-when-cross-origin',
      ...more,
    ],
  }
}

export const offlinePage = plainPage(
  { zh: '活动已暂停', en: 'The activity is paused' },
  { zh: '请稍后再来。你已经获得的奖品和进度都会保留。', en: 'Please come back later. Everything you won and did is kept.' },
  ['retry-after', '60'],
)

export const missingPage = plainPage(
  { zh: '没有找到这个活动', en: 'There is no such activity' },
  { zh: '请检查链接是否完整。', en: 'Please check that the link is complete.' },
)

export const unreadablePage = plainPage(
  { zh: '页面暂时打不开', en: 'The page cannot be shown right now' },
  { zh: '请稍后再试。', en: 'Please try again in a moment.' },
  ['retry-after', '5'],
)
