import { isTimeZone } from '../../../schemas/days'
import { locale } from '../../i18n/locale'

/** Zones offered first; everything else that the browser knows comes after them. */
const common = [
  'Asia/Shanghai',
  'Asia/Hong_Kong',
  'Asia/Taipei',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
  'UTC',
]

/** Time zones to choose from, the current one included, with how far they are from UTC now. */
export function zoneOptions(current: string): readonly { readonly value: string; readonly label: string; readonly hint: string }[] {
  return [...new Set([...common, current, ...Intl.supportedValuesOf('timeZone')])]
    .filter(isTimeZone)
    .map((zone) => ({ value: zone, label: zone.replaceAll('_', ' '), hint: nameOf(zone) }))
}

function nameOf(zone: string): string {
  const part = (timeZoneName: 'longGeneric' | 'shortOffset'): string =>
    new Intl.DateTimeFormat(locale.value, { timeZone: zone, timeZoneName }).formatToParts().find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return `${part('longGeneric')} · ${part('shortOffset')}`
}
