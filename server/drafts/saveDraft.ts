import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { DocumentName } from '../../schemas/documentProblem'
import { isRecord } from '../../schemas/diff'
import { maxNodes } from '../../schemas/limits'
import { speak, type Locale } from '../../schemas/words'
import type { Problem } from '../../schemas/api/management'
import type { Recording } from '../http/route'
import { Refuse } from '../problem'
import type { Tables } from '../store/tables'
import type { World } from '../world'
import { insertDraft, replaceDraft, selectDraft, type DraftsTable } from './store'

export interface DraftWish {
  readonly activity: string
  readonly of: DocumentName
  /** What is kept, to the byte. */
  readonly text: string
  readonly document: unknown
  /** The revision that the document was made from. */
  readonly revision: number
  readonly by: string
}

/**
 * Keeps a draft at a new revision and gives that back. What is kept already is not kept again, so a save whose answer
 * got lost may be repeated. @throws Refuse `revision-stale` with what is there now.
 */
export async function saveDraft({ store, clock }: World, { activity, of, text, revision, by }: DraftWish, record: Recording): Promise<string> {
  const hash = hashText(text)
  return store.write(activity, async (trx) => {
    const current = await selectDraft(trx, activity, of)
    if (!current) throw new Refuse('not-found')
    const row = { activity, of, revision: revision + 1, document: text, hash, by_member: by, time_updated: clock.now() }
    if (current.hash !== hash) {
      const isSaved = await replaceDraft(trx, row)
      if (!isSaved) throw stale(current)
    }
    await record(trx, { target: `activity/${activity}/${of}`, before: current.hash, after: hash })
    return String(current.hash === hash ? current.revision : row.revision)
  })
}

/** The refusal of a save from a revision that is not the last, with what is there now. */
export function stale({ revision, document }: Pick<DraftsTable, 'revision' | 'document'>): Refuse {
  return new Refuse('revision-stale', {
    current: { revision: String(revision), document: JSON.parse(document) },
    headers: { ETag: `"${revision}"` },
  })
}

/** The first drafts of a new activity. */
export async function createDrafts(
  trx: Transaction<Tables>,
  activity: string,
  { documents, by, at }: { documents: { readonly [of in DocumentName]: unknown }; by: string; at: number },
): Promise<void> {
  for (const of of ['page', 'rules', 'plan'] as const) {
    const document = JSON.stringify(documents[of])
    await insertDraft(trx, { activity, of, revision: 1, document, hash: hashText(document), by_member: by, time_updated: at })
  }
}

/** @throws Refuse `bad-input` when this is not the shape of such a document at all. Problems of its content are no reason to lose anyone's work. */
export function refuseMalformed({ checker }: Pick<World, 'checker'>, of: DocumentName, document: unknown, locale: Locale): void {
  refuseTooManyNodes(of, document, locale)
  const broken = checker.structure(of, document).filter(({ severity }) => severity === 'error')
  if (broken.length === 0) return
  throw new Refuse('bad-input', { problems: broken.slice(0, mostShown).map(({ message, ...rest }): Problem => ({ ...rest, message: speak(message, locale) })) })
}

const mostShown = 100

/** Counted before the schema sees them, which would describe each surplus node at length. */
function refuseTooManyNodes(of: DocumentName, document: unknown, locale: Locale): void {
  const nodes = isRecord(document) ? document['nodes'] : undefined
  if (of !== 'page' || !isRecord(nodes) || Object.keys(nodes).length <= maxNodes) return
  const message = speak({ zh: `最多 ${maxNodes} 个节点`, en: `At most ${maxNodes} nodes` }, locale)
  throw new Refuse('bad-input', { problems: [{ document: 'page', path: '/nodes', message, severity: 'error' }] })
}

function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
