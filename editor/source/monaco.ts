// Monaco's own words come first: it reads them while it loads.
import './monacoWords'
import 'monaco-editor/features/bracketMatching/register'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/contextmenu/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/folding/register'
import 'monaco-editor/features/format/register'
import 'monaco-editor/features/gotoError/register'
import 'monaco-editor/features/hover/register'
import 'monaco-editor/features/linesOperations/register'
import 'monaco-editor/features/multicursor/register'
import 'monaco-editor/features/wordOperations/register'
// The suggest feature registers only its inline part; its controller is wanted by name.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController'
import { jsonDefaults } from 'monaco-editor/languages/features/json/register'
// Vite makes the default export of what is asked for with `?worker`.
// oxlint-disable-next-line import/default
import JsonWorker from 'monaco-editor/language/json/json.worker?worker'
// oxlint-disable-next-line import/default
import EditorWorker from 'monaco-editor/editor/editor.worker?worker'
import { editor, MarkerSeverity, Uri } from 'monaco-editor/editor'

self.MonacoEnvironment = { getWorker: (_id, label) => (label === 'json' ? new JsonWorker() : new EditorWorker()) }

// The editor's own dark surface, so that the source does not look like a foreign window.
editor.defineTheme('festoon-dark', {
  base: 'vs-dark',
  inherit: true,
  rules: [],
  colors: { 'editor.background': '#15181e', 'editorGutter.background': '#15181e', 'editor.lineHighlightBorder': '#22262f' },
})

const schemas = new Map<string, { readonly uri: string; readonly fileMatch: string[]; readonly schema: unknown }>()

/** Completion and markers for every document of one name, by its JSON Schema. */
export function describe(name: string, schema: unknown): void {
  schemas.set(name, { uri: `https://festoon.dev/schemas/${name}.json`, fileMatch: [`*${name}.json`], schema })
  jsonDefaults.setDiagnosticsOptions({
    validate: true,
    allowComments: false,
    enableSchemaRequest: false,
    schemaValidation: 'warning',
    schemas: [...schemas.values()],
  })
}

export { editor, MarkerSeverity, Uri }
