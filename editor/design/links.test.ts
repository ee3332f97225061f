import { describe, expect, it } from 'vitest'
import { completeLink, isDeadLink } from './links'

describe('an address', () => {
  it.each([
    ['shop.example.com', 'https://shop.example.com'],
    [' example.cn/new-year?from=h5 ', 'https://example.cn/new-year?from=h5'],
    ['example.com:8443', 'https://example.com:8443'],
    ['400-800-1234', 'tel:4008001234'],
    ['+86 138 0013 8000', 'tel:+8613800138000'],
    ['care@example.com', 'mailto:care@example.com'],
    ['https://example.com', 'https://example.com'],
    ['/a/other', '/a/other'],
    ['#top', '#top'],
    ['weixin://dl', 'weixin://dl'],
    ['', ''],
  ])('%j is completed to %j', (typed, completed) => {
    expect(completeLink(typed)).toBe(completed)
    expect(completeLink(completed)).toBe(completed)
  })

  it.each(['', ' ', 'https://', 'http:', 'tel:', '#', 'javascript:alert(1)', ' java\nscript:alert(1)', 'shop.example.com', 'example.cn/x'])(
    '%j leads nowhere',
    (url) => {
      expect(isDeadLink(url)).toBe(true)
    },
  )

  it.each(['https://example.com', '/a/other', '#top', '?page=2', './guide.pdf', 'guide.pdf', 'tel:10086', 'mailto:a@b.cn', 'weixin://dl'])(
    '%j leads somewhere',
    (url) => {
      expect(isDeadLink(url)).toBe(false)
    },
  )
})
