import { describe, expect, it } from 'vitest'
import { nearTo, type Span } from './nearTo'

const seen = (from: number, screen = 800): Span => ({ from, to: from + screen })

describe('what is painted of a long page', () => {
  it('is what is seen, and a screen more at either end', () => {
    expect(nearTo(seen(2000), null)).toEqual({ from: 1200, to: 3600 })
  })

  it('stays while half a screen more is there', () => {
    const painted = nearTo(seen(2000), null)
    expect(nearTo(seen(2400), painted)).toBe(painted)
    expect(nearTo(seen(2401), painted)).toEqual({ from: 1601, to: 4001 })
    expect(nearTo(seen(1599), painted)).toEqual({ from: 799, to: 3199 })
  })

  it('becomes less again when less is seen', () => {
    expect(nearTo(seen(2000, 200), nearTo(seen(0, 8000), null))).toEqual({ from: 1800, to: 2400 })
  })
})
