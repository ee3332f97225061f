import { rebuild as rebuildTables } from '../engine/rebuild'
import { verify } from '../engine/verify'
import type { World } from '../world'
import { UsageError, word, type Command, type Shell } from './command'
import { findByName } from './findByName'

async function chosen(world: World, name: string | undefined): Promise<{ id: string; slug: string }[]> {
  if (name !== undefined) return [await findByName(world, name)]
  return world.store.db.selectFrom('activities').select(['id', 'slug']).orderBy('slug').execute()
}

async function verifyAll(world: World, shell: Shell, name: string | undefined): Promise<number> {
  let broken = 0
  for (const { id, slug } of await chosen(world, name)) {
    const { rows, head, problems } = await world.store.snapshot((session) => verify(session, { activity: id, realm: 'live' }))
    shell.print(`${slug}: ${rows} rows, ${problems.length ? 'BROKEN' : 'whole'}, head ${head}`)
    for (const { seq, text } of problems) shell.print(`  ${seq === null ? '' : `row ${seq}: `}${text}`)
    broken += problems.length
  }
  return broken ? 1 : 0
}

export const journal: Command = {
  name: 'journal',
  usage: 'verify [<activity>]',
  summary: 'Checks that the journal was neither altered nor cut, and that every table says what it says.',
  async run(shell) {
    if (word(shell, 0, 'journal command (verify)') !== 'verify') throw new UsageError('The journal can be verified: festoon journal verify [<activity>]')
    return verifyAll(await shell.open(), shell, shell.words[1])
  },
}

export const rebuild: Command = {
  name: 'rebuild',
  usage: '[<activity>]',
  summary: 'Makes counters, facts, boards and awards anew from the journal.',
  async run(shell) {
    const world = await shell.open()
    for (const { id, slug } of await chosen(world, shell.words[0])) {
      const rows = await world.store.lane(id, (session) => rebuildTables(session, { activity: id, realm: 'live' }))
      shell.print(`${slug}: rebuilt from ${rows} rows`)
    }
    return 0
  },
}
