#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { destination, pino } from 'pino'
import { refusals } from '../schemas/refusals'
import { backup, restore } from './commands/backup'
import { refuseSurplus, UsageError, type Command } from './commands/command'
import { exportActivity } from './commands/exportActivity'
import { importActivity } from './commands/importActivity'
import { journal, rebuild } from './commands/journal'
import { publish } from './commands/publish'
import { rollback } from './commands/rollback'
import { seed } from './commands/seed'
import { serve } from './commands/serve'
import { CannotStart, reasonOf } from './cannotStart'
import { ConfigError, readConfig } from './config'
import { Refuse } from './problem'
import { isOutage } from './store/isOutage'
import { openWorld, type World } from './world'

const commands: readonly Command[] = [serve, seed, importActivity, exportActivity, publish, rollback, journal, rebuild, backup, restore]

const environment = `Settings come from the environment:
  PORT (3000)  FESTOON_DATA (./data)  FESTOON_DATABASE_URL (SQLite in FESTOON_DATA)
  FESTOON_OWNER_EMAIL and FESTOON_OWNER_PASSWORD (the first owner)  FESTOON_API_TOKEN (for scripts)
  FESTOON_PUBLIC_URL and FESTOON_STUDIO_URL (the origins of pages and editor)  FESTOON_TRUSTED_PROXIES (0)`

function help(): string {
  const lines = commands.map(({ name, usage, summary }) => `  festoon ${name} ${usage}\n      ${summary}`)
  return `Festoon: activity pages, from first draft to last prize.\n\n${lines.join('\n')}\n\n${environment}`
}

const here = dirname(fileURLToPath(import.meta.url))
/** The built editor: beside the built server, or in `dist` when run from the sources. */
const studioDir = [join(here, '../dist/editor'), join(here, '../editor')].find((folder) => existsSync(join(folder, 'index.html'))) ?? null

function optionsOf({ options = {} }: Command): { [name: string]: { type: 'string' | 'boolean' } } {
  return Object.fromEntries(Object.entries({ ...options, help: 'flag' }).map(([name, kind]) => [name, { type: kind === 'value' ? 'string' : 'boolean' }]))
}

async function run(name: string | undefined, rest: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    console.log(help())
    return name === undefined ? 2 : 0
  }
  const command = commands.find((one) => one.name === name)
  if (!command) throw new UsageError(`No command "${name}". Known: ${commands.map((one) => one.name).join(', ')}.`)
  const { values, positionals } = parse(command, rest)
  refuseSurplus(command, positionals)
  if (values['help']) {
    console.log(`festoon ${command.name} ${command.usage}\n\n${command.summary}`)
    return 0
  }
  let world: World | undefined
  try {
    return await command.run({
      options: values,
      words: positionals,
      print: (line) => console.log(line),
      // Logs go to standard error: what a command says must be fit for a pipe.
      open: async () =>
        (world ??= await openWorld(readConfig(process.env), { log: pino({ level: command === serve ? 'info' : 'warn' }, destination(2)), studioDir })),
    })
  } finally {
    await world?.close()
  }
}

function parse(command: Command, rest: readonly string[]): { values: { [name: string]: string | boolean | undefined }; positionals: string[] } {
  try {
    return parseArgs({ args: [...rest], options: optionsOf(command), allowPositionals: true, strict: true }) as ReturnType<typeof parse>
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\nUsage: festoon ${command.name} ${command.usage}`)
  }
}

/** What went wrong in words for whoever typed the command, and the exit code: 2 where they must type something else, 1 where they were refused. */
function explain(error: unknown): { code: number; text: string } {
  if (error instanceof UsageError || error instanceof ConfigError) return { code: 2, text: error.message }
  if (error instanceof CannotStart) return { code: 1, text: error.message }
  if (isOutage(error)) return { code: 1, text: `The data cannot be reached, or written, right now: ${reasonOf(error)}` }
  if (error instanceof Refuse) {
    const { detail, problems = [] } = error.more
    const said = detail === undefined ? refusals[error.code].en : typeof detail === 'string' ? detail : detail.en
    return { code: 1, text: [said, ...problems.map(({ node, path, message }) => `  ${node ?? ''}${path}: ${message}`)].join('\n') }
  }
  return { code: 70, text: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

const [name, ...rest] = process.argv.slice(2)
run(name, rest).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    const { code, text } = explain(error)
    console.error(text)
    process.exitCode = code
  },
)
