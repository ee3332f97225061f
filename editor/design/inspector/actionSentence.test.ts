import { expect, it } from 'vitest'
import type { Action } from '../../../schemas/page'
import { chooseLocale } from '../../i18n/chooseLocale'
import { actionSentence } from './actionSentence'

const called = { node: (id: string) => `N${id}`, play: (id: string) => `P${id}`, act: (_play: string, action: string) => action }
const all: readonly Action[] = [
  { do: 'open', target: 'a' },
  { do: 'close' },
  { do: 'toggle', target: 'a' },
  { do: 'toggle', target: 'a', to: 'hidden' },
  { do: 'scroll', target: 'a' },
  { do: 'go', url: 'https://' },
  { do: 'act', play: 'x', action: 'draw' },
  { do: 'share' },
  { do: 'copy', text: '一二三四五六七八九十一二三四五六七八' },
  { do: 'call', tel: '400' },
  { do: 'set', name: 'team', value: true },
]

it.each([
  [
    'zh-CN',
    '打开“Na”|关闭弹窗|切换“Na”的显示|隐藏“Na”|滚动到“Na”|打开链接 …|在“Px”里draw|分享页面|复制“一二三四五六七八九十一二三四五六…”|拨打 400|把 team 设为 true',
  ],
  [
    'en',
    'open “Na”|close the popup|show or hide “Na”|hide “Na”|scroll to “Na”|go to …|draw in “Px”|share the page|copy “一二三四五六七八九十一二三四五六…”|call 400|set team to true',
  ],
] as const)('each action is a sentence in %s', async (language, sentences) => {
  await chooseLocale(language)
  expect(all.map((action) => actionSentence(action, called)).join('|')).toBe(sentences)
})
