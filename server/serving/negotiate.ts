import { nearestLocale, type Locale } from '../../schemas/words'

export const encodings = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof encodings)[number]

/** Remembers the answers to headers that come again and again; bounded, so that strangers cannot fill it. */
function remembered<T>(answer: (header: string) => T): (header: string | undefined) => T {
  const known = new Map<string, T>()
  return (header = '') => {
    const old = known.get(header)
    if (old !== undefined) return old
    const fresh = answer(header)
    if (known.size < 1000) known.set(header, fresh)
    return fresh
  }
}

function isAccepted(header: string, encoding: string): boolean {
  return header
    .toLowerCase()
    .split(',')
    .some((part) => {
      const [name, ...parameters] = part.split(';').map((piece) => piece.trim())
      return (name === encoding || name === '*') && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))
    })
}

/** The smallest encoding that the reader takes. */
export const encodingFor = remembered((header): Encoding => {
  if (isAccepted(header, 'br')) return 'br'
  return isAccepted(header, 'gzip') ? 'gzip' : 'identity'
})

const preferred = remembered((header): Locale | 'none' => {
  const chinese = nearestLocale(header, 'zh-CN')
  return chinese === nearestLocale(header, 'en') ? chinese : 'none'
})

/** `?lang=` first, then what the browser asks for, then the page's own language. */
export function localeFor(query: string, acceptLanguage: string | undefined, otherwise: Locale): Locale {
  const wanted = query.includes('lang=') ? preferred(new URLSearchParams(query).get('lang') ?? undefined) : 'none'
  const locale = wanted === 'none' ? preferred(acceptLanguage) : wanted
  return locale === 'none' ? otherwise : locale
}

/** Whether a browser's `If-None-Match` names this tag (weak comparison, as the header wants). */
export function isMatch(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  if (ifNoneMatch === etag || ifNoneMatch === '*') return true
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}
