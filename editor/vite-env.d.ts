/// <reference types="vite/client" />

declare module 'virtual:festoon-words/*' {
  /** The editor's words in one language, by folder and key. */
  export const words: import('./i18n/spoken').Spoken
}
