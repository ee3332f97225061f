import type { TextLimits } from './limits'
import { nodeSchema, type PageNode } from './page'
import { idSchema, schema } from './schema'

export const maxSymbolNodes = 500

/** What a symbol may be at most. */
export const symbolLimits: TextLimits = { maxBytes: 256 * 1024, maxDepth: 64 }

/**
 * What a symbol is made of: one branch of a page. It stands by itself: its root has no parent, its actions aim at its own
 * nodes only, and nothing in it names a play or a phase, which every activity has of its own.
 */
export interface SymbolContent {
  readonly root: string
  readonly nodes: { readonly [id: string]: PageNode }
}

export const symbolContentSchema = schema({
  type: 'object',
  additionalProperties: true,
  required: ['root', 'nodes'],
  properties: {
    root: idSchema,
    nodes: { type: 'object', minProperties: 1, maxProperties: maxSymbolNodes, propertyNames: idSchema, additionalProperties: nodeSchema },
  },
})
