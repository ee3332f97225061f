import type { Kysely } from 'kysely'
import { migratePage } from '../../schemas/migrate'
import type { PageDocument } from '../../schemas/page'
import type { RulesDocument } from '../../schemas/rules'
import { assetAddresses } from '../assets/addresses'
import type { ActivityRow, Tables } from '../store/tables'
import type { Sealed } from '../versions/versions'
import type { World } from '../world'
import { buildPages, type Build } from './build'
import { selectBuild, selectBuildsOf } from './store'

function parsed(row: { build: string }): Build {
  // Written by `buildPages` of this or an older program, which all agree on its shape.
  return JSON.parse(row.build) as Build
}

/** What is served under a mark. */
export async function readBuild(db: Kysely<Tables>, activity: string, mark: string): Promise<Build | undefined> {
  const row = await selectBuild(db, activity, mark)
  return row && parsed(row)
}

export interface Pair {
  readonly page: Sealed<PageDocument>
  readonly rules: Sealed<RulesDocument>
}

/** Draws the pair with the renderer of today. */
export async function makeBuild(world: World, activity: Pick<ActivityRow, 'slug'>, { page, rules }: Pair): Promise<Build> {
  const document = migratePage(page.document, world.specs)
  return buildPages(world.files, {
    slug: activity.slug,
    page: { ...page, document },
    rules,
    publicUrl: world.config.publicUrl ?? '',
    assets: await assetAddresses(world, document),
  })
}

/** What was first served of the pair, so that a page which comes back is the very page that was there; drawn only if it never was. */
export async function firstBuild(world: World, activity: Pick<ActivityRow, 'id' | 'slug'>, pair: Pair): Promise<Build> {
  const rows = await selectBuildsOf(world.store.db, activity.id, pair.page.hash, pair.rules.hash)
  const old = rows.map(parsed).find(({ slug, publicUrl }) => slug === activity.slug && publicUrl === (world.config.publicUrl ?? ''))
  return old ?? makeBuild(world, activity, pair)
}
