import { canonicalJson } from '../../schemas/canonical'
import { migrateFormat } from '../../schemas/migrate'
import { rulesFormat, type RulesDocument } from '../../schemas/rules'
import type { Session } from '../store/session'

const maxCached = 200

/** Rules by their hash, and releases by their rules. Both never change, so what was read once is kept. */
export interface Rulebook {
  rules(session: Session, activity: string, hash: string): Promise<RulesDocument>
  /** The rules that a release was made with; null when the activity has no such release. */
  ofRelease(session: Session, activity: string, release: string): Promise<RulesDocument | null>
}

export function createRulebook(): Rulebook {
  const byHash = new Map<string, RulesDocument>()
  const hashes = new Map<string, string>()

  async function rules(session: Session, activity: string, hash: string): Promise<RulesDocument> {
    const name = `${activity}/${hash}`
    const known = byHash.get(name)
    if (known) return known
    const [row] = await session.all<{ document: string }>('select document from versions where activity = ? and "of" = \'rules\' and hash = ?', activity, hash)
    if (!row) throw new Error(`Activity ${activity} has no rules version ${hash}.`)
    // It was validated before it became a version, and steps of a format keep the shape of rules.
    const document = migrateFormat(JSON.parse(row.document) as { [key: string]: unknown }, [], rulesFormat) as unknown as RulesDocument
    keep(byHash, name, document)
    return document
  }

  async function ofRelease(session: Session, activity: string, release: string): Promise<RulesDocument | null> {
    const name = `${activity}/${release}`
    const known = hashes.get(name)
    if (known) return rules(session, activity, known)
    const [row] = await session.all<{ rules_hash: string }>('select rules_hash from releases where activity = ? and id = ?', activity, release)
    if (!row) return null
    keep(hashes, name, row.rules_hash)
    return rules(session, activity, row.rules_hash)
  }

  return { rules, ofRelease }
}

function keep<T>(cache: Map<string, T>, name: string, value: T): void {
  if (cache.size >= maxCached) cache.delete(cache.keys().next().value!)
  cache.set(name, value)
}

/** Whether a visitor who was shown a play under `shown` would be treated the same under `inForce`: its record, the prizes it names, and the schedule say the same. */
export function treatsAlike(shown: RulesDocument, inForce: RulesDocument, play: string): boolean {
  return shown === inForce || termsOf(shown, play) === termsOf(inForce, play)
}

const terms = new WeakMap<RulesDocument, Map<string, string>>()

function termsOf(rules: RulesDocument, play: string): string {
  let known = terms.get(rules)
  if (!known) terms.set(rules, (known = new Map()))
  let text = known.get(play)
  if (text === undefined) {
    const record = rules.plays[play]
    const named = stringsIn(record)
    const prizes = Object.fromEntries(Object.entries(rules.prizes).filter(([id]) => named.has(id)))
    known.set(play, (text = canonicalJson({ record: record ?? null, prizes, schedule: rules.schedule })))
  }
  return text
}

/** Every text inside a record: the names of the prizes it speaks of are among them. */
function stringsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') found.add(value)
  else if (typeof value === 'object' && value !== null) for (const member of Object.values(value)) stringsIn(member, found)
  return found
}
