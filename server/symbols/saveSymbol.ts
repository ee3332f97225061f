import type { Transaction } from 'kysely'
import { canonicalJson, hashOf } from '../../schemas/canonical'
import type { SymbolContent } from '../../schemas/symbol'
import type { Recording } from '../http/route'
import { Refuse } from '../problem'
import type { Tables } from '../store/tables'
import type { World } from '../world'
import { countSymbols, insertSymbol, insertVersion, replaceSymbol, selectSymbol, selectVersion, type SymbolFound } from './store'

/** How many symbols a team may keep. */
export const mostSymbols = 500

export interface SymbolWish {
  readonly id: string
  readonly name: string
  readonly content: SymbolContent
  /** The revision that it was made from; 0: it is new. */
  readonly revision: number
  readonly by: string
}

/**
 * Keeps a symbol. Other content is a new version, another name alone is not. What is kept already is not kept again, so a
 * save whose answer got lost may be repeated. @throws Refuse `revision-stale` with what is there now, `limit-reached`
 */
export async function saveSymbol({ store, clock }: World, { id, name, content, revision, by }: SymbolWish, record: Recording): Promise<SymbolFound> {
  const hash = await hashOf(content)
  return store.write(null, async (trx) => {
    const current = await selectSymbol(trx, id)
    const isKept = current?.name === name && current.version === hash
    if (!isKept) {
      const row = { id, name, type: content.nodes[content.root]!.type, revision: revision + 1, version: hash, by_member: by, time_updated: clock.now() }
      if (!current && revision !== 0) throw new Refuse('not-found')
      if (current && !(await replaceSymbol(trx, row))) {
        const { content: kept } = (await selectVersion(trx, id, current.version))!
        throw new Refuse('revision-stale', {
          current: { revision: String(current.revision), document: { name: current.name, content: JSON.parse(kept) } },
          headers: { ETag: `"${current.revision}"` },
        })
      }
      if (current) await refuseOtherRoot(trx, current, content)
      if (!current && (await countSymbols(trx)) >= mostSymbols) throw new Refuse('limit-reached')
      if (!current) await insertSymbol(trx, row)
      await insertVersion(trx, { symbol: id, hash, content: canonicalJson(content), by_member: by, time_created: row.time_updated })
    }
    await record(trx, { target: `symbol/${id}`, before: current?.version ?? null, after: hash, reason: name })
    return (await selectSymbol(trx, id))!
  })
}

/** Instances follow their symbol node by node, from its root on. */
async function refuseOtherRoot(trx: Transaction<Tables>, { id, version }: SymbolFound, { root }: SymbolContent): Promise<void> {
  const kept = JSON.parse((await selectVersion(trx, id, version))!.content) as SymbolContent
  if (kept.root === root) return
  throw new Refuse('bad-input', { detail: { zh: `根节点必须仍是“${kept.root}”。`, en: `The root has to remain "${kept.root}".` } })
}
