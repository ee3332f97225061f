import { describe, expect, it } from 'vitest'
import type { Locale } from '../../schemas/words'
import type { PlayScene } from '../host'
import { drawSample } from '../points/drawSample'
import { voteRanking } from './ranking/spec'
import { voteRankingView } from './ranking/view'
import { voteRankingSamples, voteSamples } from './samples'
import { voteWidget } from './vote/spec'
import { voteView } from './vote/view'

const sampleOf = (name: string) => voteSamples.find((sample) => sample.name === name)!
const draw = (name: string, props = {}, locale: Locale = 'zh-CN') => drawSample(voteView, { ...voteWidget.defaults, ...props }, sampleOf(name), locale)
const rank = (name: string, props = {}) =>
  drawSample(
    voteRankingView,
    { ...voteRanking.defaults, ...props },
    voteRankingSamples.find((sample) => sample.name === name)!,
    'zh-CN',
  )
const keys = (text: string) => [...text.matchAll(/<li data-key="(\w*)"/g)].map(([, key]) => key)

describe('the vote', () => {
  it('tells what each candidate has got and what this visitor has left', () => {
    expect(draw('ready', {}, 'en')).toContain('3 votes left')
    expect(draw('ready')).toContain('<progress max="26826" value="12840" aria-label="春日山野"></progress><small>12,840 票</small>')
    expect(draw('won')).toContain('✓ 已投 1')
    expect(draw('won')).toContain('投票成功 积分 +5')
    expect(draw('out')).toContain('票已投完')
  })

  it('keeps room for votes that are not known yet, and needs none for secret ones', () => {
    expect(draw('loading').match(/<progress/g)).toHaveLength(4)
    expect(draw('hidden')).not.toContain('<progress')
    expect(draw('hidden')).toContain('结束后公布票数')
  })

  it('lets the server say no while it is open, and shuts the buttons when it is not', () => {
    expect(draw('out')).not.toContain('disabled')
    for (const name of ['before', 'closed', 'ended', 'offline', 'loading', 'busy']) expect(draw(name).match(/ disabled>/g), name).toHaveLength(4)
  })

  it('stands in the visitor’s own order where there is one', () => {
    const { play } = sampleOf('ready')
    // A sample's `mine` is a record.
    const mine = { ...(play!.mine as object), order: ['c', 'a', 'd', 'b'] }
    const own = { ...sampleOf('ready'), play: { ...play, mine } as PlayScene }
    expect(keys(drawSample(voteView, voteWidget.defaults, own, 'zh-CN'))).toEqual(['c', 'a', 'd', 'b'])
    expect(keys(draw('ready'))).toEqual(['a', 'b', 'c', 'd'])
  })
})

describe('the ranking of a vote', () => {
  it('shows the first places by votes', () => {
    expect(keys(rank('ready', { rows: 3 }))).toEqual(['a', 'b', 'c'])
    expect(rank('closed')).toContain('最终结果 · 共 26,826 票')
  })

  it('gives medals to the first three, and none to who has no vote yet', () => {
    expect(rank('ready').match(/vr-best/g)).toHaveLength(3)
    for (const name of ['empty', 'before', 'loading', 'hidden']) expect(rank(name), name).not.toContain('vr-best')
  })

  it('names nobody while votes are secret or unknown', () => {
    expect(rank('hidden')).toContain('结束后公布')
    for (const name of ['hidden', 'loading']) expect([keys(rank(name)), rank(name).includes('春日山野')]).toEqual([['', '', '', ''], false])
  })
})
