import { say, type Locale } from '../schemas/words'
import type { Gain } from './points/describeGrant'

/** What is given, in a few words: `50 积分`, `1 次新春大转盘`, `20 元券`. */
export function gainText({ give, title, min, max }: Gain, locale: Locale): string {
  const what = say(title, locale)
  if (give === 'prize') return what
  const between = give === 'points' ? ' ' : locale === 'en' ? ' × ' : ' 次'
  return `${max > min ? `${min}–${max}` : min}${between}${what}`
}
