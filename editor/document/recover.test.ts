import { describe, expect, it } from 'vitest'
import { applyDiff } from '../../schemas/diff'
import { setProp } from './commands/setProp'
import { node, page } from './littleLanguage'
import { recover } from './recover'

const base = page(node('text', 'a'), node('text', 'b'))
const saying = (document: typeof base, id: string, text: string): typeof base => applyDiff(document, setProp(document, { id, path: ['text'], value: text }))
const left = { base: { document: base, revision: '1' }, mine: saying(base, 'a', 'mine'), at: 0 }

describe('recover', () => {
  it('puts lost edits on top of what others saved since', () => {
    const { document, isNews } = recover(left, saying(base, 'b', 'theirs'))
    expect([document.nodes['a']?.props['text'], document.nodes['b']?.props['text'], isNews]).toEqual(['mine', 'theirs', true])
  })
  it('never puts an edit over what was saved there since, but tells of both', () => {
    const { document, conflicts, isNews } = recover(left, saying(base, 'a', 'later'))
    expect([document.nodes['a']?.props['text'], isNews]).toEqual(['later', true])
    expect(conflicts).toMatchObject([{ at: ['nodes', 'a', 'props', 'text'], mine: 'mine', theirs: 'later' }])
  })
  it('has no news when the edits arrived after all', () => {
    expect(recover(left, left.mine).isNews).toBe(false)
  })
})
