import { describe, expect, it } from 'vitest'
import { createChecker } from '../../schemas/check'
import { compileValidators } from '../../schemas/compile'
import { describeRules } from '../../schemas/describe'
import { isRecord } from '../../schemas/diff'
import type { RulesDocument } from '../../schemas/rules'
import { templates } from '../../server/templates/registry'
import { playKinds } from '../../widgets/rules'
import { specs } from '../../widgets/specs'
import { testNow } from '../fiveWidgets'

const checker = createChecker({ specs, kinds: playKinds, validators: compileValidators(specs, playKinds) })
const strange = [undefined, null, true, -1, 0.5, '', 'toString', 'points', [], [null], {}, { by: 'points' }]

function placesIn(value: unknown, at: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...at]]
  return [[...at], ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, key]))]
}

function changedAt(value: unknown, [key, ...rest]: readonly string[], to: unknown): unknown {
  if (key === undefined) return to
  const copy = structuredClone(value) as { [key: string]: unknown }
  copy[key] = changedAt(copy[key], rest, to)
  return JSON.parse(JSON.stringify(copy))
}

const isError = ({ severity }: { severity: string }): boolean => severity === 'error'

/** What drafts may hold: anything with the structure of rules. */
function* spoiltRules(sound: RulesDocument): Generator<RulesDocument> {
  for (const place of placesIn(sound).slice(1)) {
    for (const to of strange) {
      const spoilt = changedAt(sound, place, to)
      // Its structure has just been checked.
      if (isRecord(spoilt) && !checker.structure('rules', spoilt).some(isError)) yield spoilt as unknown as RulesDocument
    }
  }
}

describe.each(templates.map((template) => [template.id, template] as const))('rules of %s, spoilt at any place', (_, template) => {
  it('are checked without a stumble, and compared where no error was found', () => {
    const sound = template.rules(testNow)
    const look = (): void => {
      for (const spoilt of spoiltRules(sound)) if (!checker.rules(spoilt).some(isError)) describeRules(sound, spoilt, playKinds)
    }
    expect(look).not.toThrow()
  })
})
