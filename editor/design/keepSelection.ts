import { onScopeDispose } from 'vue'
import type { Designer } from './designer'

/** What is gone from the page, by an undo or by somebody else's hand, is no longer selected. */
export function keepSelection({ store, session }: Designer): void {
  onScopeDispose(store.onChange(({ document }) => session.select(session.selected.value.filter((id) => id in document.nodes))))
}
