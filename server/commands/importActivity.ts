import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { createActivity } from '../activities/createActivity'
import { readDraft } from '../drafts/readDraft'
import { refuseMalformed, saveDraft } from '../drafts/saveDraft'
import { changedActivitySchema } from '../../schemas/api/activities'
import { newActivitySchema } from '../../schemas/api/management'
import { parseJson } from '../../schemas/limits'
import { importPage } from '../imports/importPage'
import { fileLimits } from '../imports/readFile'
import { reasons } from '../imports/reasons'
import { readForeign, type Foreign } from '../imports/readForeign'
import type { World } from '../world'
import { isOwn, readBundle } from './bundle'
import { optionOf, refuseUnfit, UsageError, word, type Command, type Shell } from './command'
import { commandLine, recordAs } from './recordAs'

/** The text of a file, and what it says as JSON. */
async function readText(path: string): Promise<{ text: string; value: unknown }> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new UsageError(`Cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`)
  })
  const parsed = parseJson(text, fileLimits)
  if (!parsed.ok) throw new UsageError(`${path}: ${parsed.detail}`)
  return { text, value: parsed.value }
}

/** Makes an activity of a page from another system, and prints what became of its parts. */
async function importForeign(shell: Shell, foreign: Foreign): Promise<number> {
  const world = await shell.open()
  const page = Number(optionOf(shell, 'page') ?? '1') - 1
  const chosen = foreign.pages[page]
  if (!chosen) throw new UsageError(`The file has ${foreign.pages.length} pages: choose one with --page.`)
  const wish = { page, name: optionOf(shell, 'name'), slug: optionOf(shell, 'slug'), locale: 'en', by: commandLine } as const
  const { id, slug } = await importPage(world, foreign, wish, recordAs(world, 'import'))
  for (const { was, name = '', fate, now = '', reasons: codes } of chosen.lines)
    shell.print([fate, was, name, now, codes.map((code) => reasons[code].en).join(' ')].join('\t'))
  shell.print(`${id} ${slug}`)
  return 0
}

async function isTaken({ store }: World, slug: string): Promise<boolean> {
  return (await store.db.selectFrom('activities').select('id').where('slug', '=', slug).executeTakeFirst()) !== undefined
}

export const importActivity: Command = {
  name: 'import',
  usage: '<file> [--name <name>] [--slug <slug>] [--page <n>]',
  mostWords: 1,
  summary: 'Makes a new activity from an exported one, from a page, rules or plan alone, or from a page of another system. Nothing is published.',
  options: { name: 'value', slug: 'value', page: 'value' },
  async run(shell) {
    const path = word(shell, 0, 'file')
    refuseUnfit(changedActivitySchema, { name: optionOf(shell, 'name'), slug: optionOf(shell, 'slug') })
    const { text, value } = await readText(path)
    const foreign = isOwn(value) ? null : readForeign(value, 'en')
    if (foreign) return importForeign(shell, foreign)
    const bundle = readBundle(text)
    const world = await shell.open()
    const documents = (['page', 'rules', 'plan'] as const).flatMap((of) => (bundle[of] === undefined ? [] : [{ of, document: bundle[of] }]))
    for (const { of, document } of documents) refuseMalformed(world, of, document, 'en')
    const name = optionOf(shell, 'name') ?? bundle.name ?? basename(path).slice(0, 120)
    const wanted = optionOf(shell, 'slug') ?? (bundle.slug !== undefined && (await isTaken(world, bundle.slug)) ? undefined : bundle.slug)
    const record = recordAs(world, 'import')
    refuseUnfit(newActivitySchema, { name, slug: wanted })
    const { id, slug } = await createActivity(world, { name, slug: wanted, by: commandLine }, record)
    for (const { of, document } of documents) {
      const { revision } = await readDraft(world, id, of)
      await saveDraft(world, { activity: id, of, text: JSON.stringify(document), document, revision: Number(revision), by: commandLine }, record)
    }
    shell.print(`${id} ${slug}`)
    return 0
  },
}
