import { Agent, request } from 'node:http'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import sharp, { type Sharp } from 'sharp'
import type { AssetList } from '../../schemas/api/assets'
import type { Activity, Asset, ProblemAnswer } from '../../schemas/api/management'
import { openFront } from '../testing/front'
import { createTestWorld, testToken, type TestWorld } from '../testing/testWorld'

let test: TestWorld
beforeAll(async () => void (test = await createTestWorld()))
afterAll(() => test.close())

const paint = (width: number, height: number, alpha = 1): Sharp =>
  sharp({ create: { width, height, channels: 4, background: { r: 215, g: 38, b: 61, alpha } } })

function upload(bytes: Uint8Array | string, name = 'picture.png', type = 'image/png'): Promise<Response> {
  const form = new FormData()
  form.set('file', new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name, { type }))
  return test.ask('/api/assets', { method: 'POST', raw: form })
}

const kept = async (bytes: Uint8Array, name?: string): Promise<Asset> => (await (await upload(bytes, name)).json()) as Asset
const outcome = async (answer: Response): Promise<string> => `${answer.status} ${answer.ok ? '' : ((await answer.json()) as ProblemAnswer).code}`

/** A black PNG of one bit a pixel, written by hand: however large it claims to be, it takes a few kB. */
function blackPng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 1
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height), { level: 9 })
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), content])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(content.length, 0)
  ends.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

describe('an image', () => {
  it('is offered as WebP where that is understood, and as PNG or JPEG where not', async () => {
    const { id, width, height } = await kept(await paint(1600, 1200, 0.5).png().toBuffer())
    const modern = await test.ask(`/assets/${id}?w=400`, { as: 'nobody', headers: { Accept: 'image/webp,*/*' } })
    const old = await test.ask(`/assets/${id}?w=400`, { as: 'nobody', headers: { Accept: 'image/png,*/*' } })
    expect([width, height, modern.headers.get('content-type'), old.headers.get('content-type')]).toEqual([1600, 1200, 'image/webp', 'image/png'])
    expect((await sharp(Buffer.from(await modern.arrayBuffer())).metadata()).width).toBe(750)
  })

  it('is served so that nothing in it can run, for ever', async () => {
    const { id } = await kept(await paint(20, 20).jpeg().toBuffer())
    const { status, headers } = await test.ask(`/assets/${id}-375.webp`, { as: 'nobody' })
    expect([status, headers.get('x-content-type-options'), headers.get('content-security-policy'), headers.get('cache-control')]).toEqual([
      200,
      'nosniff',
      "default-src 'none'; sandbox",
      'public, max-age=31536000, immutable',
    ])
  })

  it('is kept once however often it is uploaded', async () => {
    const bytes = await paint(31, 17).png().toBuffer()
    const [first, second] = [await kept(bytes, 'a.png'), await kept(bytes, 'b.png')]
    expect(second).toEqual(first)
  })

  it('loses its metadata and whatever hides behind its pixels', async () => {
    const bytes = await paint(64, 64)
      .jpeg()
      .withExif({ IFD0: { Copyright: 'secret place' } })
      .toBuffer()
    const { id } = await kept(Buffer.concat([bytes, Buffer.from('<script>alert(1)</script>')]), 'x.html')
    const served = Buffer.from(await (await test.ask(`/assets/${id}-375.jpg`)).arrayBuffer())
    expect((await sharp(served).metadata()).exif).toBeUndefined()
    expect(served.includes('<script>')).toBe(false)
  })

  it('stands upright as its camera meant it', async () => {
    const bytes = await paint(40, 20).jpeg().withMetadata({ orientation: 6 }).toBuffer()
    expect(await kept(bytes)).toMatchObject({ width: 20, height: 40 })
  })

  it('has a name that is only for people', async () => {
    const { name } = await kept(await paint(9, 9).png().toBuffer(), '../../etc/<b>passwd.png')
    expect(name).toBe('bpasswd.png')
    expect((await kept(await paint(9, 8).png().toBuffer(), 'gnp.\u202eexe.png')).name).toBe('gnp.exe.png')
  })

  it('cannot be deleted while a draft shows it', async () => {
    const { id } = await kept(await paint(11, 11).png().toBuffer())
    const activity = await test.read<Activity>('/api/activities', { method: 'POST', body: { name: 'Shows it' } })
    const page = await test.read<object>(`/api/activities/${activity.id}/page`)
    const save = (document: object, revision: string): Promise<Response> =>
      test.ask(`/api/activities/${activity.id}/page`, { method: 'PUT', body: document, headers: { 'If-Match': revision } })
    await save({ ...page, share: { image: `asset:${id}` } }, '1')
    const refusal = (await (await test.ask(`/api/assets/${id}`, { method: 'DELETE' })).json()) as ProblemAnswer
    expect([refusal.code, refusal.detail]).toEqual(['in-use', '使用它的活动：Shows it。'])
    await save(page, '2')
    expect((await test.ask(`/api/assets/${id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await test.ask(`/assets/${id}`)).status).toBe(404)
  })
})

describe('the library', () => {
  const search = async (query: string): Promise<AssetList> => test.read(`/api/assets?${query}`)
  const named = async (words: string): Promise<string[]> => (await search(`search=${encodeURIComponent(words)}`)).assets.map(({ name }) => name)

  it('is searched by every word of a name or a description, newest first, letter by letter', async () => {
    const old = await kept(await paint(51, 9).png().toBuffer(), '春节 Banner_1.png')
    test.pass(1000)
    await kept(await paint(52, 9).png().toBuffer(), 'banner 100%.png')
    expect(await named('banner')).toEqual(['banner 100%.png', '春节 Banner_1.png'])
    expect([await named('BANNER 春'), await named('0%'), await named('r_1'), await named('%1')]).toEqual([
      ['春节 Banner_1.png'],
      ['banner 100%.png'],
      ['春节 Banner_1.png'],
      [],
    ])
    await test.read(`/api/assets/${old.id}`, { method: 'PATCH', body: { alt: '一条红龙' } })
    expect(await named('红龙')).toEqual(['春节 Banner_1.png'])
  })

  it('comes in pages, and says how many there are', async () => {
    const all = await search('search=banner')
    const second = await search('search=banner&limit=1&offset=1')
    expect([second.found, second.assets]).toEqual([2, all.assets.slice(1)])
  })

  it('lets an image be renamed, and not be without a name', async () => {
    const { id } = await kept(await paint(53, 9).png().toBuffer(), 'a.png')
    const change = (body: object): Promise<Response> => test.ask(`/api/assets/${id}`, { method: 'PATCH', body })
    expect(await (await change({ name: ' 海报<b> ' })).json()).toMatchObject({ name: '海报b', alt: '' })
    expect([await outcome(await change({ name: '' })), await outcome(await change({}))]).toEqual(['400 bad-input', '400 bad-input'])
    expect(await outcome(await test.ask('/api/assets/nothing', { method: 'PATCH', body: { alt: '' } }))).toBe('404 not-found')
  })

  it('tells who shows an image: drafts, what visitors get, and versions to go back to', async () => {
    const { id } = await kept(await paint(54, 9).png().toBuffer())
    const uses = async (): Promise<unknown> => (await test.read<{ uses: unknown }>(`/api/assets/${id}/uses`)).uses
    expect(await uses()).toEqual([])
    const { id: activity } = await test.read<Activity>('/api/activities', { method: 'POST', body: { name: '春节', template: 'new-year' } })
    const page = await test.read<object>(`/api/activities/${activity}/page`)
    const save = (document: object, revision: string): Promise<Response> =>
      test.ask(`/api/activities/${activity}/page`, { method: 'PUT', body: document, headers: { 'If-Match': revision } })
    const publish = (): Promise<Response> => test.ask(`/api/activities/${activity}/releases`, { method: 'POST', body: {} })
    await save({ ...page, share: { image: `asset:${id}` } }, '1')
    expect(await uses()).toEqual([{ activity, name: '春节', archived: false, drafts: ['page'], live: [], kept: 0 }])
    expect((await publish()).status).toBe(201)
    await save(page, '2')
    expect(await uses()).toMatchObject([{ drafts: [], live: ['page'], kept: 0 }])
    expect((await publish()).status).toBe(201)
    expect(await uses()).toMatchObject([{ drafts: [], live: [], kept: 1 }])
    await test.ask(`/api/activities/${activity}/offline`, { method: 'POST', body: { reason: 'over' } })
    await test.ask(`/api/activities/${activity}`, { method: 'DELETE' })
    expect(await uses()).toMatchObject([{ archived: true }])
  })
})

describe('an upload', () => {
  it('of SVG, HTML or a picture in name only is refused', async () => {
    expect(await outcome(await upload('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'x.svg', 'image/svg+xml'))).toBe(
      '415 unsupported-file',
    )
    expect(await outcome(await upload('<html></html>', 'x.png'))).toBe('415 unsupported-file')
    expect(await outcome(await upload(Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from('<svg/>')])))).toBe(
      '415 unsupported-file',
    )
  })

  it('of 144 megapixels in a few kB is refused before it is decoded', async () => {
    const bomb = blackPng(12_000, 12_000)
    expect(bomb.length).toBeLessThan(30_000)
    const start = performance.now()
    expect(await outcome(await upload(bomb))).toBe('413 too-many-pixels')
    expect(performance.now() - start).toBeLessThan(1500)
  })

  it('of more than 10 MB is refused', async () => {
    expect(await outcome(await upload(Buffer.alloc(10 * 1024 * 1024 + 1)))).toBe('413 too-large')
  })

  it.each([
    ['no file', 'multipart/form-data; boundary=x', '--x--\r\n', '400 bad-input'],
    ['half a part', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc', '400 bad-input'],
    ['no boundary', 'multipart/form-data', 'abc', '400 bad-input'],
    ['another type', 'application/octet-stream', 'abc', '415 unsupported-file'],
  ])('with %s is refused', async (_, type, raw, expected) => {
    expect(await outcome(await test.ask('/api/assets', { method: 'POST', raw, headers: { 'Content-Type': type } }))).toBe(expected)
  })

  it.each([
    ['another type', 'application/octet-stream', 415],
    ['no boundary', 'multipart/form-data', 400],
  ])('of %s leaves its connection fit for the next request', async (_, type, status) => {
    const front = await openFront(test.world)
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const headers = { 'Authorization': `Bearer ${testToken}`, 'Content-Type': type }
    const send = (method: string, path: string, body = ''): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const sent = request({ port: front.port, agent, method, path, headers }, (answer) => answer.resume().on('end', () => resolve(answer.statusCode)))
        sent.on('error', reject).end(body)
      })
    expect([await send('POST', '/api/assets', 'x'.repeat(500_000)), await send('GET', '/api/assets')]).toEqual([status, 200])
    agent.destroy()
    await front.close()
  })

  it('never is a bug of ours', () => {
    expect(test.errors).toEqual([])
  })
})
