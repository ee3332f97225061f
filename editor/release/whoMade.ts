import { t } from '../i18n/t'

/** Who made a release, where it was no member: the server's own names for scripts and for its command line. */
export function whoMade(by: string): string {
  if (by === 'command line') return t('release.byCommandLine')
  return by.endsWith('@festoon.invalid') ? t('release.byScript') : by
}
