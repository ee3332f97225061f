import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ArtList } from '../../schemas/api/art'
import type { AssetList } from '../../schemas/api/assets'
import type { Asset } from '../../schemas/api/management'
import { createTestWorld, type TestWorld } from '../testing/testWorld'
import { collection } from './collection'
import { prizeWords } from './prizes'

let test: TestWorld
beforeAll(async () => void (test = await createTestWorld()))
afterAll(() => test.close())

const find = (query: Record<string, string>): Promise<ArtList> => test.read(`/api/art?${new URLSearchParams(query)}`)
const first = async (search: string): Promise<string | undefined> => (await find({ search })).art[0]?.char

describe('an icon', () => {
  it.each([
    ['红包', '🧧'],
    ['手机', '📱'],
    ['一等奖', '🥇'],
    ['奶茶', '🧋'],
    ['red envelope', '🧧'],
    ['COUPON', '🎟️'],
    ['🎁', '🎁'],
  ])('is found by "%s"', async (words, char) => {
    expect((await find({ search: words })).art.slice(0, 3).map((one) => one.char)).toContain(char)
  })

  it('that is called by the very word comes first', async () => {
    expect([await first('礼物'), await first('crown')]).toEqual(['🎁', '👑'])
  })

  it('stands on a shelf, comes a page at a time, and is found again by name', async () => {
    const food = await find({ group: 'food', limit: '5', offset: '5' })
    expect([food.art.length, food.found > 100]).toEqual([5, true])
    expect((await find({ names: 'crown,nothing,wrapped-gift' })).art.map(({ char }) => char)).toEqual(['👑', '🎁'])
    expect((await find({ search: '没有这样的东西' })).found).toBe(0)
  })

  it('becomes an ordinary picture in px, once, with who made it', async () => {
    const take = (): Promise<Asset> => test.read('/api/art', { method: 'POST', body: { name: 'red-envelope' } })
    const [asset, again] = [await take(), await take()]
    expect(again).toEqual(asset)
    expect(asset).toMatchObject({ type: 'image/png', width: 512, height: 512, name: '红包 red envelope', alt: '红包', credit: expect.stringContaining('MIT') })
    const old = await test.ask(`/assets/${asset.id}?w=96`, { as: 'nobody', headers: { Accept: 'image/png' } })
    const { data } = await sharp(Buffer.from(await old.arrayBuffer()))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    // What is around the drawing is seen through.
    expect([old.headers.get('content-type'), data[3]]).toEqual(['image/png', 0])
    expect((await test.read<AssetList>('/api/assets?search=envelope')).found).toBe(1)
  })

  it('is shown so that nothing in it could run, to members only', async () => {
    const { headers } = await test.ask('/api/art/red-envelope')
    expect([headers.get('content-type'), headers.get('content-security-policy'), headers.get('x-content-type-options')]).toEqual([
      'image/svg+xml',
      "default-src 'none'; sandbox",
      'nosniff',
    ])
    expect((await test.ask('/api/art/red-envelope', { as: 'nobody' })).status).toBe(401)
    for (const name of ['nothing', '__proto__', 'constructor', '..%2Fchars']) expect((await test.ask(`/api/art/${name}`)).status).toBe(404)
    expect((await test.ask('/api/art', { method: 'POST', body: { name: 'toString' } })).status).toBe(404)
    expect((await test.ask('/api/art', { method: 'POST', body: { name: 'crown' }, as: 'viewer' })).status).toBe(403)
  })
})

describe('the collection', () => {
  it('holds nothing that runs or loads, and a drawing for every prize', () => {
    const { drawings, svgOf, byName } = collection()
    const active = drawings.filter(({ name }) => /<script|<foreignObject|<image|\son\w+=|href="(?!#)|url\((?!#)/i.test(svgOf(name)!))
    expect(active).toEqual([])
    expect(drawings.length).toBeGreaterThan(1500)
    expect(Object.keys(prizeWords).filter((name) => !byName.has(name))).toEqual([])
  })
})
