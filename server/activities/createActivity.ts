import { v7 as uuid } from 'uuid'
import type { Transaction } from 'kysely'
import type { DocumentName } from '../../schemas/documentProblem'
import type { Locale } from '../../schemas/words'
import { createDrafts } from '../drafts/saveDraft'
import type { Recording } from '../http/route'
import { Refuse } from '../problem'
import { isUniqueViolation } from '../store/isUniqueViolation'
import type { Tables } from '../store/tables'
import { templateOf } from '../templates/registry'
import type { World } from '../world'
import { slugEnding, slugOf } from './slug'
import { insertActivity, type ActivityFound } from './store'

export interface NewActivity {
  readonly name: string
  readonly slug?: string | undefined
  readonly template?: string | undefined
  readonly locale?: Locale | undefined
  /** In the stead of the template's. Their shape has been checked. */
  readonly documents?: { readonly [of in DocumentName]?: unknown } | undefined
  readonly by: string
}

/** Makes an activity with drafts from a template. @throws Refuse `slug-taken`, or `bad-input` for an unknown template */
export async function createActivity(
  world: World,
  { name, slug, template = 'blank', locale = 'zh-CN', documents: own, by }: NewActivity,
  record: Recording,
): Promise<ActivityFound> {
  const at = world.clock.now()
  const { page, rules, plan } = templateOf(template)
  const documents = { page: page({ name, locale }), rules: rules(at), plan: plan({ now: at, locale }), ...own }
  const base = { id: uuid(), name, state: 'draft' as const, time_created: at, time_updated: at, live_release: null }
  for (const wanted of slug === undefined ? slugsFor(world, name) : [slug]) {
    const row = { ...base, slug: wanted }
    const isMade = await tryInsert(world, async (trx) => {
      await insertActivity(trx, row)
      await createDrafts(trx, row.id, { documents, by, at })
      await record(trx, { target: `activity/${row.id}`, reason: `${name} (${wanted})` })
    })
    if (isMade) return row
  }
  throw new Refuse('slug-taken')
}

/** The name's own address first, then with endings; two in a row are never both taken unless dice are loaded. */
function* slugsFor(world: World, name: string): Generator<string> {
  const own = slugOf(name)
  if (own) yield own
  for (let i = 0; i < 5; i++) yield `${own ?? 'activity'}-${slugEnding(world)}`
}

async function tryInsert({ store }: World, insert: (trx: Transaction<Tables>) => Promise<void>): Promise<boolean> {
  try {
    await store.write(null, insert)
    return true
  } catch (error) {
    if (isUniqueViolation(error)) return false
    throw error
  }
}
