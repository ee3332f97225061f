import { brotliCompressSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { parts } from 'virtual:festoon-phone'
import { renderPage, type RenderedPage } from '../renderer/renderPage'
import { manyNodes } from './manyNodes'
import { node, page, testWish } from './renderWorld'

const weigh = (text: string): number => brotliCompressSync(text).length
const of = (count: number): RenderedPage => renderPage(manyNodes(count), testWish())
const allOf = ({ html, files }: RenderedPage): number => weigh(html) + files.reduce((sum, { body }) => sum + weigh(body), 0)

it('grows by 70 bytes a node at the most, files included', () => {
  expect((allOf(of(200)) - allOf(of(50))) / 150).toBeLessThan(70)
})
it('shows the first screen of 200 nodes within 14,000 bytes, and all of them within 18,000', () => {
  const { html } = of(200)
  expect(weigh(html)).toBeLessThan(18_000)
  expect(weigh(html.slice(0, html.indexOf('data-n="p000"')))).toBeLessThan(14_000)
})
it('weighs 1,200 bytes with text and picture, and has no script', () => {
  const { html, files } = renderPage(page(node('image', 'a', { src: 'asset:a', alt: 'x' }), node('text', 'b', { text: '新年快乐' })), testWish())
  expect([html.includes('<script'), files]).toEqual([false, []])
  expect(weigh(html)).toBeLessThan(1200)
})
it('brings files by a loader of 500 bytes', () => {
  expect(weigh(parts['bring']!)).toBeLessThan(500)
})
