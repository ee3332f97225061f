import { expect, it } from 'vitest'
import { deeds } from '../deeds/deeds'
import { matchSound, pinyinOf } from './pinyin'

it.each([
  ['撤销', 'chexiao', 'cx'],
  ['大转盘', 'dazhuanpan', 'dzp'],
  ['重做', 'chongzuo', 'zhongzuo'],
  ['前移一层', 'qianyiyiceng', 'qyyc'],
  ['排行榜', 'paihangbang', 'phb'],
  ['插入 CTA 按钮', 'charu cta anniu', 'cr'],
])('%s is typed %s or %s', (text, whole, short) => {
  expect(matchSound(whole, text)).toBeGreaterThan(0)
  expect(matchSound(short, text)).toBeGreaterThan(0)
})
it('reads every command in letters', () => {
  for (const { name } of deeds) for (const sounds of pinyinOf(name.zh)) expect(sounds).not.toMatch(/\p{Script=Han}/u)
})
it('prefers what begins so, and does not answer single letters or other sounds', () => {
  expect(matchSound('bz', '编组')).toBeGreaterThan(matchSound('bz', '取消编组'))
  expect([matchSound('b', '编组'), matchSound('bianxu', '编组'), matchSound('bz', 'Group')]).toEqual([0, 0, 0])
})
