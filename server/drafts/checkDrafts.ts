import type { Checked } from '../../schemas/api/management'
import { describePage, describeRules } from '../../schemas/describe'
import type { DocumentProblem } from '../../schemas/documentProblem'
import { migratePage } from '../../schemas/migrate'
import type { PageDocument } from '../../schemas/page'
import type { RulesDocument } from '../../schemas/rules'
import { speak, type Locale } from '../../schemas/words'
import { liveRelease } from '../releases/releases'
import { readPageVersion, readRulesVersion } from '../versions/versions'
import type { World } from '../world'
import { readDraftDocument } from './readDraft'

/** Far more than anyone mends in one go. */
const mostShown = 500

/** What is wrong with the drafts as they stand, and what a release of them would change. */
export async function checkDrafts(world: World, activity: string, locale: Locale): Promise<Checked> {
  // Their structure was checked when they were saved.
  const page = migratePage((await readDraftDocument(world, activity, 'page')) as PageDocument, world.specs)
  const rules = (await readDraftDocument(world, activity, 'rules')) as RulesDocument
  const problems = world.checker.release(page, rules)
  return {
    problems: problems.slice(0, mostShown).map(({ message, ...rest }) => ({ ...rest, message: speak(message, locale) })),
    changes: await changesSinceLive(world, activity, { page, rules, problems, locale }),
  }
}

async function changesSinceLive(
  world: World,
  activity: string,
  { page, rules, problems, locale }: { page: PageDocument; rules: RulesDocument; problems: readonly DocumentProblem[]; locale: Locale },
): Promise<Checked['changes']> {
  const { db } = world.store
  const live = await liveRelease(db, activity)
  const oldPage = live && (await readPageVersion(db, activity, live.page_hash))
  const oldRules = live && (await readRulesVersion(db, activity, live.rules_hash))
  return [
    ...(oldPage ? describePage(migratePage(oldPage.document, world.specs), page, world.specs) : []).map(({ node, text }) => ({
      document: 'page' as const,
      ...(node === undefined ? {} : { node }),
      text: speak(text, locale),
      class: 'cosmetic' as const,
    })),
    ...(oldRules ? describeRules(oldRules.document, withSoundPlays(rules, oldRules.document, problems), world.kinds) : []).map(({ class: kind, text }) => ({
      document: 'rules' as const,
      text: speak(text, locale),
      class: kind,
    })),
  ]
}

/** The rules, with each play that has errors as it was, if it was: kinds can compare only what has its shape, and the errors are told anyway. */
function withSoundPlays(rules: RulesDocument, before: RulesDocument, problems: readonly DocumentProblem[]): RulesDocument {
  const broken = new Set(problems.flatMap(({ document, path, severity }) => (document === 'rules' && severity === 'error' ? [playOf(path)] : [])))
  const plays = Object.entries(rules.plays).flatMap(([id, play]) => {
    const kept = broken.has(id) ? before.plays[id] : play
    return kept ? [[id, kept] as const] : []
  })
  return { ...rules, plays: Object.fromEntries(plays) }
}

/** The play that a problem's path lies in. */
function playOf(path: string): string | undefined {
  return /^\/plays\/([^/]+)/.exec(path)?.[1]
}
