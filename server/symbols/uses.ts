import { isRecord } from '../../schemas/diff'
import type { SymbolUse } from '../../schemas/api/symbols'
import { activityTitles } from '../activities/findActivity'
import { draftsHolding, readDraftDocument } from '../drafts/readDraft'
import type { World } from '../world'
import type { SymbolFound } from './store'

/** The activities whose pages have instances of a symbol, as their drafts are now. */
export async function usesOf(world: Pick<World, 'store'>, { id, version }: Pick<SymbolFound, 'id' | 'version'>): Promise<SymbolUse[]> {
  const { db } = world.store
  const holders = (await draftsHolding(db, `"${id}"`)).filter(({ of }) => of === 'page').map(({ activity }) => activity)
  const titles = await activityTitles(db, holders)
  const uses: SymbolUse[] = []
  for (const activity of holders) {
    const versions = instancesIn(await readDraftDocument(world, activity, 'page'), id)
    const behind = versions.filter((one) => one !== version).length
    if (versions.length) uses.push({ activity, ...(titles.get(activity) ?? { name: activity, archived: true }), instances: versions.length, behind })
  }
  return uses
}

/** The versions at which a page has instances of a symbol, one each. */
function instancesIn(page: unknown, id: string): unknown[] {
  const nodes = isRecord(page) && isRecord(page['nodes']) ? Object.values(page['nodes']) : []
  return nodes.flatMap((node) => {
    const link = isRecord(node) ? node['symbol'] : undefined
    return isRecord(link) && link['id'] === id ? [link['version']] : []
  })
}
