/** How a boot script names an asset at a width. */
export function assetKey(reference: string, width?: number): string {
  return width ? `${reference}@${width}` : reference
}

/** The common rule for an asset's address: `asset:<id>` in the smallest stored width that shows `width` px sharply. Anything else is an address already. */
export function assetAddress(reference: string, width = 750): string {
  if (reference.slice(0, 6) !== 'asset:') return reference
  return `/assets/${reference.slice(6)}?w=${width > 750 ? 1125 : width > 375 ? 750 : 375}`
}
