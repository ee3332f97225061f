import { assetFocusSchema, assetSchema, nameSchema } from './management'
import { schema, type Admitted } from '../schema'

export const assetListSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['assets', 'found'],
  properties: {
    assets: { type: 'array', items: assetSchema },
    /** How many there are in all, on this page of the list or not. */
    found: { type: 'integer' },
  },
})
export type AssetList = Admitted<typeof assetListSchema>

/** What people call an image, what it shows, and what matters most in it. What is left out stays. */
export const assetChangeSchema = schema({
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: { name: nameSchema(120), alt: { type: 'string', maxLength: 300 }, focus: assetFocusSchema },
})

const assetUseSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['activity', 'name', 'archived', 'drafts', 'live', 'kept'],
  properties: {
    activity: { type: 'string' },
    name: { type: 'string' },
    archived: { type: 'boolean' },
    drafts: { type: 'array', items: { enum: ['page', 'rules', 'plan'] } },
    /** Versions that visitors get, or will get at their time. */
    live: { type: 'array', items: { enum: ['page', 'rules'] } },
    /** How many other versions hold it, kept to go back to. */
    kept: { type: 'integer' },
  },
})
export type AssetUse = Admitted<typeof assetUseSchema>

export const assetUsesSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['uses'],
  properties: { uses: { type: 'array', items: assetUseSchema } },
})
