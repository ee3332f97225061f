import type { PageDocument } from '../../schemas/page'
import type { PlanDocument } from '../../schemas/plan'
import type { RulesDocument } from '../../schemas/rules'
import type { Bilingual, Locale } from '../../schemas/words'

/** Where an activity starts from: its three documents, made for the moment it is created. */
export interface Template {
  readonly id: string
  readonly title: Bilingual
  readonly description: Bilingual
  page(wanted: { readonly name: string; readonly locale: Locale }): PageDocument
  /** `now`: epoch ms. */
  rules(now: number): RulesDocument
  /** All of it in one language: only the team reads it. */
  plan(wanted: { readonly now: number; readonly locale: Locale }): PlanDocument
}
