import fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyDiff, invertDiff } from '../../../schemas/diff'
import { node, page } from '../littleLanguage'
import { placesOf, replaceAsset } from './replaceAsset'

const seed = 20_261_125
const picture = fc.constantFrom('asset:1', 'asset:2', 'asset:12', 'about asset:1', '')
const props = fc.record(
  { src: picture, image: picture, items: fc.array(fc.record({ image: picture }), { maxLength: 3 }), box: fc.record({ ground: picture }) },
  { requiredKeys: [] },
)
const documents = fc.tuple(fc.array(fc.tuple(props, props), { maxLength: 4 }), picture).map(([all, image]) => ({
  ...page(...all.map(([always, peak], i) => node('text', `n${i}`, { props: always, byPhase: { peak: { props: peak } } }))),
  share: { image },
}))

it('swaps a picture in widgets, phases, lists and the shared card, and nothing that merely looks like it', () => {
  const before = { ...page(node('box', 'a', { props: { image: 'asset:1' }, byPhase: { peak: { props: { image: 'asset:1' } } } })), share: { image: 'asset:1' } }
  const listed = page(node('text', 'b', { props: { items: [{ image: 'asset:1' }, { image: 'asset:12' }], text: 'asset:1 is a picture' } }))
  const wish = { from: 'asset:1', to: 'asset:9' }
  const after = applyDiff(before, replaceAsset(before, wish))
  expect([after.nodes['a']!.props, after.nodes['a']!.byPhase, after.share]).toEqual([
    { image: 'asset:9' },
    { peak: { props: { image: 'asset:9' } } },
    { image: 'asset:9' },
  ])
  expect(applyDiff(listed, replaceAsset(listed, wish)).nodes['b']!.props).toEqual({
    items: [{ image: 'asset:9' }, { image: 'asset:12' }],
    text: 'asset:1 is a picture',
  })
})
it(`leaves no place behind, and is undone by its inverse (seed ${seed})`, () => {
  fc.assert(
    fc.property(documents, (document) => {
      const diff = replaceAsset(document, { from: 'asset:1', to: 'asset:9' })
      const after = applyDiff(document, diff)
      expect([placesOf(after, 'asset:1'), placesOf(after, 'asset:9')]).toEqual([0, placesOf(document, 'asset:1')])
      expect(applyDiff(after, invertDiff(diff))).toEqual(document)
    }),
    { seed, numRuns: 200 },
  )
})

const sized = fc.record({ src: picture, width: fc.nat(2000), height: fc.nat(2000), alt: fc.string() }, { requiredKeys: ['src'] })
it(`with a crop keeps room for the new size exactly where room was kept, and changes nothing else (seed ${seed})`, () => {
  fc.assert(
    fc.property(fc.array(sized, { maxLength: 4 }), (all) => {
      const before = page(...all.map((one, i) => node('text', `n${i}`, { props: one })))
      const size = { width: 40, height: 30 }
      const diff = replaceAsset(before, { from: 'asset:1', to: 'asset:9', size })
      const after = applyDiff(before, diff)
      for (const [i, one] of all.entries()) {
        const keepsRoom = one.width !== undefined && one.height !== undefined
        expect(after.nodes[`n${i}`]!.props).toEqual(one.src === 'asset:1' ? { ...one, src: 'asset:9', ...(keepsRoom ? size : {}) } : one)
      }
      expect(applyDiff(after, invertDiff(diff))).toEqual(before)
    }),
    { seed, numRuns: 200 },
  )
})
