import { rollbackSchema } from '../../schemas/api/management'
import { listReleases } from '../releases/releases'
import { rollBack } from '../releases/rollBack'
import { optionOf, refuseUnfit, UsageError, word, type Command } from './command'
import { findOpen } from './findByName'
import { commandLine, recordAs } from './recordAs'

export const rollback: Command = {
  name: 'rollback',
  usage: '<activity> --to <release id or number> [--reason <text>]',
  mostWords: 1,
  summary: 'Serves the page of an earlier release again. Rules, stock and everything visitors did stay.',
  options: { to: 'value', reason: 'value' },
  async run(shell) {
    const world = await shell.open()
    const activity = await findOpen(world, word(shell, 0, 'activity (its id or address)'))
    const wanted = optionOf(shell, 'to')
    const releases = await listReleases(world.store.db, activity.id)
    const target = releases.find(({ id, number }) => id === wanted || String(number) === wanted)
    if (!target) throw new UsageError(`Say which release with --to. Known: ${releases.map(({ number }) => number).join(', ') || 'none'}.`)
    const reason = optionOf(shell, 'reason')
    refuseUnfit(rollbackSchema, { to: target.id, reason })
    const made = await rollBack(world, activity, { to: target.id, reason, by: commandLine }, recordAs(world, 'rollback'))
    shell.print(`${made.id} release ${made.number}, page of release ${target.number}`)
    return 0
  },
}
