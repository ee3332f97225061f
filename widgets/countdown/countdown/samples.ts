import type { Sample } from '../../sample'

const day = 86_400_000

export const countdownSamples: readonly Sample[] = [
  { name: 'before', title: { zh: '未开始', en: 'Not started' }, sinceStart: -2.5 * day },
  { name: 'ready', title: { zh: '进行中', en: 'Running' }, sinceStart: day / 3 },
  { name: 'ended', title: { zh: '已结束', en: 'Ended' }, sinceStart: 400 * day },
  { name: 'loading', title: { zh: '加载中', en: 'Loading' }, sinceStart: null },
]
