import { describe, expect, it } from 'vitest'
import { chunkNamer, chunkOf } from './chunks.node'

const here = new URL('..', import.meta.url).pathname

/** A program as the bundler knows it: what each file of the editor imports. */
function program(imports: { readonly [file: string]: readonly string[] }): (file: string) => string | null {
  const name = chunkNamer()
  const getModuleInfo = (id: string) => ({ importedIds: (imports[id.replace(here, '')] ?? []).map((file) => here + file) })
  // The namer reads nothing else of a module.
  return (file) => name(here + file, { getModuleInfo } as unknown as Parameters<typeof name>[1])
}

describe('a module', () => {
  const chunk = program({
    'design/DesignTab.vue': ['stage.ts', 'rules.ts', 'button.vue', 'schema.ts'],
    'rules/RulesTab.vue': ['rules.ts', 'button.vue', 'timeline.ts'],
    'sign-in/SignIn.vue': ['button.vue'],
    'canvas.ts': ['schema.ts', 'draw.ts'],
    'rules.ts': ['sum.ts'],
  })
  it('goes with its place where only one needs it', () => {
    expect([chunk('stage.ts'), chunk('timeline.ts'), chunk('draw.ts')]).toEqual(['design', null, null])
  })
  it('is shared by the places that need it, directly or not', () => {
    expect([chunk('rules.ts'), chunk('sum.ts'), chunk('button.vue'), chunk('schema.ts')]).toEqual(['work', 'work', 'parts', 'page'])
  })
  it('that is fetched when it is wanted is left to the bundler', () => {
    expect(chunk('late.vue')).toBeNull()
  })
  it('that everything stands on comes first: the framework, and the styles that others add to', () => {
    expect([chunk('node_modules/vue/index.js'), chunk('ui/shared.css'), chunk('ui/EPopover.css')]).toEqual(['ground', 'ground', null])
  })
})

it('never waits for a chunk of fewer places: what a file imports is needed wherever the file is', () => {
  const rank = [null, 'design', 'work', 'parts', 'page', 'base']
  const places = ['canvas', 'main', 'sign-in', 'frame', 'design', 'rules', 'publish'] as const
  const sets = Array.from({ length: 2 ** places.length }, (_, bits) => new Set(places.filter((_place, i) => bits & (1 << i))))
  const backwards = sets.flatMap((some) =>
    sets.filter((more) => [...some].every((place) => more.has(place)) && chunkOf(some) !== null && rank.indexOf(chunkOf(more)) < rank.indexOf(chunkOf(some))),
  )
  expect(backwards).toEqual([])
})
