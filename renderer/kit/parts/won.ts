import { say, type Words } from '../../../schemas/words'
import type { WonPrize } from '../../../widgets/host'
import type { Phone } from '../phone'

declare const F: Phone

F.won = ({ awards }, locale) =>
  awards.map(({ snapshot, ...award }): WonPrize => {
    const text = (words: unknown): string | undefined => (words ? say(words as Words, locale) : undefined)
    const { prize: _prize, ...rest } = snapshot
    return { ...rest, ...award, title: text(snapshot.title) || '', tier: text(snapshot.tier), terms: text(snapshot.terms), unit: text(snapshot.unit) }
  })
