declare module 'virtual:festoon-phone' {
  /** The script that every page with something awake shares. */
  export const kit: string
  /** What is added to the kit on pages that need it, by name. */
  export const parts: { readonly [name: string]: string }
  /** Each view's script, by type. */
  export const views: { readonly [type: string]: string }
  /** Each second-tier widget's own application, an ES module, by type. */
  export const islands: { readonly [type: string]: string }
  /** Names everything that decides how a page is drawn. */
  export const build: string
}
