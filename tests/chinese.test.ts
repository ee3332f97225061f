import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|vue)$/.test(entry.name) && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
}

/** A comma, colon, bracket … of Latin script on either side of a Chinese character. */
const halfWidth = /[\u3400-\u9fff》）][,;:!?(]|[\w%}”][,;!?](?=[\u3400-\u9fff])|zh(-CN)?'?: '[^']*\}[,:;!?](?=[\u3400-\u9fff{])/
const isNoText = (line: string): boolean => /^\s*(\*|\/\/|\/\*)/.test(line) || /\/[^/]*[\u3400-\u9fff][^/]*\|[^/]*\//.test(line)

it('Chinese is written with the marks of Chinese', () => {
  const found = ['schemas', 'widgets', 'renderer', 'editor', 'server'].flatMap(sources).flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, i) => (halfWidth.test(line) && !isNoText(line) ? [`${relative(root, file)}:${i + 1} ${line.trim()}`] : [])),
  )
  expect(found).toEqual([])
})
