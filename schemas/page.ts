import { cssValuePattern, idSchema, schema, variableSchema, wordsSchema, type Admitted } from './schema'
import { whenSchema, type When } from './when'

export const pageFormat = 1

export type Variable = Admitted<typeof variableSchema>

/** What happens when a visitor acts on a node. Each is carried out by the page's host. */
export const actionSchema = schema({
  oneOf: [
    { type: 'object', additionalProperties: false, required: ['do', 'target'], properties: { do: { const: 'open' }, target: idSchema } },
    { type: 'object', additionalProperties: false, required: ['do'], properties: { do: { const: 'close' }, target: idSchema } },
    { type: 'object', additionalProperties: false, required: ['do', 'target'], properties: { do: { const: 'scroll' }, target: idSchema } },
    {
      type: 'object',
      additionalProperties: false,
      required: ['do', 'url'],
      properties: { do: { const: 'go' }, url: { 'type': 'string', 'maxLength': 2048, 'x-control': 'link' } },
    },
    { type: 'object', additionalProperties: false, required: ['do', 'play', 'action'], properties: { do: { const: 'act' }, play: idSchema, action: idSchema } },
    { type: 'object', additionalProperties: false, required: ['do'], properties: { do: { const: 'share' } } },
    { type: 'object', additionalProperties: false, required: ['do', 'text'], properties: { do: { const: 'copy' }, text: wordsSchema } },
    {
      type: 'object',
      additionalProperties: false,
      required: ['do', 'target'],
      /** `to` absent: the other way round than it is now. A node that is `hidden` starts so. */
      properties: { do: { const: 'toggle' }, target: idSchema, to: { enum: ['shown', 'hidden'] } },
    },
    { type: 'object', additionalProperties: false, required: ['do', 'tel'], properties: { do: { const: 'call' }, tel: { type: 'string', maxLength: 40 } } },
    {
      type: 'object',
      additionalProperties: false,
      required: ['do', 'name', 'value'],
      /** A variable of the page, kept for this visit only. */
      properties: { do: { const: 'set' }, name: idSchema, value: variableSchema },
    },
  ],
  discriminator: { propertyName: 'do' },
  type: 'object',
  required: ['do'],
})
export type Action = Admitted<{ oneOf: (typeof actionSchema)['oneOf'] }>

/** Free placement in a container with `layout: "free"`, in px at the design width of 375. */
export const frameSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['x', 'y', 'w', 'h'],
  properties: {
    x: { type: 'number', minimum: -4000, maximum: 4000 },
    y: { type: 'number', minimum: -4000, maximum: 40_000 },
    w: { type: 'number', minimum: 1, maximum: 4000 },
    h: { type: 'number', minimum: 1, maximum: 40_000 },
    rotate: { type: 'number', minimum: -360, maximum: 360 },
    z: { type: 'integer', minimum: -1000, maximum: 1000 },
  },
})
export type Frame = Admitted<typeof frameSchema>

/** How a widget enters, what it goes on doing, and how it leaves: each exit is the entrance of the same place in the list, backwards. */
export const motions = ['none', 'rise', 'fade', 'zoom', 'slide', 'drop', 'right', 'bounce', 'flip'] as const
export const loops = ['none', 'pulse', 'float', 'shake', 'spin', 'breathe'] as const
export const exits = ['none', 'sink', 'fade', 'shrink', 'left', 'lift', 'right', 'bounce', 'flip'] as const
/** How an entrance and an exit gain and lose speed; without a choice, an entrance slows down and an exit speeds up. */
export const easings = ['out', 'in', 'in-out', 'linear', 'swift', 'spring'] as const

export const motionSchema = schema({
  type: 'object',
  additionalProperties: true,
  properties: {
    enter: { enum: motions },
    /** Before the entrance, and of it; ms. */
    delayMs: { type: 'integer', minimum: 0, maximum: 5000 },
    durationMs: { type: 'integer', minimum: 100, maximum: 5000 },
    loop: { enum: loops },
    /** When an action, a phase or a closed popup takes it away. A popup without a choice leaves as popups do. */
    exit: { enum: exits },
    exitMs: { type: 'integer', minimum: 100, maximum: 2000 },
    /** It leaves as well when it is scrolled out of sight, and enters anew when it comes back. */
    exitOnScroll: { type: 'boolean' },
    easing: { enum: easings },
  },
})

/** The look of a whole page: one preset, and the tokens that differ from it. */
export const themeSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['preset'],
  properties: {
    preset: {
      'enum': ['festive', 'fresh', 'sale', 'night', 'bloom', 'ink'],
      'title': { zh: '主题', en: 'Theme' },
      'x-names': [
        { zh: '新年', en: 'Festive' },
        { zh: '清新', en: 'Fresh' },
        { zh: '促销', en: 'Sale' },
        { zh: '夜色', en: 'Night' },
        { zh: '春日', en: 'Bloom' },
        { zh: '素雅', en: 'Ink' },
      ],
    },
    tokens: {
      type: 'object',
      maxProperties: 64,
      propertyNames: { pattern: '^[a-z]+(\\.[a-zA-Z0-9]+)*$' },
      additionalProperties: { type: 'string', maxLength: 200, pattern: cssValuePattern },
    },
  },
})
export type Theme = Admitted<typeof themeSchema>

/** Whose instance a branch of the page is: a symbol of the team, at the version that it was last brought to. */
export const symbolLinkSchema = schema({
  type: 'object',
  additionalProperties: true,
  required: ['id', 'version'],
  properties: { id: idSchema, version: { type: 'string', pattern: '^[0-9a-f]{64}$' } },
})
export type SymbolLink = Admitted<typeof symbolLinkSchema>

export const nodeSchema = schema({
  type: 'object',
  additionalProperties: true,
  required: ['id', 'type', 'v', 'parent', 'order', 'props'],
  properties: {
    id: idSchema,
    type: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,63}$' },
    v: { type: 'integer', minimum: 0 },
    parent: { oneOf: [idSchema, { type: 'null' }] },
    order: { type: 'string', minLength: 1, maxLength: 200 },
    name: { type: 'string', maxLength: 200 },
    props: { type: 'object', additionalProperties: true },
    play: idSchema,
    frame: { oneOf: [frameSchema, { type: 'null' }] },
    when: whenSchema,
    on: { type: 'object', additionalProperties: { type: 'array', items: actionSchema, maxItems: 16 } },
    motion: motionSchema,
    byPhase: {
      type: 'object',
      maxProperties: 32,
      propertyNames: idSchema,
      additionalProperties: {
        type: 'object',
        additionalProperties: true,
        required: ['props'],
        properties: { props: { type: 'object', additionalProperties: true } },
      },
    },
    hidden: { type: 'boolean' },
    locked: { type: 'boolean' },
    symbol: symbolLinkSchema,
    of: idSchema,
  },
})

export interface Motion {
  readonly enter?: (typeof motions)[number]
  readonly delayMs?: number
  readonly durationMs?: number
  readonly loop?: (typeof loops)[number]
  readonly exit?: (typeof exits)[number]
  readonly exitMs?: number
  readonly exitOnScroll?: boolean
  readonly easing?: (typeof easings)[number]
}

/** One widget placed on a page. `props` follow the schema of its type at version `v`; an unknown type keeps whatever it holds. */
export interface PageNode {
  readonly id: string
  readonly type: string
  readonly v: number
  readonly parent: string | null
  readonly order: string
  readonly name?: string
  readonly props: { readonly [name: string]: unknown }
  /** The play that the widget shows. */
  readonly play?: string
  /** Placed freely in its container; absent or null: flows. */
  readonly frame?: Frame | null
  /** Shown only then; absent: always. */
  readonly when?: When
  readonly on?: { readonly [event: string]: readonly Action[] }
  readonly motion?: Motion
  /** Props that are other ones while a phase runs. */
  readonly byPhase?: { readonly [phase: string]: { readonly props: { readonly [name: string]: unknown } } }
  readonly hidden?: boolean
  readonly locked?: boolean
  /** It and what it holds are an instance of this symbol. Visitors' pages know nothing of it. */
  readonly symbol?: SymbolLink
  /** In an instance: the node of the symbol that this one stands for. */
  readonly of?: string
}

export const pageSchema = schema({
  $id: 'https://festoon.dev/schemas/page.json',
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  additionalProperties: true,
  required: ['format', 'title', 'locale', 'theme', 'nodes'],
  properties: {
    format: { const: pageFormat },
    title: wordsSchema,
    locale: { enum: ['zh-CN', 'en'] },
    theme: themeSchema,
    share: {
      type: 'object',
      additionalProperties: false,
      properties: { title: wordsSchema, description: wordsSchema, image: { 'type': 'string', 'maxLength': 300, 'x-control': 'asset' } },
    },
    nodes: { type: 'object', maxProperties: 5000, propertyNames: idSchema, additionalProperties: nodeSchema },
  },
})

/** A page document: what every visitor's browser shows. Flat records by id; the one with id `root` has type `page`. */
export interface PageDocument {
  readonly format: number
  readonly title: import('./words').Words
  readonly locale: import('./words').Locale
  readonly theme: Theme
  readonly share?: { readonly title?: import('./words').Words; readonly description?: import('./words').Words; readonly image?: string }
  readonly nodes: { readonly [id: string]: PageNode }
}

export const rootId = 'root'
