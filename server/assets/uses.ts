import type { Kysely } from 'kysely'
import type { AssetUse } from '../../schemas/api/assets'
import { activityTitles } from '../activities/findActivity'
import { draftsHolding } from '../drafts/readDraft'
import { servedVersions } from '../releases/releases'
import type { Tables } from '../store/tables'
import { versionsHolding } from '../versions/versions'

/** Who shows an image, an entry an activity: its drafts, what its visitors get, and versions that are kept to go back to. */
export async function usesOf(db: Kysely<Tables>, id: string): Promise<AssetUse[]> {
  const reference = `asset:${id}`
  const [drafts, versions] = await Promise.all([draftsHolding(db, reference), versionsHolding(db, reference)])
  const activities = [...new Set([...drafts, ...versions].map(({ activity }) => activity))]
  const [titles, served] = await Promise.all([activityTitles(db, activities), servedVersions(db, activities)])
  return activities.map((activity) => {
    const own = versions.filter((version) => version.activity === activity)
    const live = own.filter(({ hash }) => served.get(activity)?.has(hash))
    return {
      activity,
      ...(titles.get(activity) ?? { name: activity, archived: true }),
      drafts: drafts.filter((draft) => draft.activity === activity).map(({ of }) => of),
      live: live.map(({ of }) => of),
      kept: own.length - live.length,
    }
  })
}
