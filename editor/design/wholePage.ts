import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import type { PageDocument } from '../../schemas/page'
import type { DocumentStore } from '../document/documentStore'

/** The page as it stands, for what is read off all of its nodes together. */
export function useWholePage(store: DocumentStore): Readonly<ShallowRef<PageDocument>> {
  const page = shallowRef(store.document())
  onScopeDispose(store.onChange(({ document }) => (page.value = document)))
  return page
}
