import type { Words } from '../../schemas/words'

const before: readonly (readonly [zh: string, en: string])[] = [
  ['目标写成一句话：让谁、多久、做成什么', 'The goal in one sentence: who does what by when'],
  ['关键指标不超过五个，各有基线', 'Five key figures at most, each with where it stands now'],
  ['预算盖得住全部库存', 'The budget pays for all of the stock'],
  ['概率与库存由两个人各算一遍', 'Odds and stock worked out by two people'],
  ['规则写清次数、上限与发完之后', 'Rules say how often, how many, and what when all is gone'],
  ['页面三秒内说清是什么、得什么、怎么参加', 'The page tells in three seconds what, what for and how'],
  ['中英文、长标题都看过', 'Both languages and long titles looked at'],
  ['最便宜的手机真机走完全程', 'All of it tried on the cheapest phone'],
  ['未开始、进行中、已结束都预览过', 'Seen before the start, while it runs and after the end'],
  ['个人信息只收必要的，并征得同意', 'Only the details that are needed, with consent'],
  ['客服拿到问答稿', 'Support has answers to the likely questions'],
  ['备用版本与回滚演练过', 'Rolling back rehearsed'],
]
const during: readonly (readonly [zh: string, en: string])[] = [
  ['上线十分钟内自己参加一次', 'Take part yourself within ten minutes'],
  ['每天同一时间看数', 'Look at the figures at the same hour every day'],
  ['盯住拒绝原因的前三名', 'Know the three commonest refusals'],
  ['库存按天估算还能发几天', 'Work out how many days the stock will last'],
  ['异常账号当天复核', 'Look into odd accounts the same day'],
  ['改规则前先想清对已参与者的影响', 'Before changing rules, think of those who took part'],
  ['公告写清发生了什么、怎么补偿', 'Say what happened and how it is made good'],
  ['渠道效果差就换入口，不动承诺', 'Change a weak channel, never a promise'],
]
const closing: readonly (readonly [zh: string, en: string])[] = [
  ['到点自动结束，确认页面状态', 'It ends by itself: see that the page says so'],
  ['榜单锁定后截图存档', 'Keep a picture of the frozen board'],
  ['公示中奖名单并脱敏', 'Announce winners with their names masked'],
  ['实物七个工作日内寄出', 'Ship goods within seven working days'],
  ['未领奖者再提醒一次', 'Remind those who have not claimed'],
  ['对账：发出的与流水一致', 'Reconcile what was given with the journal'],
  ['收集十条真实反馈', 'Collect ten things that people really said'],
  ['目标与结果逐项对照', 'Compare goal and result, figure by figure'],
  ['写下三条做对的、三条要改的', 'Three things that went well, three to change'],
  ['到期删除个人信息', 'Delete personal details when they are due'],
]

function listOf(at: 0 | 1, titles: readonly [string, string, string]): string {
  let nth = 0
  return [before, during, closing].map((items, part) => [titles[part], ...items.map((item) => `${++nth}. ${item[at]}`)].join('\n')).join('\n')
}

/** Thirty checks of a campaign, before, while and after it runs. */
export const launchChecklist: Words = {
  'zh-CN': listOf(0, ['【上线前】', '【进行中】', '【收尾】']),
  'en': listOf(1, ['BEFORE', 'WHILE IT RUNS', 'TO CLOSE']),
}
