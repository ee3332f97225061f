import type { Locale } from '../../schemas/words'
import type { RulesDocument } from '../../schemas/rules'
import { createActivity } from '../activities/createActivity'
import type { ActivityFound } from '../activities/store'
import { refuseMalformed } from '../drafts/saveDraft'
import type { Recording } from '../http/route'
import { Refuse } from '../problem'
import { blank } from '../templates/blank'
import type { World } from '../world'
import { withPlays } from './playsFor'
import type { Foreign } from './readForeign'
import { storePictures } from './storePictures'

export interface ImportWish {
  /** Which page of the file, from 0. */
  readonly page: number
  /** Absent: the page's own title. */
  readonly name?: string | undefined
  readonly slug?: string | undefined
  readonly locale: Locale
  readonly by: string
}

/** A new activity with one page of a file, and with rules for the plays that it shows. Nothing is published. @throws Refuse */
export async function importPage(
  world: World,
  { pages, others }: Foreign,
  { page: at, name, slug, locale, by }: ImportWish,
  record: Recording,
): Promise<ActivityFound> {
  const chosen = pages[at]
  if (!chosen) throw new Refuse('not-found')
  refuseMalformed(world, 'page', chosen.document, locale)
  for (const of of ['rules', 'plan'] as const) if (others[of] !== undefined) refuseMalformed(world, of, others[of], locale)
  const page = await storePictures(world, chosen.document, { by, record })
  // What is not the rules of the file itself is a blank template's, which fit the schema.
  const rules = withPlays((others.rules as RulesDocument | undefined) ?? blank.rules(world.clock.now()), page, chosen.plays)
  const documents = { page, rules, ...(others.plan === undefined ? {} : { plan: others.plan }) }
  return createActivity(world, { name: (name ?? chosen.title).slice(0, 120) || 'Import', slug, locale, documents, by }, record)
}
