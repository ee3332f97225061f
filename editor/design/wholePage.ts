import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import type { PageDocument, PageNode } from '../../schemas/page'
import type { DocumentStore } from '../document/documentStore'
import { reaches } from '../document/touched'

/** The page, for what is read off one field of all of its nodes together: another page only when that field of some node is another. */
export function useWholePage(store: DocumentStore, field: keyof PageNode): Readonly<ShallowRef<PageDocument>> {
  const page = shallowRef(store.document())
  onScopeDispose(
    store.onChange(({ document, diff }) => {
      if (reaches(diff, field)) page.value = document
    }),
  )
  return page
}
