import { schema, type Admitted } from '../schema'

/** Bodies of the management API (`/api/…`). Times are epoch ms unless a name says otherwise. */

export const roles = ['owner', 'designer', 'operator', 'viewer'] as const
export type Role = (typeof roles)[number]

const email = { type: 'string', format: 'email', maxLength: 254 } as const
const time = { type: 'integer' } as const
const text = { type: 'string' } as const

/** What people call something: blanks alone are no name. */
export const nameSchema = <const Max extends number>(maxLength: Max) => ({ type: 'string', minLength: 1, maxLength, pattern: '\\S' }) as const

export const memberSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['id', 'email', 'name', 'role'],
  properties: { id: text, email, name: { type: 'string', maxLength: 80 }, role: { enum: roles } },
})
export type Member = Admitted<typeof memberSchema>

export const signInSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['email', 'password'],
  properties: { email, password: { type: 'string', maxLength: 128 } },
})

/** The first owner's account, made on the first visit. */
export const setUpSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['email', 'password', 'name', 'token'],
  properties: {
    email,
    password: { type: 'string', minLength: 12, maxLength: 128 },
    name: nameSchema(80),
    token: { type: 'string', maxLength: 200 },
  },
})

export const newMemberSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['email', 'password', 'name', 'role'],
  properties: {
    email,
    password: { type: 'string', minLength: 12, maxLength: 128 },
    name: nameSchema(80),
    role: { enum: roles },
  },
})

export const sessionSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['member', 'needsSetUp'],
  properties: {
    member: { oneOf: [memberSchema, { type: 'null' }] },
    needsSetUp: { type: 'boolean' },
    /** The origin of visitors' pages, where it is not the editor's own. */
    publicUrl: text,
  },
})
export type Session = Admitted<typeof sessionSchema>

export const slugSchema = schema({ type: 'string', pattern: '^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$' })

export const newActivitySchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['name'],
  properties: {
    name: nameSchema(120),
    slug: slugSchema,
    template: { type: 'string', maxLength: 64 },
    locale: { enum: ['zh-CN', 'en'] },
  },
})

export const activitySchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['id', 'name', 'slug', 'state', 'createdAt', 'updatedAt', 'live', 'revisions'],
  properties: {
    id: text,
    name: text,
    slug: text,
    /** `draft`: never released. `live`: pages are served. `offline`: taken down, nothing lost. */
    state: { enum: ['draft', 'live', 'offline'] },
    createdAt: time,
    updatedAt: time,
    /** The live release's id; null before the first. */
    live: { type: ['string', 'null'] },
    /** Revisions of the drafts, as `If-Match` wants them (without quotes). */
    revisions: { type: 'object', additionalProperties: false, required: ['page', 'rules', 'plan'], properties: { page: text, rules: text, plan: text } },
  },
})
export type Activity = Admitted<typeof activitySchema>

export const problemSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['document', 'path', 'message', 'severity'],
  properties: {
    document: { enum: ['page', 'rules', 'plan', 'body'] },
    /** The page node that the problem is about. */
    node: text,
    /** A JSON pointer into the document (for a node: into its record). */
    path: text,
    /** In the reader's language. */
    message: text,
    severity: { enum: ['error', 'warning'] },
  },
})
export type Problem = Admitted<typeof problemSchema>

export const checkedSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['problems', 'changes'],
  properties: {
    problems: { type: 'array', items: problemSchema },
    /** What a release now would change, against the live one, in words. */
    changes: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['document', 'text', 'class'],
        properties: { document: { enum: ['page', 'rules'] }, node: text, text, class: { enum: ['cosmetic', 'favourable', 'neutral', 'adverse', 'breaking'] } },
      },
    },
  },
})
export type Checked = Admitted<typeof checkedSchema>

/** Who sees a release: a share of visitors in basis points (10,000 = everyone), by a salted hash that never moves anyone back as it grows. */
export const rolloutSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['basisPoints'],
  properties: {
    basisPoints: { type: 'integer', minimum: 0, maximum: 10_000 },
    channels: { type: 'array', maxItems: 64, items: { type: 'string', maxLength: 64 } },
  },
})

export const newReleaseSchema = schema({
  type: 'object',
  additionalProperties: false,
  properties: {
    /** Version ids; absent: the drafts as they stand. */
    page: text,
    rules: text,
    note: { type: 'string', maxLength: 500 },
    rollout: rolloutSchema,
    startsAt: { type: 'string', format: 'date-time' },
    /** Publishes changes that are adverse to visitors while the activity runs; owners only, and the reason is kept. */
    overrideAdverse: { type: 'string', minLength: 4, maxLength: 500, pattern: '\\S' },
  },
})

export const releaseSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['id', 'number', 'kind', 'state', 'page', 'rules', 'pageNumber', 'rulesNumber', 'note', 'by', 'createdAt', 'startsAt', 'rollout'],
  properties: {
    id: text,
    number: { type: 'integer' },
    kind: { enum: ['normal', 'rollback'] },
    /** `failed`: it was scheduled, and no longer passed its checks when its time came. */
    state: { enum: ['scheduled', 'live', 'candidate', 'superseded', 'failed'] },
    /** What the served page says in `<meta name="festoon-release">`: equal for pages that are equal. */
    mark: text,
    page: text,
    rules: text,
    pageNumber: { type: 'integer' },
    rulesNumber: { type: 'integer' },
    note: text,
    by: text,
    createdAt: time,
    startsAt: time,
    rollout: { oneOf: [rolloutSchema, { type: 'null' }] },
  },
})
export type Release = Admitted<typeof releaseSchema>

export const releaseListSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['releases'],
  properties: { releases: { type: 'array', items: releaseSchema } },
})

export const versionSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['id', 'of', 'number', 'createdAt', 'by', 'note', 'live'],
  properties: { id: text, of: { enum: ['page', 'rules'] }, number: { type: 'integer' }, createdAt: time, by: text, note: text, live: { type: 'boolean' } },
})

export const versionListSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['versions'],
  properties: { versions: { type: 'array', items: versionSchema } },
})

/** Why something was done, for the audit. */
const reason = { type: 'string', minLength: 2, maxLength: 500, pattern: '\\S' } as const

/** `to`: the release whose page is to be served again. */
export const rollbackSchema = schema({ type: 'object', additionalProperties: false, required: ['to'], properties: { to: text, reason } })

export const reasonSchema = schema({ type: 'object', additionalProperties: false, properties: { reason } })

const edges = (minimum: number) => schema({ type: 'integer', minimum, maximum: 30_000 })

/** How a picture is made of another one, in this order: stood upright, turned clockwise, mirrored left to right, turned upside down, cut, made smaller. */
export const assetEditSchema = schema({
  type: 'object',
  additionalProperties: false,
  properties: {
    turn: { enum: [90, 180, 270] },
    mirror: { type: 'boolean' },
    flip: { type: 'boolean' },
    /** In px of the picture as it was turned and mirrored. */
    crop: {
      type: 'object',
      additionalProperties: false,
      required: ['x', 'y', 'w', 'h'],
      properties: { x: edges(0), y: edges(0), w: edges(1), h: edges(1) },
    },
    /** The most px that it is wide when it is served. */
    width: edges(16),
    /** Of what is served, per cent; what nobody asks for is 82. */
    quality: { type: 'integer', minimum: 20, maximum: 95 },
  },
})
export type AssetEdit = Admitted<typeof assetEditSchema>

const focusEdge = schema({ type: 'integer', minimum: 0, maximum: 100 })
/** The point of a picture that matters most, in per cent of its width and height. */
export const assetFocusSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['x', 'y'],
  properties: { x: focusEdge, y: focusEdge },
})

export const assetSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['id', 'name', 'alt', 'type', 'width', 'height', 'bytes', 'url', 'createdAt'],
  properties: {
    /** Hex. SHA-256 of the original; of a picture made of another, of that one's id and of how it was made. Documents refer to it as `asset:<id>`. */
    id: text,
    name: text,
    /** What it shows, for those who cannot see it; may be empty. */
    alt: text,
    type: { enum: ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] },
    width: { type: 'integer' },
    height: { type: 'integer' },
    /** Of the file that was uploaded. */
    bytes: { type: 'integer' },
    /** Of what a phone gets: WebP, 750 px wide at most. */
    weight: { type: 'integer' },
    /** It moves, and moves on. */
    animated: { type: 'boolean' },
    /** The picture that this one was made of, and how. */
    origin: text,
    edit: assetEditSchema,
    focus: assetFocusSchema,
    /** Who made what it shows, and under which licence. */
    credit: text,
    url: text,
    createdAt: time,
  },
})
export type Asset = Admitted<typeof assetSchema>

export const templateSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['id', 'title', 'description', 'kinds'],
  properties: { id: text, title: text, description: text, kinds: { type: 'array', items: text } },
})
/** What a new activity can start from, with the kinds of play in its rules. */
export type Template = Admitted<typeof templateSchema>

export const problemAnswerSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['type', 'code', 'title', 'status'],
  properties: {
    type: text,
    code: text,
    title: text,
    status: { type: 'integer' },
    detail: text,
    retryAt: time,
    requestId: text,
    problems: { type: 'array', items: problemSchema },
    /** With `revision-stale`: the current revision and document, so that nobody's edits are lost. */
    current: {
      type: 'object',
      additionalProperties: false,
      required: ['revision', 'document'],
      properties: { revision: text, document: { type: 'object', additionalProperties: true } },
    },
  },
})
/** Every answer that is not a success, as `application/problem+json`. */
export type ProblemAnswer = Admitted<typeof problemAnswerSchema>
