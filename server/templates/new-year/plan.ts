import type { PlanDocument } from '../../../schemas/plan'

/** The team's plan of the New-Year activity. Amounts in fen. */
export const newYearPlan: PlanDocument = {
  format: 1,
  goal: {
    type: 'activate',
    text: {
      'zh-CN': '新年期间拉新、促活,带动业务增长,提升品牌形象。',
      'en': 'Win newcomers and bring members back over the New Year, lift business and the brand.',
    },
  },
  background: '迎接新年,提升用户活跃度和平台影响力,在同行中提高竞争力。',
  audience: '新注册用户;近 90 天有登录的老用户;会员。',
  kpis: [
    { metric: 'new_visitors', target: 5000, note: '活动期间新增注册' },
    { metric: 'dau', baseline: 10_000, target: 13_000, note: '活动期间日活提升 30%' },
    { metric: 'participation', baseline: 0.35, target: 0.45, note: '参与者 ÷ UV' },
    { metric: 'gmv_uplift', baseline: 0, target: 0.2 },
    { metric: 'retention_after_end', target: 0.25, note: '活动结束后 7 天新用户留存' },
  ],
  channels: [
    { code: 'in-app', name: '平台公告与站内信', expectedUv: 20_000 },
    { code: 'wechat', name: '微信公众号', expectedUv: 15_000 },
    { code: 'weibo', name: '微博', expectedUv: 6000, cost: 800_000 },
    { code: 'store', name: '线下合作门店海报', expectedUv: 3000, cost: 300_000 },
  ],
  budget: [
    { kind: 'prize', title: '抽奖奖品、徽章、终极大奖', planned: 4_000_000 },
    { kind: 'promo', title: '社交媒体与合作推广、物料', planned: 1_500_000 },
    { kind: 'tech', title: '系统开发与压力测试', planned: 800_000 },
    { kind: 'staff', title: '客服人力', planned: 600_000 },
    { kind: 'other', title: '策划与协调', planned: 200_000 },
  ],
  tasks: [
    { title: '成立专项小组,明确分工', phase: 'preheat', owner: '总控' },
    { title: '活动页面、海报、规则定稿', phase: 'preheat', owner: '设计' },
    { title: '技术测试与压力测试', phase: 'preheat', owner: '技术' },
    { title: '公告、站内信、推送', phase: 'preheat', owner: '运营' },
    { title: '启动日双倍福气值公告', phase: 'start', owner: '运营' },
    { title: '每日看数:参与率、奖品消耗、拒绝原因', phase: 'peak', owner: '运营' },
    { title: '终极大奖抽取与公示', phase: 'closing', owner: '运营' },
    { title: '奖品寄送与反馈收集', phase: 'closing', owner: '客服' },
    { title: '复盘:目标回顾、效果评估、原因分析、经验总结', phase: 'closing', owner: '总控' },
  ],
  risks: [
    { title: '页面卡顿或崩溃', trigger: '卡顿率 > 5% 或错误率 > 1%', response: '切换为静态页并公告;恢复后按受影响名单补偿福气值。' },
    { title: '参与度不足', trigger: '开始 48 小时参与率 < 25%', response: '增加首页入口与推送;在不降低既有承诺的前提下增加奖励。' },
    { title: '刷奖与信息安全', trigger: '异常行为占比 > 3%', response: '限制频率、人工复核大奖;联系信息加密保存。' },
  ],
}
