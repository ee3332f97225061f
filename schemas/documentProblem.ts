import type { PlayKind } from './play'
import { schemaProblems } from './schemaProblems'
import type { SchemaError, Validators } from './validators'
import type { WidgetSpec } from './widget'
import type { Bilingual } from './words'

export type DocumentName = 'page' | 'rules' | 'plan'

/** Something wrong in a document. Errors stop a release; nothing but a broken structure stops a draft from being saved. */
export interface DocumentProblem {
  readonly document: DocumentName
  readonly node?: string
  /** A JSON pointer into the document; for a page's node, into its record. */
  readonly path: string
  readonly message: Bilingual
  readonly severity: 'error' | 'warning'
}

/** Everything that documents may speak of. */
export interface Known {
  readonly specs: { readonly [type: string]: WidgetSpec }
  readonly kinds: { readonly [kind: string]: PlayKind }
  readonly validators: Validators
}

/** Schema errors as problems of a document; those inside a page's node name it. */
export function fromSchema(document: DocumentName, errors: readonly SchemaError[], below: { node?: string; path?: string } = {}): DocumentProblem[] {
  return schemaProblems(errors).map(({ path, message, isUnknownKey }) => ({
    document,
    ...place(document, `${below.path ?? ''}${path}`, below.node),
    message,
    severity: isUnknownKey ? 'warning' : 'error',
  }))
}

function place(document: DocumentName, path: string, node: string | undefined): { node?: string; path: string } {
  if (node !== undefined) return { node, path }
  const inNode = document === 'page' ? /^\/nodes\/([^/]+)(\/.*)?$/.exec(path) : null
  return inNode ? { node: inNode[1]!, path: inNode[2] ?? '' } : { path }
}
