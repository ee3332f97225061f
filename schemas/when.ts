import { idSchema, schema, variableSchema, type Admitted } from './schema'

/**
 * How a play can stand for a visitor. The first three tell its stage, one at a time and for every kind; so does `won`.
 * The others are told by the kinds that know them (see `StateTests`).
 */
export const playStates = ['not-started', 'running', 'ended', 'joined', 'done-today', 'no-chances', 'sold-out', 'won'] as const
export type PlayState = (typeof playStates)[number]

/** Those of which a play is in exactly one. */
export const stageStates: readonly PlayState[] = ['not-started', 'running', 'ended']
/** Those that can be said of every kind of play. */
export const commonStates: readonly PlayState[] = [...stageStates, 'won']

/** The channel that a page's address names: `?channel=…`. */
const channelSchema = schema({ type: 'string', minLength: 1, maxLength: 64 })

const parts = {
  phase: { type: 'array', items: idSchema, maxItems: 32 },
  segment: { type: 'array', items: idSchema, maxItems: 32 },
  channel: { type: 'array', items: channelSchema, maxItems: 32 },
  play: {
    type: 'array',
    maxItems: 16,
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['play', 'is'],
      properties: { play: idSchema, is: { type: 'array', items: { enum: playStates }, maxItems: 16 } },
    },
  },
  variable: {
    type: 'array',
    maxItems: 16,
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['name', 'is'],
      properties: { name: idSchema, is: { type: 'array', items: variableSchema, maxItems: 16 } },
    },
  },
} as const

/**
 * When a node is shown: all that is listed must hold, each by any of its values; nothing in `not` may hold.
 * Phases are those that run; `visitor` is new on the day on which they first came.
 */
export const whenSchema = schema({
  type: 'object',
  additionalProperties: true,
  properties: { ...parts, visitor: { enum: ['new', 'returning'] }, not: { type: 'object', additionalProperties: true, properties: parts } },
})
export type When = Admitted<typeof whenSchema>
export type Parts = NonNullable<When['not']>

/** The phases that a condition speaks of. */
export function phasesIn(when: When | undefined): readonly string[] {
  return [...(when?.phase ?? []), ...(when?.not?.phase ?? [])]
}

/** What of a condition only the visitor's own page can decide; undefined: nothing. */
export function untilVisited(when: When | undefined): When | undefined {
  const keep = ({ segment, channel, play, variable }: Parts): Parts => defined({ segment, channel, play, variable })
  if (!when) return undefined
  const not = unlessEmpty(keep(when.not ?? {}))
  return unlessEmpty(defined({ ...keep(when), visitor: when.visitor, not }))
}

function defined<R extends object>(record: R): R {
  // Leaving out what is undefined leaves a record of the same type.
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as R
}

function unlessEmpty<R extends object>(record: R): R | undefined {
  return Object.keys(record).length ? record : undefined
}

type Listed = readonly (string | number | boolean)[]

const isWithin = (some: Listed, all: Listed): boolean => some.every((one) => all.includes(one))
const isApart = (some: Listed, others: Listed): boolean => !some.some((one) => others.includes(one))

/** Each thing that a condition asks about, with the values that it names. `isSingle`: no visitor can have two of them at once. */
function asked({ segment, channel, play = [], variable = [], phase, visitor }: When): { key: string; values: Listed; isSingle: boolean }[] {
  return [
    ...(phase ? [{ key: 'phase', values: phase, isSingle: false }] : []),
    ...(segment ? [{ key: 'segment', values: segment, isSingle: false }] : []),
    ...(channel ? [{ key: 'channel', values: channel, isSingle: true }] : []),
    ...(visitor ? [{ key: 'visitor', values: [visitor], isSingle: true }] : []),
    ...play.map(({ play: id, is }) => ({ key: `play ${id}`, values: is, isSingle: isWithin(is, stageStates) })),
    ...variable.map(({ name, is }) => ({ key: `variable ${name}`, values: is, isSingle: true })),
  ]
}

/** Whether it can be told from two conditions alone that both never hold at once. */
export function excludes(one: When, other: When): boolean {
  const isRuledOut = (wanted: When, { not = {} }: When): boolean =>
    asked(wanted).some(({ key, values }) => asked(not).some((barred) => barred.key === key && isWithin(values, barred.values)))
  const isElsewhere = asked(one).some(({ key, values, isSingle }) =>
    asked(other).some((theirs) => theirs.key === key && isSingle && theirs.isSingle && isApart(values, theirs.values)),
  )
  return isElsewhere || isRuledOut(one, other) || isRuledOut(other, one)
}

/** Whether a condition rules itself out. */
export function isImpossible(when: When): boolean {
  return excludes(when, when) || asked(when).some(({ values }) => values.length === 0)
}
