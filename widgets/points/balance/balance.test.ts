import { describe, expect, it } from 'vitest'
import type { Locale } from '../../../schemas/words'
import { drawSample } from '../drawSample'
import { pointsBalanceSamples as samples } from './samples'
import { pointsBalance } from './spec'
import { pointsBalanceView as view } from './view'

const draw = (name: string, locale: Locale = 'zh-CN', props = {}) =>
  drawSample(
    view,
    { ...pointsBalance.defaults, ...props },
    samples.find((sample) => sample.name === name)!,
    locale,
  )

describe('the balance', () => {
  it('is written as the reader writes numbers, and unknown while it loads', () => {
    expect(draw('ready')).toContain('<b>1,280</b> 积分')
    expect(draw('ready', 'en')).toContain('<b>1,280</b> points')
    expect(draw('loading')).toContain('<b>--</b>')
  })

  it('says when points count more, and until when in the activity’s time zone', () => {
    expect(draw('multiplied')).toContain('<b>2 倍进行中</b><br>至 20:00')
    expect(draw('ready')).not.toContain('倍进行中')
  })

  it('lists its entries on a tap, spending without a plus', () => {
    expect(draw('ready')).toContain('aria-expanded="false"')
    const text = draw('open')
    expect(text).toContain('aria-expanded="true"')
    expect(text).toContain('<i>×2</i><b class="pb-in">+20</b>')
    expect(text).toContain('<b>-200</b>')
    expect(draw('empty')).toContain('还没有明细')
    expect(draw('ready', 'zh-CN', { entries: 0 })).not.toContain('toggle')
  })

  it('says why it stands still', () => {
    expect(
      ['before', 'ended', 'offline', 'loading', 'failed'].map((name) => /活动还没开始|活动已结束|活动暂停中|加载中|网络不太顺畅/.exec(draw(name))?.[0]),
    ).toEqual(['活动还没开始', '活动已结束', '活动暂停中', '加载中', '网络不太顺畅'])
  })
})
