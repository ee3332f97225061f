import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { splitFile } from '../releases/build'
import type { Files } from '../files'
import { PageCache } from './pageCache'

const kilobytes = 8
const size = kilobytes * 1024
/** One split file in three encodings: chance bytes do not shrink, and grow by a few. */
const room = 3 * size + 4096 + 64

/** Files that are always there, and a list of which were read. */
function countedFiles(): Files & { readonly reads: string[] } {
  const reads: string[] = []
  return { reads, put: async () => {}, remove: async () => {}, get: async (name) => (reads.push(name), randomBytes(size)) }
}

it('keeps at most its bytes, and rather what is asked for again', async () => {
  const files = countedFiles()
  const cache = new PageCache(files, 4 * room)
  for (let i = 0; i < 20; i++) {
    await cache.loadSplit(`page-${i}.js`)
    if (i > 0) expect(cache.at('page-0.js')).toBeDefined()
  }
  const kept = Array.from({ length: 20 }, (_, i) => cache.at(`page-${i}.js`)).filter(Boolean)
  expect(kept).toHaveLength(4)
})

it('stays within its bytes when everything in it is asked for all the time', async () => {
  const cache = new PageCache(countedFiles(), 3 * room)
  const keptOf = (): number => Array.from({ length: 30 }, (_, i) => cache.at(`page-${i}.js`)).filter(Boolean).length
  for (let i = 0; i < 30; i++) {
    await cache.loadSplit(`page-${i}.js`)
    expect(keptOf()).toBeLessThanOrEqual(3)
  }
})

it('reads a file once however many ask at once', async () => {
  const files = countedFiles()
  const cache = new PageCache(files)
  await Promise.all(Array.from({ length: 50 }, () => cache.loadSplit('a.js')))
  expect(files.reads).toEqual([splitFile('a.js')])
})
