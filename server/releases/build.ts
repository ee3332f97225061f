import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { phasesNamed } from '../../schemas/atPhase'
import { segmentsAsked } from '../../schemas/conditional'
import type { PageDocument } from '../../schemas/page'
import { activePhases } from '../../schemas/phases'
import type { RulesDocument, Schedule } from '../../schemas/rules'
import type { Segment } from '../../schemas/segment'
import { locales, type Locale } from '../../schemas/words'
import { renderPage } from '../../renderer/renderPage'
import { rendererBuild } from '../../renderer/rendererBuild'
import type { Files } from '../files'
import type { Sealed } from '../versions/versions'
import { squeeze } from './squeeze'

/** One page as it is stored: three files named by the hash of the plain one. */
export interface StoredPage {
  readonly hash: string
  readonly csp: string
}

/** All that is served of one pair of versions: a page a stretch of time and language, and the files that the pages ask for. */
export interface Build {
  readonly mark: string
  readonly slug: string
  readonly publicUrl: string
  readonly locale: Locale
  readonly schedule: Schedule
  /** When which page is shown; the first stretch reaches back for ever. */
  readonly stretches: readonly Stretch[]
  /** By `variantOf`. */
  readonly pages: { readonly [variant: string]: StoredPage }
  /** Hashed names, as the pages call them below `/a/<slug>/f/`. */
  readonly files: readonly string[]
  /** The segments that the page's conditions name; null where it asks nothing about its visitor. Absent in builds of older programs. */
  readonly segments?: { readonly [id: string]: Segment } | null
}

/** A stretch of time in which the same phases run, of those that the page knows. */
export interface Stretch {
  /** Epoch ms. */
  readonly startsAt: number
  readonly phases: readonly string[]
}

export interface BuildWish {
  readonly slug: string
  readonly page: Sealed<PageDocument>
  readonly rules: Sealed<RulesDocument>
  readonly publicUrl: string
  readonly assets: (reference: string, width?: number) => string | null
}

export function variantOf({ phases }: Pick<Stretch, 'phases'>, locale: Locale): string {
  return `${phases.join('+')}.${locale}`
}

/** The stretch that `at` (epoch ms) lies in. */
export function stretchAt({ stretches }: Pick<Build, 'stretches'>, at: number): Stretch {
  for (let i = stretches.length - 1; i > 0; i--) if (stretches[i]!.startsAt <= at) return stretches[i]!
  return stretches[0]!
}

/** Time cut wherever a phase that the page knows begins or ends. */
export function stretchesOf(page: PageDocument, schedule: Schedule): Stretch[] {
  const named = phasesNamed(page.nodes)
  const known = { ...schedule, phases: schedule.phases.filter(({ id }) => named.has(id)) }
  const cuts = known.phases.flatMap(({ startsAt, endsAt }) => [Date.parse(startsAt), Date.parse(endsAt)]).sort((a, b) => a - b)
  return [{ startsAt: 0, phases: [] }, ...[...new Set(cuts)].map((startsAt) => ({ startsAt, phases: activePhases(known, startsAt) }))]
}

/** Which part of a page file is meant; every file of a page shares its hash. */
export function pageFile(hash: string, encoding: 'br' | 'gzip' | 'identity'): string {
  const end = { br: '.br', gzip: '.gz', identity: '' }[encoding]
  return `pages/${hash.slice(0, 2)}/${hash}.html${end}`
}

export function splitFile(name: string): string {
  return `split/${name}`
}

/**
 * What a page says of its release: the same documents drawn by the same renderer have the same mark,
 * so a page that is rolled back to is byte for byte the page that was served before.
 */
export function markOf({ slug, page, rules, publicUrl }: Omit<BuildWish, 'assets'>): string {
  return createHash('sha256').update([slug, page.hash, rules.hash, publicUrl, rendererBuild].join('|')).digest('hex').slice(0, 24)
}

/** The plain file is written last: where it is, the compressed ones are too. */
async function storePage(files: Files, html: string): Promise<string> {
  const plain = Buffer.from(html)
  const hash = createHash('sha256').update(plain).digest('hex')
  if (await files.get(pageFile(hash, 'identity'))) return hash
  const { br, gzip } = await squeeze(plain)
  await files.put(pageFile(hash, 'br'), br)
  await files.put(pageFile(hash, 'gzip'), gzip)
  await files.put(pageFile(hash, 'identity'), plain)
  return hash
}

/** Draws, compresses and stores every variant. Repeatable: the same wish writes the same files and gives the same build. */
export async function buildPages(files: Files, wish: BuildWish): Promise<Build> {
  const mark = markOf(wish)
  const { slug, publicUrl, page, rules } = wish
  const stretches = stretchesOf(page.document, rules.document.schedule)
  const pages: { [variant: string]: StoredPage } = {}
  const names = new Set<string>()
  for (const stretch of stretches) {
    for (const locale of locales) {
      const variant = variantOf(stretch, locale)
      if (pages[variant]) continue
      const drawn = renderPage(page.document, { slug, release: mark, locale, phase: stretch.phases, rules: rules.document, publicUrl, assets: wish.assets })
      for (const { name, body } of drawn.files) {
        if (!names.has(name)) await files.put(splitFile(name), Buffer.from(body))
        names.add(name)
      }
      pages[variant] = { hash: await storePage(files, drawn.html), csp: drawn.csp }
      // Drawing is synchronous; visitors' requests get their turn between two variants.
      await nextTurn()
    }
  }
  return {
    mark,
    slug,
    publicUrl,
    locale: page.document.locale,
    schedule: rules.document.schedule,
    stretches,
    pages,
    files: [...names],
    segments: segmentsAsked(page.document, rules.document),
  }
}
