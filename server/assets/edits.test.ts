import fc from 'fast-check'
import sharp, { type OverlayOptions, type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AssetList } from '../../schemas/api/assets'
import type { Asset, AssetEdit, ProblemAnswer } from '../../schemas/api/management'
import { createTestWorld, type TestWorld } from '../testing/testWorld'
import { cutOf, scaledCrop } from './cut'
import { decodeImage } from './image'

let test: TestWorld
beforeAll(async () => void (test = await createTestWorld()))
afterAll(() => test.close())

async function kept(bytes: Buffer, name = 'picture.png'): Promise<Asset> {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name))
  return (await (await test.ask('/api/assets', { method: 'POST', raw: form })).json()) as Asset
}

const edited = ({ id }: Pick<Asset, 'id'>, edit: AssetEdit): Promise<Asset> => test.read(`/api/assets/${id}/edits`, { method: 'POST', body: edit })
const refusalOf = async (answer: Response): Promise<ProblemAnswer> => (await answer.json()) as ProblemAnswer
const served = async ({ id }: Pick<Asset, 'id'>, file = '-750.webp'): Promise<Buffer> =>
  Buffer.from(await (await test.ask(`/assets/${id}${file}`, { as: 'nobody' })).arrayBuffer())

const letters = ['R', 'G', 'B', 'W'] as const
const paints = { R: '#e00000', G: '#00c000', B: '#0000e0', W: '#ffffff' } as const

/** Two by two fields: red and green above, blue and white below. */
function fields(size = 40): Sharp {
  const spot = (letter: keyof typeof paints, left: number, top: number): OverlayOptions => ({
    input: { create: { width: size, height: size, channels: 3, background: paints[letter] } },
    left,
    top,
  })
  const canvas = sharp({ create: { width: 2 * size, height: 2 * size, channels: 3, background: '#888' } })
  return canvas.composite([spot('R', 0, 0), spot('G', size, 0), spot('B', 0, size), spot('W', size, size)])
}

/** What the four quarters of a picture show, row by row. */
async function quarters(bytes: Buffer): Promise<string> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number): string => {
    const start = (Math.floor(info.height * y) * info.width + Math.floor(info.width * x)) * info.channels
    const [r = 0, g = 0, b = 0] = data.subarray(start, start + 3)
    return letters[[r > 120 && g < 100, g > 120 && r < 100, b > 120 && r < 100, r > 180 && g > 180].indexOf(true)] ?? '?'
  }
  return at(0.25, 0.25) + at(0.75, 0.25) + at(0.25, 0.75) + at(0.75, 0.75)
}

/** What the same steps make of four letters. */
function lettersOf({ turn, mirror, flip }: AssetEdit): string {
  let [a, b, c, d]: readonly string[] = letters
  for (let left: number = turn ?? 0; left > 0; left -= 90) [a, b, c, d] = [c, a, d, b]
  if (mirror) [a, b, c, d] = [b, a, d, c]
  if (flip) [a, b, c, d] = [c, d, a, b]
  return [a, b, c, d].join('')
}

const edits = fc.record(
  {
    turn: fc.constantFrom(90, 180, 270),
    mirror: fc.boolean(),
    flip: fc.boolean(),
    crop: fc.record({ x: fc.nat(30), y: fc.nat(30), w: fc.nat(29), h: fc.nat(29) }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<AssetEdit>

describe('a cut', () => {
  it('of a turned and mirrored picture takes the very px that were seen there (seed 20)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), edits, (width, height, wish) => {
        const edit = wish.crop ? { ...wish, crop: { ...wish.crop, w: wish.crop.w + 1, h: wish.crop.h + 1 } } : wish
        const rows = Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_, x) => y * width + x))
        const { left, top, width: w, height: h } = cutOf({ width, height }, edit)
        const cut = rows.slice(top, top + h).map((row) => row.slice(left, left + w))
        expect(changed(cut, { ...edit, crop: undefined })).toEqual(changed(rows, edit))
      }),
      { seed: 20, numRuns: 400 },
    )
  })

  it('of a smaller copy is the same part of it', () => {
    expect(scaledCrop({ turn: 90, crop: { x: 100, y: 200, w: 300, h: 50 } }, 0.5)).toEqual({ turn: 90, crop: { x: 50, y: 100, w: 150, h: 25 } })
  })
})

type Rows = readonly (readonly number[])[]

/** The steps as anybody would do them, px by px. */
function changed(rows: Rows, { turn, mirror, flip, crop }: Omit<AssetEdit, 'crop'> & { crop?: AssetEdit['crop'] | undefined }): Rows {
  let now = rows
  for (let left: number = turn ?? 0; left > 0; left -= 90) now = now[0]!.map((_, x) => now.map((row) => row[x]!).toReversed())
  if (mirror) now = now.map((row) => row.toReversed())
  if (flip) now = now.toReversed()
  if (!crop) return now
  const [x, y] = [Math.min(crop.x, now[0]!.length - 1), Math.min(crop.y, now.length - 1)]
  return now.slice(y, y + crop.h).map((row) => row.slice(x, x + crop.w))
}

describe('an edit', () => {
  it('turns, then mirrors, then turns upside down, whichever way the camera was held', async () => {
    for (const orientation of [1, 6]) {
      const upright = await fields().jpeg({ quality: 95 }).toBuffer()
      // A camera that was held so wrote its px the other way round.
      const held =
        orientation === 1
          ? upright
          : await sharp(await sharp(upright).rotate(270).toBuffer())
              .withMetadata({ orientation })
              .jpeg({ quality: 95 })
              .toBuffer()
      for (const edit of [
        { turn: 90 },
        { mirror: true },
        { turn: 90, mirror: true },
        { turn: 270, flip: true },
        { turn: 180, mirror: true, flip: true },
      ] as const) {
        const { variants } = await decodeImage(held, edit)
        expect([edit, await quarters(variants[0]!.bytes)]).toEqual([edit, lettersOf(edit)])
      }
    }
  })

  it('cuts the original at its full size, and is named by it and by what was done', async () => {
    const original = await kept(await fields(900).png().toBuffer(), '四格.png')
    const crop = { x: 900, y: 0, w: 900, h: 900 }
    const cut = await edited(original, { crop })
    expect(cut).toMatchObject({ name: '四格.png', width: 900, height: 900, origin: original.id, edit: { crop } })
    expect(await quarters(await served(cut))).toBe('GGGG')
    expect((await edited(original, { crop })).id).toBe(cut.id)
    const again = await edited(cut, { crop: { x: 0, y: 900, w: 900, h: 900 }, turn: 90 })
    expect([again.origin, await quarters(await served(again))]).toEqual([original.id, 'WWWW'])
    expect((await edited(again, {})).id).toBe(original.id)
  })

  it('keeps what is seen through', async () => {
    const half = await sharp({ create: { width: 200, height: 100, channels: 4, background: { r: 200, g: 0, b: 0, alpha: 0 } } })
      .composite([{ input: { create: { width: 100, height: 100, channels: 4, background: '#c00' } }, left: 100, top: 0 }])
      .png()
      .toBuffer()
    const cut = await edited(await kept(half), { turn: 90, crop: { x: 0, y: 50, w: 100, h: 100 } })
    const { data, info } = await sharp(await served(cut, '-750.png'))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect([info.width, info.height, data[3], data.at(-1)]).toEqual([100, 100, 0, 255])
  })

  it('lets a picture go on moving, and refuses in words to turn it', async () => {
    const frames = await Promise.all(
      ['#c00', '#0c0', '#00c'].map((background) =>
        sharp({ create: { width: 60, height: 40, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    )
    const gif = await sharp(frames, { join: { animated: true } })
      .gif({ delay: [100, 100, 100], loop: 0 })
      .toBuffer()
    const original = await kept(gif, 'moves.gif')
    const cut = await edited(original, { crop: { x: 10, y: 5, w: 30, h: 20 }, quality: 50 })
    const { pages, pageHeight, width } = await sharp(await served(cut), { animated: true }).metadata()
    expect([original.animated, cut.animated, cut.type, pages, pageHeight, width]).toEqual([true, true, 'image/gif', 3, 20, 30])
    const refusal = await refusalOf(await test.ask(`/api/assets/${original.id}/edits`, { method: 'POST', body: { turn: 90 } }))
    expect([refusal.code, refusal.detail]).toEqual(['bad-input', '动图不能旋转或翻转，可以裁剪和压缩。'])
  })

  it('makes lighter what phones get, and tells beforehand how light', async () => {
    const noise = await sharp({ create: { width: 1200, height: 900, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 40 } } })
      .jpeg()
      .toBuffer()
    const original = await kept(noise, 'noise.jpg')
    const preview = Buffer.from(await (await test.ask(`/api/assets/${original.id}/preview?quality=40&width=375`)).arrayBuffer())
    const lighter = await edited(original, { quality: 40, width: 375 })
    expect([lighter.width, lighter.weight, (await served(lighter)).length]).toEqual([375, preview.length, preview.length])
    expect(lighter.weight!).toBeLessThan(original.weight! / 3)
    expect((await served(lighter, '-1125.webp')).equals(await served(lighter, '-750.webp'))).toBe(true)
  })

  it('reaches no further than the picture, and says what is wrong with one that is no edit', async () => {
    const original = await kept(await fields(10).png().toBuffer())
    expect(await edited(original, { crop: { x: 15, y: 15, w: 999, h: 999 } })).toMatchObject({ width: 5, height: 5 })
    for (const body of [{ turn: 45 }, { crop: { x: 0, y: 0, w: 0, h: 5 } }, { quality: 0 }, { blur: 3 }])
      expect((await test.ask(`/api/assets/${original.id}/edits`, { method: 'POST', body })).status).toBe(400)
    expect((await test.ask('/api/assets/nothing/edits', { method: 'POST', body: {} })).status).toBe(404)
  })

  it('of a picture that was kept before originals were starts from the largest that is served', async () => {
    const original = await kept(await fields(1125).png().toBuffer())
    await test.world.files.remove(`originals/${original.id}`)
    const cut = await edited(original, { crop: { x: 1125, y: 1125, w: 1125, h: 1125 } })
    expect([cut.width, await quarters(await served(cut))]).toEqual([563, 'WWWW'])
  })
})

describe('an original', () => {
  it('is kept but never served', async () => {
    const bytes = await fields(12)
      .jpeg()
      .withExif({ IFD0: { Copyright: 'secret place' } })
      .toBuffer()
    const { id } = await kept(bytes)
    expect((await test.world.files.get(`originals/${id}`))?.equals(bytes)).toBe(true)
    for (const path of [`/originals/${id}`, `/assets/../originals/${id}`, `/assets/originals/${id}`, `/assets/originals%2F${id}`])
      expect((await test.ask(path)).status).not.toBe(200)
  })

  it('stays while pictures that were made of it are there, and goes with its file', async () => {
    const original = await kept(await fields(13).png().toBuffer())
    const cut = await edited(original, { mirror: true })
    const remove = ({ id }: Asset): Promise<Response> => test.ask(`/api/assets/${id}`, { method: 'DELETE' })
    expect(await refusalOf(await remove(original))).toMatchObject({ code: 'in-use', detail: '有其他图片是由它裁剪或压缩来的，请先删除那些图片。' })
    expect([(await remove(cut)).status, (await remove(original)).status]).toEqual([204, 204])
    expect(await test.world.files.get(`originals/${original.id}`)).toBeNull()
  })
})

describe('the library', () => {
  it('keeps what matters most in a picture, and what each of some pictures weighs', async () => {
    const [a, b] = [await kept(await fields(14).png().toBuffer()), await kept(await fields(15).png().toBuffer())]
    await test.read(`/api/assets/${a.id}`, { method: 'PATCH', body: { focus: { x: 20, y: 80 } } })
    const { assets } = await test.read<AssetList>(`/api/assets?ids=${a.id},${b.id},${'0'.repeat(64)}`)
    expect(assets.find(({ id }) => id === a.id)).toMatchObject({ focus: { x: 20, y: 80 }, weight: (await served(a)).length })
    expect(assets.map(({ id }) => id).toSorted()).toEqual([a.id, b.id].toSorted())
    expect((await test.ask(`/api/assets/${a.id}`, { method: 'PATCH', body: { focus: { x: 101, y: 0 } } })).status).toBe(400)
  })

  it('never is a bug of ours', () => {
    expect(test.errors).toEqual([])
  })
})
