import sharp, { type Sharp } from 'sharp'
import type { Asset } from '../../schemas/api/management'
import { Refuse } from '../problem'

/** Widths in px that images are offered in: the design width of a page, and what sharper screens show on it. */
export const widths = [375, 750, 1125] as const

/** Width × height × frames. A PNG of 17 kB can hold 144 million. */
const maxPixels = 25_000_000
const timeoutS = 20

export interface Variant {
  readonly width: (typeof widths)[number]
  readonly extension: 'webp' | 'png' | 'jpg'
  readonly bytes: Buffer
}

export interface DecodedImage {
  readonly type: Asset['type']
  readonly width: number
  readonly height: number
  readonly variants: readonly Variant[]
}

/** The kind of image that bytes say they are; null for anything else, SVG included. */
export function sniff(bytes: Buffer): Asset['type'] | null {
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'image/png'
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg'
  if (bytes.subarray(0, 4).toString('latin1') === 'RIFF' && bytes.subarray(8, 12).toString('latin1') === 'WEBP') return 'image/webp'
  return /^GIF8[79]a/.test(bytes.subarray(0, 6).toString('latin1')) ? 'image/gif' : null
}

/**
 * Draws an image anew in every width, as WebP and as what browsers without WebP know. Nothing of the file itself is
 * served: metadata and whatever hides behind the pixels stay behind. @throws Refuse
 */
export async function decodeImage(bytes: Buffer): Promise<DecodedImage> {
  const type = sniff(bytes)
  if (!type) throw new Refuse('unsupported-file')
  try {
    return await draw(bytes, type)
  } catch (error) {
    throw error instanceof Refuse ? error : new Refuse('unsupported-file', { detail: 'The image cannot be decoded.' })
  }
}

async function draw(bytes: Buffer, type: Asset['type']): Promise<DecodedImage> {
  const open = (animated: boolean): Sharp =>
    sharp(bytes, { limitInputPixels: maxPixels, animated, failOn: 'error', sequentialRead: true }).timeout({ seconds: timeoutS })
  const found = await sharp(bytes, { limitInputPixels: false, animated: true }).metadata()
  const height = found.pageHeight ?? found.height
  if (found.width * height * (found.pages ?? 1) > maxPixels) throw new Refuse('too-many-pixels')
  const fallback = found.hasAlpha ? 'png' : 'jpg'
  const variants: Variant[] = []
  // One after another: memory for one picture at a time.
  for (const width of widths) {
    const size = { width, withoutEnlargement: true }
    variants.push({ width, extension: 'webp', bytes: await open(true).autoOrient().resize(size).webp({ quality: 82 }).toBuffer() })
    const still = open(false).autoOrient().resize(size)
    variants.push({
      width,
      extension: fallback,
      bytes: await (fallback === 'png' ? still.png({ palette: true }) : still.jpeg({ quality: 82, mozjpeg: true })).toBuffer(),
    })
  }
  const isTurned = (found.orientation ?? 1) >= 5
  return { type, width: isTurned ? height : found.width, height: isTurned ? found.width : height, variants }
}
