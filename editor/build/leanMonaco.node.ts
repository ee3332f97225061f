import type { Plugin } from 'vite'

/**
 * Monaco's JSON language imports `internal/common/workers.js`, which imports every feature of the editor for its side effects.
 * Without those bare imports the language weighs 12 kB instead of 166 kB; the features we want are imported by name.
 */
export function leanMonacoPlugin(): Plugin {
  return {
    name: 'festoon-lean-monaco',
    transform: {
      filter: { id: /monaco-editor\/esm\/vs\/internal\/common\/workers\.js$/ },
      handler: (code) => ({ code: code.replace(/^import ['"][^'"]+['"];?$/gm, ''), map: null }),
    },
  }
}
