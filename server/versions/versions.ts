import type { Kysely, Transaction } from 'kysely'
import { canonicalJson, hashOf } from '../../schemas/canonical'
import type { PageDocument } from '../../schemas/page'
import type { RulesDocument } from '../../schemas/rules'
import type { Tables } from '../store/tables'
import { insertVersion, selectHolding, selectVersion, selectVersions, type VersionOf } from './store'

/** A document as it will be kept: its name, and the one way to write it. */
export interface Sealed<Document> {
  readonly hash: string
  readonly text: string
  readonly document: Document
}

/** Names a document by what it says. Two documents that say the same have the same name. */
export async function seal<Document>(document: Document): Promise<Sealed<Document>> {
  return { hash: await hashOf(document), text: canonicalJson(document), document }
}

/** Keeps a version; one that is kept already stays exactly as it was first. */
export async function keepVersion(
  trx: Transaction<Tables>,
  { activity, of, sealed, note, by, at }: { activity: string; of: VersionOf; sealed: Sealed<unknown>; note: string; by: string; at: number },
): Promise<void> {
  if (await selectVersion(trx, activity, of, sealed.hash)) return
  await insertVersion(trx, { activity, of, hash: sealed.hash, document: sealed.text, note, by_member: by, time_created: at })
}

async function readVersion<Document>(db: Kysely<Tables>, activity: string, of: VersionOf, hash: string): Promise<Sealed<Document> | undefined> {
  const row = await selectVersion(db, activity, of, hash)
  // Kept versions were checked against their schema before they were kept.
  return row && { hash, text: row.document, document: JSON.parse(row.document) as Document }
}

export async function readPageVersion(db: Kysely<Tables>, activity: string, hash: string): Promise<Sealed<PageDocument> | undefined> {
  return readVersion(db, activity, 'page', hash)
}

export async function readRulesVersion(db: Kysely<Tables>, activity: string, hash: string): Promise<Sealed<RulesDocument> | undefined> {
  return readVersion(db, activity, 'rules', hash)
}

/** The numbers of all versions of an activity, by their hashes. */
export async function versionNumbers(db: Kysely<Tables>, activity: string): Promise<Map<string, number>> {
  const [pages, rules] = await Promise.all([selectVersions(db, activity, 'page'), selectVersions(db, activity, 'rules')])
  return new Map([...pages, ...rules].map(({ hash, number }) => [hash, number]))
}

/** The kept versions that hold a text, such as an asset's reference. */
export function versionsHolding(db: Kysely<Tables>, text: string): Promise<{ activity: string; of: VersionOf; hash: string }[]> {
  return selectHolding(db, text)
}
