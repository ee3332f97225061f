import { recordAudit } from '../audit/record'
import type { Recording } from '../http/route'
import type { World } from '../world'

export const commandLine = 'command line'

/** Audits what somebody with a shell on this machine does. */
export function recordAs({ clock }: Pick<World, 'clock'>, action: string): Recording {
  return (trx, { target, before = null, after = null, reason = '' }) =>
    recordAudit(trx, { at: clock.now(), actor: commandLine, action, target, before_hash: before, after_hash: after, reason, source: 'local', request: '' })
}
