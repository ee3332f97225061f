import type { Variable } from '../../../schemas/page'
import type { Parts, PlayState, When } from '../../../schemas/when'

/** One line of a condition, as it is read and composed: what is asked, and the answers of which one must, or none may, hold. */
export interface ConditionLine {
  readonly part: keyof Parts | 'visitor'
  readonly not: boolean
  /** The play, or the variable; else empty. */
  readonly of: string
  readonly values: readonly Variable[]
}

const listParts = ['phase', 'segment', 'channel'] as const

function linesOfParts(parts: Parts, not: boolean): ConditionLine[] {
  return [
    ...listParts.flatMap((part) => (parts[part] ? [{ part, not, of: '', values: parts[part] }] : [])),
    ...(parts.play ?? []).map(({ play, is }) => ({ part: 'play' as const, not, of: play, values: is })),
    ...(parts.variable ?? []).map(({ name, is }) => ({ part: 'variable' as const, not, of: name, values: is })),
  ]
}

export function linesIn(when: When | undefined): ConditionLine[] {
  if (!when) return []
  const visits: ConditionLine[] = when.visitor ? [{ part: 'visitor', not: false, of: '', values: [when.visitor] }] : []
  return [...linesOfParts(when, false), ...visits, ...linesOfParts(when.not ?? {}, true)]
}

function partsOf(lines: readonly ConditionLine[]): Parts {
  const listed = listParts.flatMap((part) => {
    const own = lines.filter((line) => line.part === part)
    return own.length ? [[part, [...new Set(own.flatMap(({ values }) => values.map(String)))]] as const] : []
  })
  const plays = lines.flatMap(({ part, of, values }) => (part === 'play' ? [{ play: of, is: values as readonly PlayState[] }] : []))
  const variables = lines.flatMap(({ part, of, values }) => (part === 'variable' ? [{ name: of, is: values }] : []))
  return { ...Object.fromEntries(listed), ...(plays.length ? { play: plays } : {}), ...(variables.length ? { variable: variables } : {}) }
}

const known = ['phase', 'segment', 'channel', 'play', 'variable', 'visitor', 'not']

function unknownParts(record: object | undefined): object {
  return Object.fromEntries(Object.entries(record ?? {}).filter(([key]) => !known.includes(key)))
}

/** The condition that lines make. What a newer program wrote into the old one stays. */
export function whenOf(lines: readonly ConditionLine[], old: When | undefined): When {
  const visit = lines.find(({ part }) => part === 'visitor')?.values[0]
  const not = { ...unknownParts(old?.not), ...partsOf(lines.filter((line) => line.not)) }
  return {
    ...unknownParts(old),
    ...partsOf(lines.filter((line) => !line.not && line.part !== 'visitor')),
    ...(visit === 'new' || visit === 'returning' ? { visitor: visit } : {}),
    ...(Object.keys(not).length ? { not } : {}),
  }
}
