/** How a draft reaches the server, and what the server says. */
export interface DraftPort<T> {
  /** Sends the document, or what changed since the draft that it was made from. Rejects only when the server could not be reached. */
  save(document: T, base: Draft<T>): Promise<Saved<T>>
}

export type Saved<T> =
  | { readonly kind: 'saved'; readonly revision: string }
  /** Somebody else saved first; this is theirs. */
  | { readonly kind: 'stale'; readonly revision: string; readonly document: T }
  /** The server will not take it; `title` says why in the reader's language. */
  | { readonly kind: 'refused'; readonly title: string }

/** A draft as the server holds it. */
export interface Draft<T> {
  readonly document: T
  readonly revision: string
}
