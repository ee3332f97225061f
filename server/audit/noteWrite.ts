import type { AuditNote, Call, Route } from '../http/route'
import type { World } from '../world'
import type { AuditEvent } from './record'

/** The audit row of one request: who, when, from where, which operation, and what the handler tells of it. */
export function noteWrite({ clock }: World, { operationId }: Route, { member, source, requestId }: Call, note: AuditNote): AuditEvent {
  return {
    at: clock.now(),
    actor: member?.email ?? 'anonymous',
    action: operationId,
    target: note.target,
    before_hash: note.before ?? null,
    after_hash: note.after ?? null,
    reason: note.reason ?? '',
    source,
    request: requestId,
  }
}
