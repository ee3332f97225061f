import { expect, it } from 'vitest'
import type { Asset } from '../../../schemas/api/management'
import { node, pageOf, type Sketch } from '../../../schemas/sketch'
import { heavyPictures, picturesOf } from './heavyPictures'

const page = (...sketches: readonly Sketch[]) => pageOf({ title: 'T', locale: 'zh-CN', theme: { preset: 'fresh' } }, { props: { layout: 'flow' } }, sketches)
const asset = (more: Partial<Asset>): Asset => ({
  id: 'a',
  name: '',
  alt: '',
  type: 'image/png',
  width: 1600,
  height: 900,
  bytes: 1,
  url: '',
  createdAt: 0,
  ...more,
})
const wide = node('image', 'i', { props: { src: 'asset:a' } })
const small = node('image', 's', { props: { src: 'asset:a' }, frame: { x: 0, y: 0, w: 60, h: 40 } })
const look = (sketches: readonly Sketch[], more: Partial<Asset>) =>
  heavyPictures(page(...sketches), () => asset(more)).map(({ node: id, prop, lighter }) => [id, prop, lighter?.edit])

it('finds a picture that is heavy, and one that is shown far smaller than it is sent', () => {
  expect(look([wide], { weight: 200_000 })).toEqual([['i', 'src', { quality: 60, width: 750 }]])
  expect(look([small], { weight: 30_000 })).toEqual([['s', 'src', { quality: 60, width: 180 }]])
})

it('says nothing of light ones, of those that nobody weighed, and of small ones that are shown large as well', () => {
  expect([look([wide], { weight: 90_000 }), look([wide], {}), look([small, wide], { weight: 30_000 })]).toEqual([[], [], []])
})

it('goes a step further where one was not enough, keeps the crop, and stops in the end', () => {
  const crop = { x: 0, y: 0, w: 10, h: 10 }
  expect(look([wide], { weight: 200_000, edit: { crop, quality: 60, width: 750 } })).toEqual([['i', 'src', { crop, quality: 45, width: 750 }]])
  expect(look([wide], { weight: 200_000, edit: { crop, quality: 45, width: 750 } })).toEqual([])
})

it('names each picture of a page once', () => {
  expect(picturesOf(page(wide, node('image', 'j', { props: { src: 'asset:a' } }), node('image', 'k', { props: { src: 'https://x/y.png' } })))).toEqual([
    'asset:a',
  ])
})
