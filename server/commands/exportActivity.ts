import { writeFile } from 'node:fs/promises'
import { reasonOf } from '../cannotStart'
import { readDraftDocument } from '../drafts/readDraft'
import { exportFiles } from '../releases/exportFiles'
import type { Bundle } from './bundle'
import { optionOf, UsageError, word, type Command } from './command'
import { findByName } from './findByName'

/** @throws UsageError when the place that was named takes no files */
async function writing<T>(to: string, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw isOfFiles(error) ? new UsageError(`Cannot write ${to}: ${reasonOf(error)}`) : error
  })
}

function isOfFiles(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && 'path' in error
}

export const exportActivity: Command = {
  name: 'export',
  usage: '<activity> [--out <file>] [--files <folder>]',
  mostWords: 1,
  summary: 'Writes the drafts of an activity as one JSON file; with --files, the live page as plain files for nginx or a CDN.',
  options: { out: 'value', files: 'value' },
  async run(shell) {
    const world = await shell.open()
    const { id, name, slug } = await findByName(world, word(shell, 0, 'activity (its id or address)'))
    const folder = optionOf(shell, 'files')
    if (folder !== undefined) {
      for (const file of await writing(folder, exportFiles(world, id, folder))) shell.print(file)
      return 0
    }
    const [page, rules, plan] = await Promise.all((['page', 'rules', 'plan'] as const).map((of) => readDraftDocument(world, id, of)))
    const bundle: Bundle = { festoon: 1, name, slug, page, rules, plan }
    const text = JSON.stringify(bundle, null, 2)
    const out = optionOf(shell, 'out')
    if (out === undefined) shell.print(text)
    else await writing(out, writeFile(out, `${text}\n`))
    return 0
  },
}
