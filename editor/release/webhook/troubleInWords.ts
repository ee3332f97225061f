import { t, type Key } from '../../i18n/t'

/** What Node calls the ways in which a request never arrives. */
const known: readonly (readonly [RegExp, Key])[] = [
  [/ECONNREFUSED/, 'webhook.notThere'],
  [/ENOTFOUND|EAI_AGAIN/, 'webhook.noSuchHost'],
  [/timeout|ETIMEDOUT/i, 'webhook.tooSlow'],
  [/certificate|self.signed|CERT_/i, 'webhook.badCertificate'],
]

/** Why notices were not taken, for the reader. */
export function troubleInWords(error: string): string {
  const code = /^HTTP (\d{3})$/.exec(error)?.[1]
  if (code) return t(code.startsWith('3') ? 'webhook.redirected' : 'webhook.answered', { code })
  const found = known.find(([sign]) => sign.test(error))
  return found ? t(found[1]) : t('webhook.otherError', { error })
}
