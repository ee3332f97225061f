import type { RefusalCode } from './refusals'

export interface TextLimits {
  /** UTF-8 bytes. */
  readonly maxBytes: number
  /** Records and lists inside one another. */
  readonly maxDepth: number
}

/** What a document may be at most. Nodes are counted by its schema. */
export const documentLimits: TextLimits = { maxBytes: 2 * 1024 * 1024, maxDepth: 64 }
export const maxNodes = 5000

/** What the body of an action or an event batch may be at most. */
export const actionLimits: TextLimits = { maxBytes: 8 * 1024, maxDepth: 16 }

export type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly refusal: RefusalCode; readonly detail: string }

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])

/** Reads JSON from outside. Size and depth are measured on the text, before anything is parsed; keys that could reach a prototype are refused. */
export function parseJson(text: string, limits: TextLimits): Parsed {
  const bytes = new TextEncoder().encode(text).length
  if (bytes > limits.maxBytes) return no('too-large', `${bytes} bytes; at most ${limits.maxBytes}.`)
  const depth = depthOf(text)
  if (depth > limits.maxDepth) return no('too-deep', `${depth} levels; at most ${limits.maxDepth}.`)
  try {
    return { ok: true, value: JSON.parse(text, refuseForbiddenKeys) }
  } catch (error) {
    return no('bad-json', error instanceof Error ? error.message : 'Not JSON.')
  }
}

function no(refusal: RefusalCode, detail: string): Parsed {
  return { ok: false, refusal, detail }
}

function refuseForbiddenKeys(key: string, value: unknown): unknown {
  if (forbiddenKeys.has(key)) throw new SyntaxError(`The key "${key}" is not allowed.`)
  return value
}

/** How deep the text nests, by its brackets outside strings. Never less than the depth of what it parses to. */
export function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let isString = false
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i)
    if (isString) {
      if (char === backslash) i++
      else if (char === quote) isString = false
    } else if (char === quote) isString = true
    else if (char === openBrace || char === openBracket) deepest = Math.max(deepest, ++depth)
    else if (char === closeBrace || char === closeBracket) depth--
  }
  return deepest
}

const quote = 34
const backslash = 92
const openBracket = 91
const closeBracket = 93
const openBrace = 123
const closeBrace = 125
