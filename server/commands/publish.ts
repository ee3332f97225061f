import { newReleaseSchema } from '../../schemas/api/management'
import { release } from '../releases/release'
import { readRelease } from '../releases/releases'
import { optionOf, refuseUnfit, word, type Command } from './command'
import { findOpen } from './findByName'
import { commandLine, recordAs } from './recordAs'

export const publish: Command = {
  name: 'publish',
  usage: '<activity> [--note <text>] [--override-adverse <reason>]',
  mostWords: 1,
  summary: 'Publishes the drafts of an activity for everyone.',
  options: { 'note': 'value', 'override-adverse': 'value' },
  async run(shell) {
    refuseUnfit(newReleaseSchema, { note: optionOf(shell, 'note'), overrideAdverse: optionOf(shell, 'override-adverse') })
    const world = await shell.open()
    const activity = await findOpen(world, word(shell, 0, 'activity (its id or address)'))
    const wish = {
      note: optionOf(shell, 'note') ?? '',
      overrideAdverse: optionOf(shell, 'override-adverse') ?? null,
      rollout: null,
      startsAt: null,
      request: null,
      by: { id: commandLine, isOwner: true },
      locale: 'en' as const,
    }
    const { id } = await release(world, activity, wish, recordAs(world, 'publish'))
    const { number, page } = await readRelease(world.store.db, activity.id, id)
    shell.print(`${id} release ${number}, page ${page.slice(0, 12)}`)
    return 0
  },
}
