import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAjv } from '../../schemas/compile'
import { slices } from '../slices'
import { createTestWorld, type TestWorld } from '../testing/testWorld'

interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: { readonly type?: string; readonly maximum?: number } }[]
  readonly responses: { readonly [status: string]: { readonly content?: { readonly [media: string]: { readonly schema?: object } } } }
}
interface Description {
  readonly openapi: string
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } }
}

let test: TestWorld
let api: Description
beforeAll(async () => {
  test = await createTestWorld()
  api = await test.read('/api/openapi.json', { as: 'nobody' })
})
afterAll(() => test.close())

const operations = (): (Operation & { path: string })[] =>
  Object.entries(api.paths).flatMap(([path, methods]) => Object.values(methods).map((operation) => ({ ...operation, path })))

describe('the API’s description', () => {
  it('has every route, visitors’ ones and itself included', () => {
    expect(
      operations()
        .map(({ operationId }) => operationId)
        .sort(),
    ).toEqual([...slices.map(({ operationId }) => operationId), 'getOpenApi'].sort())
  })

  it('declares for every operation what any request may meet', () => {
    for (const { operationId, responses } of operations()) {
      expect([operationId, ['400', '404', '413', '429', '500', '503'].filter((status) => !responses[status])]).toEqual([operationId, []])
    }
  })

  it('tells of pages too, which refuse in words for people', () => {
    const page = api.paths['/a/{slug}']!['get']!
    expect(Object.keys(page.responses)).toEqual(expect.arrayContaining(['200', '304', '404', '503']))
    expect(Object.keys(page.responses['503']!.content!).sort()).toEqual(['application/problem+json', 'text/html'])
  })

  it('lets no whole number in a query be larger than a database can hold', () => {
    const unbounded = operations().flatMap(({ operationId, parameters }) =>
      parameters
        .filter(({ schema }) => schema.type === 'integer' && !(Number(schema.maximum) <= Number.MAX_SAFE_INTEGER))
        .map(({ name }) => [operationId, name]),
    )
    expect(unbounded).toEqual([])
  })

  it('names every parameter of every path', () => {
    for (const { path, parameters } of operations()) {
      const named = parameters.filter((one) => one.in === 'path').map(({ name }) => `{${name}}`)
      expect([path, named]).toEqual([path, path.match(/\{[^}]+\}/g) ?? []])
    }
  })

  it('holds only schemas that compile', () => {
    const ajv = createAjv({ strict: false })
    for (const { responses } of operations()) {
      for (const { content = {} } of Object.values(responses)) {
        for (const { schema } of Object.values(content)) if (schema && !('$ref' in schema)) ajv.compile(schema)
      }
    }
  })
})

describe('the published schema', () => {
  it.each(['page', 'rules', 'plan'] as const)('of %s documents admits what the New-Year template makes', async (of) => {
    const schema = await test.read<object>(`/api/schemas/${of}.json`, { as: 'nobody' })
    const { id } = await test.read<{ id: string }>('/api/activities', { method: 'POST', body: { name: 'Published', template: 'new-year' } })
    const check = createAjv({ strict: false }).compile(schema)
    const isAdmitted = check(await test.read(`/api/activities/${id}/${of}`))
    expect([isAdmitted, check.errors]).toEqual([true, null])
  })
})
