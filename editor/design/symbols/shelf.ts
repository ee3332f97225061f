import { shallowRef, type ShallowRef } from 'vue'
import type { SymbolHead, SymbolVersion } from '../../../schemas/api/symbols'
import { migrateNode } from '../../../schemas/migrate'
import type { SymbolContent } from '../../../schemas/symbol'
import { specs } from '../../../widgets/specs'
import { listSymbols, readSymbolVersion } from '../../api/symbols'

/** The team's symbols, as far as this tab knows them. */
export interface Shelf {
  /** Null: not heard of yet. */
  readonly heads: ShallowRef<readonly SymbolHead[] | null>
  refresh(): Promise<void>
  /** What a version is made of, and its number; undefined while it is being asked for, null where there is none. Reactive. */
  version(id: string, version: string): SymbolVersion | null | undefined
  /** The same, waited for. @throws ApiProblem */
  read(id: string, version: string): Promise<SymbolVersion>
}

export function createShelf(): Shelf {
  const heads = shallowRef<readonly SymbolHead[] | null>(null)
  const known = shallowRef<ReadonlyMap<string, SymbolVersion | null>>(new Map())
  const asked = new Map<string, Promise<SymbolVersion>>()

  function read(id: string, version: string): Promise<SymbolVersion> {
    const key = `${id}/${version}`
    const reading =
      asked.get(key) ??
      readSymbolVersion(id, version).then(
        (found) => keep(key, { ...found, content: newest(found.content) }),
        (error: unknown) => {
          // It is asked for again when somebody needs it again.
          asked.delete(key)
          throw error
        },
      )
    asked.set(key, reading)
    return reading
  }

  function keep<T extends SymbolVersion | null>(key: string, version: T): T {
    known.value = new Map(known.value).set(key, version)
    return version
  }

  return {
    heads,
    read,
    async refresh() {
      heads.value = (await listSymbols()).symbols
    },
    version(id, version) {
      const key = `${id}/${version}`
      const found = known.value.get(key)
      if (found === undefined && !asked.has(key)) void read(id, version).catch(() => keep(key, null))
      return found
    },
  }
}

/** A version never changes; the widgets in it are read as this program knows them, as those of pages are. */
function newest({ root, nodes }: SymbolContent): SymbolContent {
  return { root, nodes: Object.fromEntries(Object.entries(nodes).map(([id, node]) => [id, migrateNode(node, specs[node.type])])) }
}
