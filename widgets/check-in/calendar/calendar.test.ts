import { describe, expect, it } from 'vitest'
import type { Locale } from '../../../schemas/words'
import { checkInCalendarSamples as samples } from './samples'
import { checkInCalendar, type CheckInCalendarProps } from './spec'
import { checkInCalendarView as view } from './view'
import { calendarDays } from './weeks'
import { drawSample } from '../../points/drawSample'

const draw = (name: string, props: Partial<CheckInCalendarProps> = {}, locale: Locale = 'zh-CN') =>
  drawSample(
    view,
    { ...checkInCalendar.defaults, ...props },
    samples.find((sample) => sample.name === name)!,
    locale,
  )
const button = (text: string) => /<button type="button" class="btn[^>]*>/.exec(text)![0]

describe('the calendar', () => {
  it('shows the week of today from Monday on, or the six weeks that hold any month', () => {
    expect(calendarDays('2026-01-15', 'week')).toEqual(['2026-01-12', '2026-01-13', '2026-01-14', '2026-01-15', '2026-01-16', '2026-01-17', '2026-01-18'])
    expect(calendarDays('2026-01-15', 'month').slice(0, 1)).toEqual(['2025-12-29'])
    expect(calendarDays('2026-03-31', 'month')).toHaveLength(42)
    expect(calendarDays('2026-03-31', 'month')).toEqual(expect.arrayContaining(['2026-03-01', '2026-03-31']))
    expect(calendarDays('', 'week')).toEqual(Array(7).fill(''))
  })

  it('keeps as many places while it loads as it has days later', () => {
    for (const layout of ['week', 'month'] as const) {
      const days = (text: string) => /<ul class="ci-days[^>]*>(.*?)<\/ul>/.exec(text)![1]!.split('<li').length
      expect(days(draw('loading', { layout }))).toBe(days(draw('ready', { layout })))
    }
  })

  it('can be acted on only when it is ready', () => {
    const enabled = samples.filter(({ name }) => !button(draw(name)).includes('disabled')).map(({ name }) => name)
    expect(enabled).toEqual(['ready', 'make-up', 'refused'])
  })

  it('ticks days done, marks today and offers a missed day', () => {
    const text = draw('ready')
    expect(text).toContain('<li class="on"><i aria-hidden="true">✓</i><small>12</small><span class="sr">已签到</span></li>')
    expect(text).toContain('<li class="" aria-current="date"><i aria-hidden="true"></i><small>今天</small></li>')
    expect(text).toContain(
      '<button type="button" data-click="pick" data-day="2026-01-13"><i aria-hidden="true">补</i><small>13</small><span class="sr">补签 01/13</span></button>',
    )
  })

  it('asks before a make-up is paid for', () => {
    expect(draw('make-up')).toContain('用 1 张补签卡')
    expect(draw('make-up')).toMatch(/data-click="go" >补签 01\/13</)
  })

  it('says at once what was gained', () => {
    expect(draw('won')).toContain('签到成功 积分 +20 ×2 新年徽章')
    expect(draw('won', {}, 'en')).toContain('Done! +20 points ×2 New Year badge')
  })

  it('promises and offers nothing when it is over', () => {
    expect(draw('ended')).not.toContain('再签')
    expect(['before', 'ended', 'offline'].map((name) => draw(name).includes('data-click="pick"'))).toEqual([false, false, false])
  })

  it('tells how far the next reward is', () => {
    expect(draw('ready')).toContain('再签 2 天得“抽奖机会 +2”')
    expect(draw('ready', {}, 'en')).toContain('2 more for +2 draws')
    expect(draw('ready', { milestones: false })).not.toContain('progress')
  })

  it('says why nothing can be done', () => {
    expect(
      ['before', 'ended', 'offline', 'loading', 'failed', 'refused', 'closed-hours'].map(
        (name) => /活动还没开始|活动已结束|活动暂停中|加载中|网络不太顺畅|没有补签卡|06:00–09:00 可签到/.exec(draw(name))?.[0],
      ),
    ).toEqual(['活动还没开始', '活动已结束', '活动暂停中', '加载中', '网络不太顺畅', '没有补签卡', '06:00–09:00 可签到'])
  })
})
