import { expect, it } from 'vitest'
import { compileValidators } from '../../schemas/compile'
import type { PageDocument } from '../../schemas/page'
import { readClip, writeClip } from './clipText'
import { copyNodes } from './commands/copyNodes'
import { littleSpecs, node, page } from './littleLanguage'

const validators = compileValidators(littleSpecs, {})
const isSound = (document: PageDocument): boolean => validators.page(document).length === 0
const document = page(node('box', 'b', {}, node('text', 'c', { props: { text: 'Hi' } })), node('text', 'a'))
const clip = copyNodes(document, { ids: ['b'] })

it('comes back from the clipboard as it went', () => {
  expect(readClip(writeClip(clip), isSound)).toEqual(clip)
})

it.each([
  ['some other text', 'Hello'],
  ['half a clip', writeClip(clip).slice(0, -4)],
  ['a clip without tops', '{"festoon-clip":1,"tops":[],"nodes":[]}'],
  ['a node that hangs nowhere', writeClip({ tops: ['c'], nodes: clip.nodes })],
  ['nodes that are none', '{"festoon-clip":1,"tops":["x"],"nodes":[{"id":"x"}]}'],
  ['the page itself', writeClip({ tops: ['root'], nodes: [document.nodes['root']!] })],
  ['keys that reach a prototype', '{"festoon-clip":1,"tops":["x"],"nodes":[{"__proto__":{}}]}'],
])('reads nothing out of %s', (_, text) => {
  expect(readClip(text, isSound)).toBeNull()
})
