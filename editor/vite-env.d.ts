/// <reference types="vite/client" />

declare module 'virtual:festoon-validators' {
  /** Every validator that documents need, compiled ahead of time: no eval in the browser. */
  export const validators: import('../schemas/validators').Validators
}
