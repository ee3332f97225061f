import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/** Who may import whom: the rooms that a room's files may reach, besides their own. */
const below: { readonly [room: string]: readonly string[] } = {
  schemas: [],
  widgets: ['schemas'],
  renderer: ['schemas', 'widgets'],
  editor: ['schemas', 'widgets', 'renderer'],
  server: ['schemas', 'widgets', 'renderer'],
}
const runtimes = /^(vue|pinia|vue-router|@vueuse\/|reka-ui|@lucide\/|monaco-editor|hono|@hono\/|node:|kysely|pg$|sharp$)/
const source = /\.(ts|vue)$/
/** Tests, and files that run in Node beside a room that does not (build plug-ins), are not part of what the room ships. */
const aside = /\.(test|node)\.ts$|\/testing\//
/** A widget that is an application of its own brings its framework with it; only such a one has components. */
const island = /(^|\/)island\.ts$|^widgets\/.*\.vue$/

interface Import {
  readonly from: string
  readonly to: string
}

const files = Object.keys(below)
  .flatMap((room) => readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => `${room}/${file}`))
  .filter((file) => source.test(file))
const imports = files.flatMap(importsOf)

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  const found = text.matchAll(/(?:^|[^.\w])(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/gm)
  return [...found].map((match) => ({ from: file, to: match[1] ?? match[2]! }))
}

function roomOf({ from, to }: Import): string | null {
  if (!to.startsWith('.')) return null
  return relative(root, resolve(root, dirname(from), to)).split('/')[0]!
}

it('finds the files it judges', () => {
  expect(imports.length).toBeGreaterThan(200)
})

describe.each(Object.keys(below))('%s', (room) => {
  const own = imports.filter(({ from }) => from.startsWith(`${room}/`))
  it(`imports only itself${below[room]!.map((other) => `, ${other}`).join('')}`, () => {
    const wrong = own.filter((one) => !aside.test(one.from)).filter((one) => ![null, room, ...below[room]!].includes(roomOf(one)))
    expect(wrong).toEqual([])
  })
})

describe.each(['schemas', 'widgets'])('%s', (room) => {
  it('knows no framework and no runtime', () => {
    const wrong = imports.filter(({ from, to }) => from.startsWith(`${room}/`) && !aside.test(from) && !island.test(from) && runtimes.test(to))
    expect(wrong).toEqual([])
  })
})

it('only editor/ui knows the component library', () => {
  expect(imports.filter(({ from, to }) => to === 'reka-ui' && !from.startsWith('editor/ui/'))).toEqual([])
})

it('no file is a drawer for everything', () => {
  expect(files.filter((file) => /(^|\/)(utils?|helpers?|types|common|misc)\.ts$/.test(file))).toEqual([])
})
