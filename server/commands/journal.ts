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
    const { rows, replayed, head, problems } = await world.engine.verify(id)
    shell.print(`${slug}: ${rows} rows, ${replayed} decided again, ${problems.length ? 'BROKEN' : 'whole'}, head ${head}`)
    for (const { seq, text } of problems) shell.print(`  ${seq === null ? '' : `row ${seq}: `}${text}`)
    broken += problems.length
  }
  return broken ? 1 : 0
}

export const journal: Command = {
  name: 'journal',
  usage: 'verify [<activity>]',
  mostWords: 2,
  summary:
    'Checks that the journal was neither altered nor cut, that every act comes out the same when it is decided again, and that every table says what the journal says.',
  async run(shell) {
    if (word(shell, 0, 'journal command (verify)') !== 'verify') throw new UsageError('The journal can be verified: festoon journal verify [<activity>]')
    return verifyAll(await shell.open(), shell, shell.words[1])
  },
}

export const rebuild: Command = {
  name: 'rebuild',
  usage: '[<activity>]',
  mostWords: 1,
  summary: 'Makes counters, facts, boards and awards anew from the journal.',
  async run(shell) {
    const world = await shell.open()
    for (const { id, slug } of await chosen(world, shell.words[0])) {
      const rows = await world.engine.rebuild(id)
      shell.print(`${slug}: rebuilt from ${rows} rows`)
    }
    return 0
  },
}
