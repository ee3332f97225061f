import { widths, type Variant } from './image'

type VariantName = Pick<Variant, 'width' | 'extension'>

const mediaTypes = { webp: 'image/webp', png: 'image/png', jpg: 'image/jpeg' } as const

export function variantFile(id: string, { width, extension }: VariantName): string {
  return `assets/${id}-${width}.${extension}`
}

export function variantMedia({ extension }: Pick<VariantName, 'extension'>): string {
  return mediaTypes[extension]
}

/** Every file that an asset may have. */
export function allVariants(): VariantName[] {
  return widths.flatMap((width) => (['webp', 'png', 'jpg'] as const).map((extension) => ({ width, extension })))
}

/** The smallest width that shows `wanted` px sharply; the largest there is when none does. */
export function widthFor(wanted: number): VariantName['width'] {
  return widths.find((width) => width >= wanted) ?? widths[widths.length - 1]!
}

/** The variants that an address asks for, best first: `<id>-750.webp` names one, `<id>` leaves the format to the reader's browser. */
export function variantsAsked(
  file: string,
  { width, accept }: { readonly width: number; readonly accept: string },
): { id: string; isNamed: boolean; names: VariantName[] } | null {
  const match = /^([0-9a-f]{64})(?:-(375|750|1125)\.(webp|png|jpg))?$/.exec(file)
  if (!match) return null
  const [, id = '', named, extension] = match
  if (named) return { id, isNamed: true, names: [{ width: widthFor(Number(named)), extension: extension as VariantName['extension'] }] }
  // Safari before 14 shows no WebP and does not claim to.
  const formats = accept.includes('image/webp') ? (['webp', 'png', 'jpg'] as const) : (['png', 'jpg', 'webp'] as const)
  return { id, isNamed: false, names: formats.map((format) => ({ width: widthFor(width), extension: format })) }
}
