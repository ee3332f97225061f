import fc from 'fast-check'
import { expect, it } from 'vitest'
import { locales } from '../../schemas/words'
import { stretchAt, variantOf, type Build, type Stretch } from '../releases/build'
import { Showing } from './showing'

function buildOf(starts: readonly number[]): Build {
  const stretches: Stretch[] = [{ startsAt: 0, phases: [] }, ...starts.map((startsAt, i) => ({ startsAt, phases: [`p${i % 3}`] }))]
  const variants = stretches.flatMap((stretch) => locales.map((locale) => variantOf(stretch, locale)))
  const pages = Object.fromEntries(variants.map((variant) => [variant, { hash: variant, csp: '' }]))
  return {
    mark: 'm',
    slug: 's',
    publicUrl: '',
    locale: 'en',
    schedule: { timeZone: 'UTC', dayCutoffHour: 0, startsAt: '', endsAt: '', phases: [] },
    stretches,
    pages,
    files: [],
  }
}

it('shows at every instant what the stretch of that instant has, in whatever order it is asked (seed 7)', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { maxLength: 5 }),
      fc.array(fc.tuple(fc.integer({ min: -5, max: 60 }), fc.constantFrom(...locales))),
      (starts, asked) => {
        const build = buildOf(starts.sort((a, b) => a - b))
        const showing = new Showing(build)
        for (const [at, locale] of asked) expect(showing.pageAt(at, locale).hash).toBe(variantOf(stretchAt(build, at), locale))
      },
    ),
    { seed: 7 },
  )
})
