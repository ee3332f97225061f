import { expect, it } from 'vitest'
import { chromiumPath } from './browser'
import { firstLoad, firstLoadLimitKb, isMonaco } from './firstLoad'

/** More than these would wait in line: a browser asks six at a time of a server without HTTP/2. */
const mostFiles = 70

it.skipIf(!chromiumPath())(
  `the design tab loads at most ${firstLoadLimitKb} kB at first, in few files and without the source editor`,
  async () => {
    const files = await firstLoad()
    expect(files.filter(isMonaco)).toEqual([])
    expect(files.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(firstLoadLimitKb * 1000)
    expect(files.length).toBeLessThanOrEqual(mostFiles)
  },
  120_000,
)
