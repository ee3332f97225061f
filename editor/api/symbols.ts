import type { SymbolHead, SymbolList, SymbolUse, SymbolVersion } from '../../schemas/api/symbols'
import type { SymbolContent } from '../../schemas/symbol'
import { ask } from './request'

export function listSymbols(): Promise<SymbolList> {
  return ask('/api/symbols')
}

export function readSymbolVersion(id: string, version: string): Promise<SymbolVersion> {
  return ask(`/api/symbols/${id}/versions/${version}`)
}

export interface SymbolWish {
  readonly id: string
  readonly name: string
  readonly content: SymbolContent
  /** The revision that it was made from; `0`: it is new. */
  readonly revision: string
}

/** Keeps a symbol for the team. @throws ApiProblem `revision-stale` when somebody else has changed it since */
export function saveSymbol({ id, name, content, revision }: SymbolWish): Promise<SymbolHead> {
  return ask(`/api/symbols/${id}`, { method: 'PUT', body: { name, content }, ifMatch: revision })
}

export function removeSymbol({ id, revision }: Pick<SymbolHead, 'id' | 'revision'>): Promise<void> {
  return ask(`/api/symbols/${id}`, { method: 'DELETE', ifMatch: revision })
}

export function findSymbolUses(id: string): Promise<{ readonly uses: readonly SymbolUse[] }> {
  return ask(`/api/symbols/${id}/uses`)
}
