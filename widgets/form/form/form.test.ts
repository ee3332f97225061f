import { describe, expect, it } from 'vitest'
import type { Locale } from '../../../schemas/words'
import { drawSample } from '../../points/drawSample'
import { formSamples as samples } from './samples'
import { formWidget } from './spec'
import { formView as view } from './view'

const draw = (name: string, props = {}, locale: Locale = 'zh-CN') =>
  drawSample(
    view,
    { ...formWidget.defaults, ...props },
    samples.find((sample) => sample.name === name)!,
    locale,
  )

describe('the form', () => {
  it('asks each question with the control that fits it, labelled', () => {
    const text = draw('ready')
    expect(text).toContain(
      '<label for="w-phone">手机号<small></small><em></em></label><input type="tel" maxlength="254" autocomplete="tel" id="w-phone" name="phone" required aria-invalid="false">',
    )
    expect(text).toContain('<textarea rows="3" maxlength="500" id="w-note" name="note"')
    expect(text.match(/type="radio" name="session"/g)).toHaveLength(3)
    expect(text.match(/type="checkbox" name="topics"/g)).toHaveLength(2)
    expect(text.match(/type="radio" name="stars"/g)).toHaveLength(5)
    expect(text).toContain('<small>选填 · 可多选</small>')
  })

  it('says at each field what is wrong with it', () => {
    expect(draw('wrong').match(/<em>[^<]+<\/em>/g)).toEqual(['<em>请填写正确的手机号</em>', '<em>请选择</em>', '<em>需要同意才能提交</em>'])
    expect(draw('ready')).not.toMatch(/<em>[^<]+<\/em>|fm-bad/)
  })

  it('promises its reward, and tells what came of it', () => {
    expect(draw('ready')).toContain('value="提交 · 积分 +50"')
    expect(draw('won', {}, 'en')).toContain('+50 points')
    expect(draw('missed')).toContain('奖励已发完')
  })

  it('shows what is revealed only to those who submitted', () => {
    for (const { name } of samples) expect([name, draw(name).includes('/files/guide.pdf')]).toEqual([name, name === 'won' || name === 'done'])
  })

  it('can be filled in as long as it may be open, also before the server was heard', () => {
    const isShut = (name: string) => draw(name).includes('<fieldset class="fm" disabled>')
    expect(['ready', 'busy', 'wrong', 'left', 'loading', 'failed'].filter(isShut)).toEqual([])
    expect(['before', 'full', 'ended', 'offline'].filter(isShut)).toHaveLength(4)
  })

  it('says why nothing can be sent', () => {
    expect(
      ['before', 'ended', 'offline', 'loading', 'failed', 'full', 'done-today'].map(
        (name) => /活动还没开始|活动已结束|活动暂停中|加载中|网络不太顺畅|名额已满|明天可以再来一次/.exec(draw(name))?.[0],
      ),
    ).toEqual(['活动还没开始', '活动已结束', '活动暂停中', '加载中', '网络不太顺畅', '名额已满', '明天可以再来一次'])
  })
})
