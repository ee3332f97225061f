import { readFile } from 'node:fs/promises'
import { createActivity } from '../activities/createActivity'
import { readDraft } from '../drafts/readDraft'
import { refuseMalformed, saveDraft } from '../drafts/saveDraft'
import { documentLimits, parseJson } from '../../schemas/limits'
import type { World } from '../world'
import { readBundle } from './bundle'
import { optionOf, UsageError, word, type Command } from './command'
import { commandLine, recordAs } from './recordAs'

async function readText(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new UsageError(`Cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`)
  })
  // A bundle holds three documents.
  const parsed = parseJson(text, { ...documentLimits, maxBytes: 3 * documentLimits.maxBytes })
  if (!parsed.ok) throw new UsageError(`${path}: ${parsed.detail}`)
  return text
}

async function isTaken({ store }: World, slug: string): Promise<boolean> {
  return (await store.db.selectFrom('activities').select('id').where('slug', '=', slug).executeTakeFirst()) !== undefined
}

export const importActivity: Command = {
  name: 'import',
  usage: '<file> [--name <name>] [--slug <slug>]',
  summary: 'Makes a new activity from an exported one, or from a page, rules or plan alone. Nothing is published.',
  options: { name: 'value', slug: 'value' },
  async run(shell) {
    const path = word(shell, 0, 'file')
    const bundle = readBundle(await readText(path))
    const world = await shell.open()
    const documents = (['page', 'rules', 'plan'] as const).flatMap((of) => (bundle[of] === undefined ? [] : [{ of, document: bundle[of] }]))
    for (const { of, document } of documents) refuseMalformed(world, of, document, 'en')
    const name = optionOf(shell, 'name') ?? bundle.name ?? path
    const wanted = optionOf(shell, 'slug') ?? (bundle.slug !== undefined && (await isTaken(world, bundle.slug)) ? undefined : bundle.slug)
    const record = recordAs(world, 'import')
    const { id, slug } = await createActivity(world, { name, slug: wanted, by: commandLine }, record)
    for (const { of, document } of documents) {
      const { revision } = await readDraft(world, id, of)
      await saveDraft(world, { activity: id, of, text: JSON.stringify(document), document, revision: Number(revision), by: commandLine }, record)
    }
    shell.print(`${id} ${slug}`)
    return 0
  },
}
