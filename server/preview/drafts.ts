import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { renderPage, type RenderedPage } from '../../renderer/renderPage'
import { segmentsAsked } from '../../schemas/conditional'
import { migratePage } from '../../schemas/migrate'
import type { PageDocument } from '../../schemas/page'
import { activePhases } from '../../schemas/phases'
import type { RulesDocument } from '../../schemas/rules'
import type { Segment } from '../../schemas/segment'
import type { Locale } from '../../schemas/words'
import { findActivity } from '../activities/findActivity'
import { assetAddresses } from '../assets/addresses'
import { readDraftDocument } from '../drafts/readDraft'
import type { Draft } from '../engine/engine'
import { splitFile } from '../releases/build'
import { seal } from '../versions/versions'
import type { World } from '../world'

/** The draft of the rules, as rehearsals are decided by. */
export async function draftRules(world: World, activity: string): Promise<Draft> {
  // Its structure was checked when it was saved.
  const rules = (await readDraftDocument(world, activity, 'rules')) as RulesDocument
  return { version: (await seal(rules)).hash, rules }
}

/** The segments that the draft of the page names; null where it asks nothing about its visitor. */
export async function draftSegments(world: World, activity: string, rules: RulesDocument): Promise<{ [id: string]: Segment } | null> {
  return segmentsAsked((await readDraftDocument(world, activity, 'page')) as PageDocument, rules)
}

/** The draft of the page as a visitor would see it now, talking to the preview's own API. */
export async function drawDraft(world: World, activity: string, { token, locale }: { token: string; locale: Locale }): Promise<RenderedPage> {
  const drawn = await draw(world, activity, locale, { api: `/preview/${token}/` })
  for (const { name, body } of drawn.files) await world.files.put(splitFile(name), Buffer.from(body))
  return drawn
}

/** What the first answer to a visitor of the draft would weigh, in bytes as they are sent. */
export async function weighDraft(world: World, activity: string, locale: Locale): Promise<number> {
  const { html } = await draw(world, activity, locale)
  return (await squeeze(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })).length
}

const squeeze = promisify(brotliCompress)

async function draw(world: World, activity: string, locale: Locale, preview?: { api: string }): Promise<RenderedPage> {
  const { slug } = await findActivity(world, activity)
  const page = migratePage((await readDraftDocument(world, activity, 'page')) as PageDocument, world.specs)
  const { rules } = await draftRules(world, activity)
  return renderPage(page, {
    slug,
    release: 'draft',
    locale,
    rules,
    phase: activePhases(rules.schedule, world.clock.now()),
    publicUrl: world.config.publicUrl ?? '',
    assets: await assetAddresses(world, page),
    ...(preview ? { preview } : {}),
  })
}
