/** A schema with only what machines read: bilingual titles and `x-` words left out. */
export function machineSchema(described: unknown): unknown {
  if (Array.isArray(described)) return described.map(machineSchema)
  if (typeof described !== 'object' || described === null) return described
  return Object.fromEntries(
    Object.entries(described)
      .filter(([key, value]) => !key.startsWith('x-') && !isLabel(key, value))
      .map(([key, value]) => [key, key === 'default' || key === 'const' ? value : machineSchema(value)]),
  )
}

function isLabel(key: string, value: unknown): boolean {
  return (
    (key === 'title' || key === 'description') &&
    typeof value === 'object' &&
    value !== null &&
    'zh' in value &&
    'en' in value &&
    typeof (value as { zh: unknown }).zh === 'string'
  )
}
