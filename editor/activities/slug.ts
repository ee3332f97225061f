import { slugSchema } from '../../schemas/api/management'

const admitted = new RegExp(slugSchema.pattern)

/** Whether a text may be an activity's address. */
export function isSlug(text: string): boolean {
  return admitted.test(text)
}

/** An address made from the Latin letters and digits of a name; empty where there are none, and the server makes one. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
  const slug = plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 40)
    .replace(/-+$/, '')
  return slug.length < 2 ? '' : slug
}
