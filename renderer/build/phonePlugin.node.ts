import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, normalizePath, parseSync, transformWithOxc, type Plugin, type Rolldown } from 'vite'
import { typeNamed } from '../typeName.js'
import { leanView } from './leanView.node.js'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const virtualId = 'virtual:festoon-phone'

/** What phones must be able to run. */
export const phoneTargets = ['chrome79', 'safari13.1']

/** Modules that the kit holds once for all views, and what each shares. */
const shared: { readonly [file: string]: readonly string[] } = {
  'schemas/words.ts': ['say', 'speak'],
  'widgets/host.ts': ['Refusal'],
  'widgets/html.ts': ['Html', 'html', 'escapeHtml', 'safeLink'],
  'widgets/notice.ts': ['isOpen', 'notice'],
  'widgets/clock.ts': ['dayText', 'timeText'],
}

/** Parts are there for what they do; views only for what they are. */
function isPart(id: string): boolean {
  return fileOf(id).startsWith('renderer/kit/parts/')
}

function fileOf(id: string): string {
  return relative(root, id).replace(/\\/g, '/')
}

export interface PhoneOptions {
  /** Where the registries are, for tests with widgets of their own. */
  readonly views?: string
  readonly islands?: string
}

const sharedMark = '?shared'

/** Gives views and parts the kit's copy of what it shares, and leaves out what phones do not need. */
function lean(): Plugin {
  return {
    name: 'festoon-lean-view',
    enforce: 'pre',
    resolveId: {
      order: 'pre',
      async handler(source, importer) {
        if (!importer) return null
        const found = await this.resolve(source, importer.replace(sharedMark, ''), { skipSelf: true })
        if (!found) return null
        // The part that brings a shared module is the one that needs it itself, and is named as it is.
        const isBringer = isPart(importer) && basename(importer) === basename(found.id)
        const isShared = !isBringer && shared[fileOf(found.id)] !== undefined && importer !== found.id + sharedMark
        // Registries name every view: those that nobody asks for must not come along.
        return { ...found, id: isShared ? found.id + sharedMark : found.id, moduleSideEffects: isPart(found.id) }
      },
    },
    load(id) {
      if (!id.endsWith(sharedMark)) return null
      const file = id.slice(0, -sharedMark.length)
      const taken = shared[fileOf(file)]!.map((name) => `export const ${name} = F.${name}`)
      return [...taken, `export * from ${JSON.stringify(file)}`].join('\n')
    },
    transform(code, id) {
      return id.endsWith('/view.ts') ? { code: leanView(code, id), map: null } : null
    },
  }
}

/** Class fields become plain assignments: browsers without class fields would be sent helper functions for them. */
const plainFields: Plugin = {
  name: 'festoon-plain-fields',
  enforce: 'pre',
  async transform(code, id) {
    if (!id.endsWith('.ts') || !/\bclass\b/.test(code)) return null
    return transformWithOxc(code, id, {
      target: phoneTargets,
      assumptions: { setPublicClassFields: true },
      typescript: { removeClassFieldsWithoutInitializer: true },
    })
  },
}

/** Compiles one entry into one script. `code` is the entry's own text; it sees `F`. */
export async function compile(code: string, { plugins = [], format = 'iife' as 'iife' | 'es' } = {}): Promise<string> {
  const entry = '\0festoon-entry.ts'
  const made = await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    plugins: [
      plainFields,
      { name: 'festoon-entry', resolveId: (id: string) => (id === entry ? id : null), load: (id: string) => (id === entry ? code : null) },
      ...plugins,
    ],
    define: {
      'process.env.NODE_ENV': '"production"',
      '__VUE_OPTIONS_API__': 'false',
      '__VUE_PROD_DEVTOOLS__': 'false',
      '__VUE_PROD_HYDRATION_MISMATCH_DETAILS__': 'false',
    },
    build: {
      write: false,
      target: phoneTargets,
      minify: true,
      modulePreload: false,
      reportCompressedSize: false,
      cssCodeSplit: false,
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: format === 'es' ? 'strict' : false,
        output: { format, codeSplitting: false },
        treeshake: { propertyReadSideEffects: false },
      },
    },
  })
  const { output } = (Array.isArray(made) ? made[0]! : made) as Rolldown.RolldownOutput
  const sheet = output.find(({ fileName }) => fileName.endsWith('.css'))
  if (sheet)
    throw new Error(
      `Style of scripts is not sent to phones. Put it into the widget's own style sheet: ${String('source' in sheet ? sheet.source : '').slice(0, 80)}`,
    )
  // What the kit shares and this script does not use is left behind as bare reads.
  return output[0].code.trim().replace(/(?<=[;{])F\.\w+(?:,F\.\w+)*;/g, '')
}

/** The names that a registry file exports with an ending: `lotteryWheelView` → `lottery-wheel`. */
function typesIn(file: string, ending: string): { type: string; name: string }[] {
  if (!existsSync(file)) return []
  const text = readFileSync(file, 'utf8')
  const names = parseSync(file, text).module.staticExports.flatMap(({ entries }) => entries.map(({ exportName }) => exportName.name ?? ''))
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => ({
      name,
      type: typeNamed(name.slice(0, -ending.length)),
    }))
}

interface Phone {
  readonly kit: string
  readonly parts: { readonly [name: string]: string }
  readonly views: { readonly [type: string]: string }
  readonly islands: { readonly [type: string]: string }
}

const path = (file: string): string => JSON.stringify(normalizePath(resolve(root, file)))

async function each(file: string, ending: string, make: (type: string, name: string) => Promise<string>): Promise<{ [type: string]: string }> {
  const made: { [type: string]: string } = {}
  for (const { type, name } of typesIn(file, ending)) made[type] = await make(type, name)
  return made
}

async function island(file: string, name: string): Promise<string> {
  const { default: vue } = await import('@vitejs/plugin-vue')
  return compile(`export { ${name} as default } from ${path(file)}`, { plugins: [vue()] as never, format: 'es' })
}

async function compileParts(): Promise<{ [name: string]: string }> {
  const folder = 'renderer/kit/parts'
  const made: { [name: string]: string } = {}
  for (const file of readdirSync(resolve(root, folder))
    .filter((name) => name.endsWith('.ts'))
    .sort()) {
    made[file.slice(0, -3)] = await compile(`import ${path(`${folder}/${file}`)}`, { plugins: [lean()] as never })
  }
  return made
}

async function compileAll({ views = resolve(root, 'widgets/views.ts'), islands = resolve(root, 'widgets/islands.ts') }: PhoneOptions): Promise<Phone> {
  const viewCode = (type: string, name: string): Promise<string> =>
    compile(`import { ${name} as view } from ${path(views)}\nF.v[${JSON.stringify(type)}] = view`, { plugins: [lean()] as never })
  return {
    kit: await compile(`import ${path('renderer/kit/start.ts')}`, {}),
    parts: await compileParts(),
    views: await each(views, 'View', viewCode),
    islands: await each(islands, 'Island', (_type, name) => island(islands, name)),
  }
}

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|css|vue)$/.test(entry.name) && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** Names everything that decides how a page is drawn. */
function buildName(options: PhoneOptions): string {
  const hash = createHash('sha256').update(JSON.stringify(options))
  for (const folder of ['schemas', 'widgets', 'renderer']) {
    for (const file of sourcesUnder(join(root, folder))) hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex').slice(0, 16)
}

async function phone(options: PhoneOptions, name: string): Promise<Phone> {
  const folder = join(root, 'node_modules/.cache/festoon-phone')
  const kept = join(folder, `${name}.json`)
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8')) as Phone
  const made = await compileAll(options)
  mkdirSync(folder, { recursive: true })
  writeFileSync(kept, JSON.stringify(made))
  return made
}

/**
 * Offers `virtual:festoon-phone`: the scripts that published pages are made of, compiled for the oldest browsers we serve.
 * Each view is a script of its own that takes shared modules from the kit, so that a page carries just the views it shows.
 */
export function phonePlugin(options: PhoneOptions = {}): Plugin {
  return {
    name: 'festoon-phone',
    resolveId: (id) => (id === virtualId ? `\0${virtualId}` : null),
    async load(id) {
      if (id !== `\0${virtualId}`) return null
      const name = buildName(options)
      const made = { ...(await phone(options, name)), build: name }
      return Object.entries(made)
        .map(([key, value]) => `export const ${key} = ${JSON.stringify(value)}`)
        .join('\n')
    },
  }
}
