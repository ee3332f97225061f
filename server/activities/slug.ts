import type { World } from '../world'

/** An address made of a name's Latin letters and digits; null when it has none, as Chinese names do. */
export function slugOf(name: string): string | null {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48)
    .replace(/-+$/, '')
  return /[a-z]/.test(plain) ? plain : null
}

/** A few letters and digits that tell addresses of one name apart; without look-alikes, since people read them aloud. */
export function slugEnding({ dice }: Pick<World, 'dice'>): string {
  return Array.from(dice.bytes(6), (byte) => 'abcdefghjkmnpqrstuvwxyz23456789'[byte % 31]).join('')
}
