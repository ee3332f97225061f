import type { AssetUse } from '../../schemas/api/assets'
import { wordsOf } from '../api/apiProblem'
import { changeDraft, type DocumentName } from '../api/documents'
import { placesOf, withReplaced, type Replacement } from '../document/commands/replaceAsset'

/** A document that shows a picture, and is not published yet as it stands. */
export interface HoldingDraft {
  readonly activity: string
  readonly name: string
  readonly of: DocumentName
}

export interface ReplacedEverywhere {
  readonly places: number
  readonly activities: number
  /** What stayed as it was, and why. */
  readonly failed: readonly (HoldingDraft & { readonly why: string })[]
}

/** The drafts in use that hold a picture, without the page that is open: its own steps change that. Archived activities rest. */
export function draftsHolding(uses: readonly AssetUse[], openPage: string | null): readonly HoldingDraft[] {
  return uses
    .filter(({ archived }) => !archived)
    .flatMap(({ activity, name, drafts }) => drafts.map((of) => ({ activity, name, of })))
    .filter(({ activity, of }) => of !== 'page' || activity !== openPage)
}

/** Shows one picture wherever drafts show another. One draft that cannot be changed keeps no other from it. */
export async function replaceEverywhere(drafts: readonly HoldingDraft[], replacement: Replacement): Promise<ReplacedEverywhere> {
  const changed = new Set<string>()
  const failed: (HoldingDraft & { why: string })[] = []
  let places = 0
  for (const draft of drafts) {
    try {
      const here = await replaceIn(draft, replacement)
      places += here
      if (here) changed.add(draft.activity)
    } catch (error) {
      failed.push({ ...draft, why: wordsOf(error) })
    }
  }
  return { places, activities: changed.size, failed }
}

/** In how many places it was. */
async function replaceIn({ activity, of }: HoldingDraft, replacement: Replacement): Promise<number> {
  let places = 0
  await changeDraft(activity, of, (document: unknown) => {
    places = placesOf(document, replacement.from)
    return withReplaced(document, replacement)
  })
  return places
}
