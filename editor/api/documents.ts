import { diffDocuments } from '../../schemas/diff'
import { tab } from '../document/tab'
import type { DraftPort, Draft, Saved } from '../document/draftPort'
import { ApiProblem, isProblem } from './apiProblem'
import { request, type Wish } from './request'

export type DocumentName = 'page' | 'rules' | 'plan'

function pathOf(activity: string, of: DocumentName): string {
  return `/api/activities/${activity}/${of}`
}

/** The draft of one of an activity's documents, and its revision. */
export async function loadDraft<T>(activity: string, of: DocumentName): Promise<Draft<T>> {
  const { value, revision } = await request<T>(pathOf(activity, of))
  return { document: value, revision }
}

/** More than so much is sent as the whole document: edits name the place of each, so many of them may be longer than it. */
const mostEdited = 100_000

/** What has changed; JSON leaves out what is undefined, as a place that is gone. */
function wishOf(document: unknown, base: unknown): Pick<Wish, 'method' | 'body'> {
  const body = { edits: diffDocuments(base, document).map(({ at, is }) => ({ at, is })) }
  return JSON.stringify(body).length > mostEdited ? { method: 'PUT', body: document } : { method: 'PATCH', body }
}

/** Saves drafts where they are kept. A stale revision and a refusal are answers; only an unreachable server is thrown. */
export function draftPort<T>(activity: string, of: DocumentName): DraftPort<T> {
  return {
    async save(document, base): Promise<Saved<T>> {
      try {
        const saved = await request(pathOf(activity, of), { ...wishOf(document, base.document), ifMatch: base.revision, tab })
        return { kind: 'saved', revision: saved.revision }
      } catch (error) {
        // The server sends its current document in the very shape that was saved.
        if (isProblem(error, 'revision-stale') && error.current)
          return { kind: 'stale', revision: error.current.revision, document: error.current.document as T }
        if (error instanceof ApiProblem && error.status >= 400 && error.status < 500 && error.status !== 429) return { kind: 'refused', title: error.message }
        throw error
      }
    },
  }
}

/**
 * Changes a draft as somebody else would: whoever has it open, in this tab too, hears of it and keeps their own edits. Made
 * anew where somebody was quicker. @throws ApiProblem
 */
export async function changeDraft<T>(activity: string, of: DocumentName, change: (document: T) => T, tries = 5): Promise<void> {
  const { document, revision } = await loadDraft<T>(activity, of)
  try {
    await request(pathOf(activity, of), { ...wishOf(change(document), document), ifMatch: revision })
  } catch (error) {
    if (!isProblem(error, 'revision-stale') || tries === 1) throw error
    await changeDraft(activity, of, change, tries - 1)
  }
}
