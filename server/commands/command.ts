import type { JsonSchema } from '../../schemas/schema'
import { compileInput } from '../http/validation'
import type { World } from '../world'

/** Something that was asked for wrongly. The message says what to type instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** What a command is given: the words after its name, and where to write. */
export interface Shell {
  /** Values of `--options`; a bare option is `true`. */
  readonly options: { readonly [name: string]: string | boolean | undefined }
  readonly words: readonly string[]
  /** One line for the caller; kept free of logs, so that it can be piped. */
  print(line: string): void
  /** Opens the data that the environment names; closed when the command ends. */
  open(): Promise<World>
}

/** One thing that the command line does. */
export interface Command {
  readonly name: string
  /** What follows the name. */
  readonly usage: string
  readonly summary: string
  /** How many words may follow the name; absent: none. */
  readonly mostWords?: number
  /** The options it knows: `value` ones take a word. */
  readonly options?: { readonly [name: string]: 'value' | 'flag' }
  /** Gives the exit code. */
  run(shell: Shell): Promise<number>
}

/** Checks what was typed as the API checks what is sent. @throws Refuse `bad-input` */
export function refuseUnfit(body: JsonSchema, value: unknown): void {
  compileInput({ body }).body(value, 'en')
}

/** @throws UsageError when there are more words than a command knows what to do with */
export function refuseSurplus({ name, usage, mostWords = 0 }: Command, words: readonly string[]): void {
  const surplus = words.slice(mostWords)
  if (surplus.length) throw new UsageError(`"${surplus.join(' ')}" is too much.\nUsage: festoon ${name} ${usage}`)
}

/** The word at a place. @throws UsageError when it was not given */
export function word({ words }: Shell, place: number, what: string): string {
  const given = words[place]
  if (given === undefined) throw new UsageError(`Say which ${what}.`)
  return given
}

export function optionOf({ options }: Shell, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}
