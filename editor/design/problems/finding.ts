import type { AssetEdit } from '../../../schemas/api/management'
import type { Diff } from '../../../schemas/diff'
import type { PageDocument } from '../../../schemas/page'
import type { RulesDocument } from '../../../schemas/rules'
import type { Bilingual } from '../../../schemas/words'

/** What a problem is about. `schema`: the documents themselves; it alone can stop a release. */
export const subjects = ['schema', 'content', 'access', 'weight'] as const
export type Subject = (typeof subjects)[number]

/** Something to mend on the page, and how, where that can be said. */
export interface Finding {
  readonly subject: Subject
  readonly severity: 'error' | 'warning'
  readonly message: Bilingual
  /** Absent: the page or the rules as a whole. */
  readonly node?: string
  /** A JSON pointer into the rules, for what is mended there. */
  readonly rulesPath?: string
  readonly fix?: Fix
  readonly rulesFix?: RulesFix
  readonly lighter?: Lighter
  /** The property that is to blame. */
  readonly prop?: string
}

/** One click that mends a problem: an ordinary, undoable edit of the page. */
export interface Fix {
  readonly name: Bilingual
  /** It takes something away: only somebody who looked at it says so. */
  readonly isRemoval?: true
  edit(page: PageDocument): Diff
}

/** One click that puts a lighter picture in a picture's place, everywhere on the page. */
export interface Lighter {
  readonly name: Bilingual
  readonly reference: string
  readonly edit: AssetEdit
}

/** One click that mends the rules, undoable there; for those who may edit them. */
export interface RulesFix {
  readonly name: Bilingual
  mend(rules: RulesDocument): RulesDocument
}

/** Looks a page over. Pure, so that it can run whenever there is time. */
export type Check = (page: PageDocument, rules: RulesDocument, now: number) => readonly Finding[]
