import { applyDiff, type Diff } from '../../schemas/diff'
import type { DocumentName } from '../../schemas/documentProblem'
import { documentLimits, parseJson } from '../../schemas/limits'
import { Refuse } from '../problem'
import type { World } from '../world'
import { readDraft } from './readDraft'
import { stale } from './saveDraft'

/**
 * A draft with edits made, as the text that is kept and what it says. What comes of them keeps to the limits of a whole document.
 * @throws Refuse `revision-stale` when the edits were made on another revision, `too-large`, `too-deep`, `bad-json`
 */
export async function editDraft(
  world: Pick<World, 'store'>,
  { activity, of, revision, edits }: { activity: string; of: DocumentName; revision: number; edits: Diff },
): Promise<{ text: string; document: unknown }> {
  const current = await readDraft(world, activity, of)
  if (Number(current.revision) !== revision) throw stale(current)
  const text = JSON.stringify(applyDiff<unknown>(JSON.parse(current.document), edits))
  const parsed = parseJson(text, documentLimits)
  if (!parsed.ok) throw new Refuse(parsed.refusal, { detail: parsed.detail })
  return { text, document: parsed.value }
}
