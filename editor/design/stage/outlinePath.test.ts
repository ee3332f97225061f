import { describe, expect, it } from 'vitest'
import { outlinePath } from './outlinePath'

const rect = { x: 10, y: 20, w: 30, h: 40 }

describe('the path around many boxes', () => {
  it('goes around each, inside or outside of its edge', () => {
    expect(outlinePath([{ rect, rotate: 0 }], 0.25, 1)).toBe('M10.25 20.25L39.75 20.25L39.75 59.75L10.25 59.75Z')
    expect(
      outlinePath(
        [
          { rect, rotate: 0 },
          { rect: { ...rect, x: 0 }, rotate: 0 },
        ],
        -1,
        1,
      ),
    ).toBe('M9 19L41 19L41 61L9 61ZM-1 19L31 19L31 61L-1 61Z')
  })

  it('lies on whole pixels of the screen', () => {
    const between = { x: 10.3, y: 20.4, w: 30, h: 40.4 }
    expect(outlinePath([{ rect: between, rotate: 0 }], 0.5, 1)).toBe('M10.5 20.5L39.5 20.5L39.5 60.5L10.5 60.5Z')
    expect(outlinePath([{ rect: between, rotate: 0 }], 0, 2)).toBe('M10.5 20.5L40.5 20.5L40.5 61L10.5 61Z')
  })

  it('goes around a box as it is turned', () => {
    expect(outlinePath([{ rect, rotate: 90 }], 0, 1)).toBe('M45 25L45 55L5 55L5 25Z')
  })
})
