/** How a boot script names an asset at a width. */
export function assetKey(reference: string, width?: number): string {
  return width ? `${reference}@${width}` : reference
}

/** The common rule for an asset's address: `asset:<id>` at a width in px. Anything else is an address already. */
export function assetAddress(reference: string, width?: number): string {
  if (reference.slice(0, 6) !== 'asset:') return reference
  return `/assets/${reference.slice(6)}${width ? `?w=${width}` : ''}`
}
