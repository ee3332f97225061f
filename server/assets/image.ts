import sharp, { type OutputInfo, type Sharp } from 'sharp'
import type { Asset, AssetEdit } from '../../schemas/api/management'
import { Refuse } from '../problem'
import { cutOf } from './cut'

/** Widths in px that images are offered in: the design width of a page, and what sharper screens show on it. */
export const widths = [375, 750, 1125] as const

/** Width × height × frames. A PNG of 17 kB can hold 144 million. */
const maxPixels = 25_000_000
const timeoutS = 20
export const usualQuality = 82

export interface Variant {
  readonly width: (typeof widths)[number]
  readonly extension: 'webp' | 'png' | 'jpg'
  readonly bytes: Buffer
}

export interface DecodedImage {
  readonly type: Asset['type']
  readonly width: number
  readonly height: number
  readonly animated: boolean
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
 * Draws an image anew in every width, as WebP and as what browsers without WebP know, changed as `edit` says. Nothing of
 * the file itself is served: metadata and whatever hides behind the pixels stay behind. @throws Refuse
 */
export async function decodeImage(bytes: Buffer, edit: AssetEdit = {}): Promise<DecodedImage> {
  return reading(bytes, async (type) => {
    const picture = await open(bytes, edit)
    const variants: Variant[] = []
    // One after another: memory for one picture at a time.
    for (const width of widths) variants.push(...(await drawAt(picture, width, edit)))
    const width = Math.min(picture.width, edit.width ?? Infinity)
    return { type, width, height: Math.max(1, Math.round((picture.height * width) / picture.width)), animated: picture.animated, variants }
  })
}

/** The one variant that phones get, with what it weighs. @throws Refuse */
export async function previewImage(bytes: Buffer, edit: AssetEdit): Promise<Buffer> {
  return reading(bytes, async () => webp(await open(bytes, edit), 750, edit))
}

async function reading<T>(bytes: Buffer, read: (type: Asset['type']) => Promise<T>): Promise<T> {
  const type = sniff(bytes)
  if (!type) throw new Refuse('unsupported-file')
  try {
    return await read(type)
  } catch (error) {
    throw error instanceof Refuse ? error : new Refuse('unsupported-file', { detail: 'The image cannot be decoded.' })
  }
}

/** A picture upright, turned and cut, before it is made smaller. */
interface Picture {
  readonly width: number
  readonly height: number
  readonly animated: boolean
  readonly hasAlpha: boolean
  /** With all its frames, or the first one only. */
  draw(frames: 'all' | 'first'): Sharp
}

async function open(bytes: Buffer, edit: AssetEdit): Promise<Picture> {
  const found = await sharp(bytes, { limitInputPixels: false, animated: true }).metadata()
  const [pages, pageHeight] = [found.pages ?? 1, found.pageHeight ?? found.height]
  if (found.width * pageHeight * pages > maxPixels) throw new Refuse('too-many-pixels')
  const isTurned = (found.orientation ?? 1) >= 5
  const upright = isTurned ? { width: pageHeight, height: found.width } : { width: found.width, height: pageHeight }
  const animated = pages > 1
  if (animated && (edit.turn || edit.mirror || edit.flip)) throw new Refuse('bad-input', { detail: cannotTurn })
  const area = cutOf(upright, edit)
  const whole = area.width === upright.width && area.height === upright.height
  const read = (all: boolean): Sharp => {
    const image = sharp(bytes, { limitInputPixels: maxPixels, animated: all, failOn: 'error', sequentialRead: whole })
      .timeout({ seconds: timeoutS })
      .autoOrient()
    return whole ? image : image.extract(area)
  }
  const size = edit.turn === 90 || edit.turn === 270 ? { width: area.height, height: area.width } : area
  const base = { width: size.width, height: size.height, animated, hasAlpha: found.hasAlpha }
  if (!edit.turn && !edit.mirror && !edit.flip) return { ...base, draw: (frames) => read(frames === 'all') }
  const turned = await turn(read(false), edit)
  return { ...base, draw: () => sharp(turned.data, { raw: turned.info }) }
}

const cannotTurn = { zh: '动图不能旋转或翻转，可以裁剪和压缩。', en: 'A picture that moves cannot be turned or mirrored. It can be cropped and made lighter.' }

/** One step after another: within one step, the library has an order of its own. */
async function turn(image: Sharp, edit: AssetEdit): Promise<{ data: Buffer; info: OutputInfo }> {
  let now = await image.raw().toBuffer({ resolveWithObject: true })
  const step = async (change: (one: Sharp) => Sharp): Promise<void> =>
    void (now = await change(sharp(now.data, { raw: now.info }))
      .raw()
      .toBuffer({ resolveWithObject: true }))
  if (edit.turn) await step((one) => one.rotate(edit.turn))
  if (edit.mirror) await step((one) => one.flop())
  if (edit.flip) await step((one) => one.flip())
  return now
}

async function drawAt(picture: Picture, width: Variant['width'], edit: AssetEdit): Promise<Variant[]> {
  const still = sized(picture.draw('first'), width, edit)
  const { quality = usualQuality } = edit
  const fallback = picture.hasAlpha ? still.png({ palette: true, quality: edit.quality ?? 100 }) : still.jpeg({ quality, mozjpeg: true })
  return [
    { width, extension: 'webp', bytes: await webp(picture, width, edit) },
    { width, extension: picture.hasAlpha ? 'png' : 'jpg', bytes: await fallback.toBuffer() },
  ]
}

function webp(picture: Picture, width: number, edit: AssetEdit): Promise<Buffer> {
  return sized(picture.draw('all'), width, edit)
    .webp({ quality: edit.quality ?? usualQuality })
    .toBuffer()
}

function sized(image: Sharp, width: number, edit: AssetEdit): Sharp {
  return image.resize({ width: Math.min(width, edit.width ?? width), withoutEnlargement: true })
}
