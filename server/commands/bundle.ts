import { isRecord } from '../../schemas/diff'
import type { DocumentName } from '../../schemas/documentProblem'
import { UsageError } from './command'

/** An activity as one file: its three documents, and what it is called. Nothing that visitors did is in it. */
export interface Bundle {
  readonly festoon: 1
  readonly name: string
  readonly slug: string
  readonly page: unknown
  readonly rules: unknown
  readonly plan: unknown
}

export type Imported = { readonly name?: string; readonly slug?: string } & { readonly [of in DocumentName]?: unknown }

const marks: { readonly [of in DocumentName]: string } = { page: 'nodes', rules: 'plays', plan: 'goal' }

/** Whether it is a file of this system's own. */
export function isOwn(value: unknown): boolean {
  return isRecord(value) && (value['festoon'] === 1 || Object.values(marks).some((mark) => mark in value))
}

/** What a file holds: a bundle, or one document by itself. @throws UsageError when it is neither */
export function readBundle(text: string): Imported {
  const value = parse(text)
  if (!isRecord(value)) throw new UsageError('The file is not a page, rules, plan or exported activity.')
  if (value['festoon'] === 1) {
    const { name, slug, page, rules, plan } = value
    return { ...(typeof name === 'string' ? { name } : {}), ...(typeof slug === 'string' ? { slug } : {}), page, rules, plan }
  }
  const of = (['page', 'rules', 'plan'] as const).find((one) => marks[one] in value)
  if (!of) throw new UsageError('The file is not a page, rules, plan or exported activity.')
  return { [of]: value }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`The file is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}
