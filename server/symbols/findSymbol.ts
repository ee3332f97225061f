import type { Kysely } from 'kysely'
import { Refuse } from '../problem'
import type { Tables } from '../store/tables'
import type { World } from '../world'
import { selectHolders, selectSymbol, type SymbolFound } from './store'

/** The symbol of an id. @throws Refuse `not-found` */
export async function findSymbol({ store }: Pick<World, 'store'>, id: string): Promise<SymbolFound> {
  const symbol = await selectSymbol(store.db, id)
  if (!symbol) throw new Refuse('not-found')
  return symbol
}

/** What the symbols are called that hold a text, such as an asset's reference. */
export function symbolsHolding(db: Kysely<Tables>, text: string): Promise<string[]> {
  return selectHolders(db, text)
}
