/** One disagreement between a value and its schema, as ajv reports it. */
export interface SchemaError {
  readonly keyword: string
  /** JSON pointer to the culprit. */
  readonly instancePath: string
  readonly schemaPath: string
  readonly params: { readonly [name: string]: unknown }
  readonly message?: string
}

/** The errors of a value; none when it is admitted. */
export type Validate = (value: unknown) => readonly SchemaError[]

/** The validators of everything that documents hold: compiled at run time on the server, ahead of time for browsers. */
export interface Validators {
  readonly page: Validate
  readonly rules: Validate
  readonly plan: Validate
  /** The props of each widget type. */
  readonly widgets: { readonly [type: string]: Validate }
  /** The record of each kind of play. */
  readonly plays: { readonly [kind: string]: Validate }
}
