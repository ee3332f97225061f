import { describe, expect, it } from 'vitest'
import type { Locale } from '../../../schemas/words'
import { drawSample } from '../../points/drawSample'
import { leaderboardSamples as samples } from './samples'
import { leaderboardWidget } from './spec'
import { leaderboardView as view } from './view'

const draw = (name: string, props = {}, locale: Locale = 'zh-CN') =>
  drawSample(
    view,
    { ...leaderboardWidget.defaults, ...props },
    samples.find((sample) => sample.name === name)!,
    locale,
  )
const rows = (text: string) => text.split('<li').length - 1

describe('the board', () => {
  it('draws as many places as it is told, in every state, so that nothing moves when scores arrive', () => {
    expect(samples.map(({ name }) => rows(draw(name, { rows: 6 })))).toEqual(samples.map(() => 6))
    expect(rows(draw('ready', { rows: 50 }))).toBe(10)
  })

  it('tells the visitor what is missing to the next place, or to the board', () => {
    expect(draw('on-board')).toContain('距上一名还差 641')
    expect(draw('ready')).toContain('距上榜还差 2,251')
    expect(draw('ready', {}, 'en')).toContain('2,251 to get on the board')
    expect(draw('first')).toContain('暂列第一')
  })

  it('marks the visitor’s own row, and only where it is shown', () => {
    expect(draw('on-board')).toContain('<li data-key="4" class="lb-me">')
    expect(draw('ready')).not.toContain('lb-me')
  })

  it('invites those who are not on it', () => {
    expect(draw('unranked')).toContain('参与活动赢得分数')
    expect(draw('empty')).toContain('虚位以待')
  })

  it('invites nobody once it is over', () => {
    expect(draw('nobody')).not.toMatch(/虚位以待|参与活动赢得分数/)
  })

  it('says when scores no longer change', () => {
    expect(draw('frozen')).toContain('已锁榜')
    expect(draw('ended')).toContain('最终排名')
    expect(draw('ended')).not.toContain('还差')
    expect(draw('ready')).toContain('1月31日 20:00 锁榜')
  })

  it('says why it stands still', () => {
    expect(['before', 'offline', 'failed'].map((name) => /活动还没开始|活动暂停中|网络不太顺畅/.exec(draw(name))?.[0])).toEqual([
      '活动还没开始',
      '活动暂停中',
      '网络不太顺畅',
    ])
  })
})
