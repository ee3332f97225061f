import standaloneCode from 'ajv/dist/standalone'
import { build, type Plugin } from 'vite'
import { createAjv } from '../../schemas/compile'
import { machineSchema } from '../../schemas/machineSchema'
import { pageSchema } from '../../schemas/page'
import { planSchema } from '../../schemas/plan'
import { rulesSchema } from '../../schemas/rules'
import type { JsonSchema } from '../../schemas/schema'
import { playKinds } from '../../widgets/rules'
import { specs } from '../../widgets/specs'

export const validatorsModule = 'virtual:festoon-validators'
const resolved = `\0${validatorsModule}`

/** Offers every validator of documents as code that was compiled here: browsers need no eval, and no ajv. */
export function validatorsPlugin(): Plugin {
  let code: Promise<string> | undefined
  return {
    name: 'festoon-validators',
    resolveId: (id) => (id === validatorsModule ? resolved : null),
    load: (id) => (id === resolved ? (code ??= validatorsCode()) : null),
  }
}

/** One self-contained ES module that exports `validators`. */
export async function validatorsCode(): Promise<string> {
  return bundle(`${standaloneValidators()}\n${registry()}`)
}

const documents: { readonly [name: string]: JsonSchema } = { page: pageSchema, rules: rulesSchema, plan: planSchema }

function schemasByName(): { readonly [name: string]: JsonSchema } {
  return {
    ...prefixed('document', documents),
    ...prefixed(
      'widget',
      mapValues(specs, (spec) => spec.props),
    ),
    ...prefixed(
      'play',
      mapValues(playKinds, (kind) => kind.schema),
    ),
  }
}

function standaloneValidators(): string {
  const ajv = createAjv({ code: { source: true, esm: true } })
  const names: { [exported: string]: string } = {}
  for (const [name, schema] of Object.entries(schemasByName())) {
    ajv.addSchema(machineSchema(schema) as object, name)
    names[exportedName(name)] = name
  }
  return standaloneCode(ajv, names)
}

/** The record of `Validators`, over the functions that ajv exports. */
function registry(): string {
  const wrapped = (prefix: string, records: object): string =>
    `{${Object.keys(records)
      .map((name) => `${JSON.stringify(name)}:errorsOf(${exportedName(`${prefix}/${name}`)})`)
      .join(',')}}`
  return [
    'const errorsOf = (check) => (value) => (check(value) ? [] : (check.errors ?? []))',
    `const documents = ${wrapped('document', documents)}`,
    `export const validators = { ...documents, widgets: ${wrapped('widget', specs)}, plays: ${wrapped('play', playKinds)} }`,
  ].join('\n')
}

function exportedName(name: string): string {
  return `check_${name.replace(/[^a-zA-Z0-9]/g, '_')}`
}

/** ajv's code asks for its run-time helpers with `require`; bundling puts them in. */
async function bundle(source: string): Promise<string> {
  const entry = 'festoon-validators-source.mjs'
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [{ name: 'source', resolveId: (id) => (id.endsWith(entry) ? `\0${entry}` : null), load: (id) => (id === `\0${entry}` ? source : null) }],
    build: { write: false, minify: false, modulePreload: false, target: 'esnext', lib: { entry, formats: ['es'], fileName: 'validators' } },
  })
  const chunks = (Array.isArray(output) ? output : [output]).flatMap((one) => ('output' in one ? one.output : []))
  const [code] = chunks.flatMap((chunk) => (chunk.type === 'chunk' ? [chunk.code] : []))
  if (code === undefined) throw new Error('Bundling the validators gave no code.')
  return code
}

function prefixed(prefix: string, schemas: { readonly [name: string]: JsonSchema }): { readonly [name: string]: JsonSchema } {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [`${prefix}/${name}`, schema]))
}

function mapValues<T, U>(records: { readonly [name: string]: T }, to: (record: T) => U): { readonly [name: string]: U } {
  return Object.fromEntries(Object.entries(records).map(([name, record]) => [name, to(record)]))
}
