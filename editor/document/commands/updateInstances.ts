import { applyDiff, squashDiffs, type Diff } from '../../../schemas/diff'
import type { PageDocument } from '../../../schemas/page'
import { updateInstance, type InstanceUpdate } from './updateInstance'

/** Brings several instances to other versions of their symbols, as one edit. */
export function updateInstances(document: PageDocument, updates: readonly InstanceUpdate[]): Diff {
  let grown = document
  const diffs = updates.map((update) => {
    const diff = updateInstance(grown, update)
    grown = applyDiff(grown, diff)
    return diff
  })
  return squashDiffs(diffs)
}
