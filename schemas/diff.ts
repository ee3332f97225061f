/** Any JSON value, read-only. */
type Value = unknown
type Rec = { readonly [key: string]: Value }

/**
 * One changed place of a document. `at` is the path of object keys that leads there; lists change as a whole.
 * Without `was` the place is new; without `is` it is gone.
 */
export interface Edit {
  readonly at: readonly string[]
  readonly was?: Value
  readonly is?: Value
}

/** A reversible change of a document: edits of different places, none inside another. */
export type Diff = readonly Edit[]

export function isRecord(value: Value): value is Rec {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether two JSON values say the same, whatever the order of their keys. */
export function isSame(a: Value, b: Value): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => isSame(item, b[i]))
  if (!isRecord(a) || !isRecord(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
}

/** A new document with the edits made; untouched parts are shared with the old one. Missing records on the way are made. */
export function applyDiff<T>(document: T, diff: Diff): T {
  // A record is copied once, however many edits are inside it.
  const copies: Copies = new Map()
  return diff.reduce<Value>((value, edit) => put(value, edit, 0, copies), document) as T
}

/** Records made on the way, by themselves: they may be changed, unlike those of the document. */
type Copies = Map<Value, { [key: string]: Value }>

function put(value: Value, edit: Edit, depth: number, copies: Copies): Value {
  const { at } = edit
  if (depth === at.length) return edit.is
  const key = at[depth]!
  const record = copies.get(value) ?? copyOf(value)
  copies.set(record, record)
  if (depth === at.length - 1 && !('is' in edit)) delete record[key]
  // Defined, not assigned: a key may be one that objects treat specially.
  else
    Object.defineProperty(record, key, {
      value: put(Object.hasOwn(record, key) ? record[key] : undefined, edit, depth + 1, copies),
      configurable: true,
      enumerable: true,
      writable: true,
    })
  return record
}

/** A loop, as engines take four times as long to spread records of thousands of keys. */
function copyOf(value: Value): { [key: string]: Value } {
  if (!isRecord(value)) return {}
  if (Object.hasOwn(value, '__proto__')) return { ...value }
  const copy: { [key: string]: Value } = {}
  for (const key in value) copy[key] = value[key]
  return copy
}

/** The diff that takes `diff` back. */
export function invertDiff(diff: Diff): Diff {
  return diff.map(invertEdit).reverse()
}

function invertEdit({ at, ...values }: Edit): Edit {
  return {
    at,
    ...('is' in values ? { was: values.is } : {}),
    ...('was' in values ? { is: values.was } : {}),
  }
}

/** What has to be edited to get from one document to the other. Empty when they say the same. */
export function diffDocuments(before: Value, after: Value): Diff {
  const edits: Edit[] = []
  collect(before, after, [], edits)
  return edits
}

function collect(before: Value, after: Value, at: readonly string[], edits: Edit[]): void {
  if (before === after) return
  if (!isRecord(before) || !isRecord(after)) {
    if (!isSame(before, after)) edits.push({ at, was: before, is: after })
    return
  }
  for (const key of Object.keys(before)) {
    if (Object.hasOwn(after, key)) collect(before[key], after[key], [...at, key], edits)
    else edits.push({ at: [...at, key], was: before[key] })
  }
  for (const key of Object.keys(after)) {
    if (!Object.hasOwn(before, key)) edits.push({ at: [...at, key], is: after[key] })
  }
}

/** The diff that puts `is` at a place; records missing on the way become part of it, so that undoing leaves none behind. */
export function setAt(document: Value, at: readonly string[], is: Value): Diff {
  let value = document
  for (let depth = 0; depth < at.length; depth++) {
    const known = isRecord(value) && Object.hasOwn(value, at[depth]!)
    if (!known) return [{ at: at.slice(0, depth + 1), is: nest(at.slice(depth + 1), is) }]
    value = (value as Rec)[at[depth]!]
  }
  return isSame(value, is) ? [] : [{ at, was: value, is }]
}

/** The diff that takes a place away; empty when it is not there. */
export function removeAt(document: Value, at: readonly string[]): Diff {
  const was = valueAt(document, at)
  return was === undefined ? [] : [{ at, was }]
}

/** The value at a path; undefined where there is none. */
export function valueAt(document: Value, at: readonly string[]): Value {
  return at.reduce<Value>((value, key) => (isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined), document)
}

function nest(at: readonly string[], is: Value): Value {
  return at.reduceRight<Value>((inner, key) => ({ [key]: inner }), is)
}

/** One diff that does what several do one after the other. Places that end as they began are left out. */
export function squashDiffs(diffs: readonly Diff[]): Diff {
  return diffs.flat().reduce<Edit[]>(fold, []).filter(isChange)
}

/** Adds one edit to a diff: into the edit of the same or an outer place, or in the stead of those inside it. */
function fold(folded: Edit[], edit: Edit): Edit[] {
  const outer = folded.find(({ at }) => isWithin(edit.at, at))
  if (outer) return folded.map((one) => (one === outer ? absorb(outer, edit) : one))
  const inner = folded.filter(({ at }) => isWithin(at, edit.at))
  if (inner.length === 0) return [...folded, edit]
  const reverted = 'was' in edit ? { ...edit, was: applyDiff(edit.was, invertDiff(inner.map((one) => beneath(one, edit.at)))) } : edit
  return [...folded.filter((one) => !inner.includes(one)), reverted]
}

function absorb(outer: Edit, edit: Edit): Edit {
  if (outer.at.length < edit.at.length) return { ...outer, is: applyDiff(outer.is, [beneath(edit, outer.at)]) }
  const { is: _before, ...rest } = outer
  return 'is' in edit ? { ...rest, is: edit.is } : rest
}

function beneath(edit: Edit, at: readonly string[]): Edit {
  return { ...edit, at: edit.at.slice(at.length) }
}

function isWithin(at: readonly string[], outer: readonly string[]): boolean {
  return at.length >= outer.length && outer.every((key, i) => at[i] === key)
}

function isChange(edit: Edit): boolean {
  return 'was' in edit !== 'is' in edit || !isSame(edit.was, edit.is)
}
