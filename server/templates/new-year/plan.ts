import { planFormat, type PlanDocument } from '../../../schemas/plan'
import { wordsIn, type Locale } from '../../../schemas/words'

/** The team's plan of the New-Year activity. Amounts in fen. */
export function newYearPlan(locale: Locale): PlanDocument {
  const t = wordsIn(locale)
  return {
    format: planFormat,
    goal: {
      type: 'activate',
      text: t('新年期间拉新、促活，带动业务增长，提升品牌形象。', 'Win newcomers and bring members back over the New Year, lift business and the brand.'),
    },
    background: t(
      '迎接新年，提升用户活跃度和平台影响力，在同行中提高竞争力。',
      'Greet the New Year, be used more and better known, and stand out among our peers.',
    ),
    audience: t('新注册用户；近 90 天有登录的老用户；会员。', 'Newcomers; people who came in the last 90 days; members.'),
    kpis: [
      { metric: 'new_visitors', target: 5000, note: t('活动期间新增注册', 'Joined while it runs') },
      { metric: 'dau', baseline: 10_000, target: 13_000, note: t('活动期间日活提升 30%', '30 % more daily actives while it runs') },
      { metric: 'participation', baseline: 0.35, target: 0.45, note: t('参与者 ÷ UV', 'Took part ÷ visitors') },
      { metric: 'gmv_uplift', baseline: 0, target: 0.2 },
      { metric: 'retention_after_end', target: 0.25, note: t('活动结束后 7 天新用户留存', 'Newcomers still here a week after the end') },
    ],
    channels: [
      { code: 'in-app', name: t('平台公告与站内信', 'Notices and inbox'), expectedUv: 20_000 },
      { code: 'wechat', name: t('微信公众号', 'WeChat account'), expectedUv: 15_000 },
      { code: 'weibo', name: t('微博', 'Weibo'), expectedUv: 6000, cost: 800_000 },
      { code: 'store', name: t('线下合作门店海报', 'Posters in partner shops'), expectedUv: 3000, cost: 300_000 },
    ],
    budget: [
      { kind: 'prize', title: t('抽奖奖品、徽章、终极大奖', 'Prizes, badges, the grand prize'), planned: 4_000_000 },
      { kind: 'promo', title: t('社交媒体与合作推广、物料', 'Social media, partners, printed matter'), planned: 1_500_000 },
      { kind: 'tech', title: t('系统开发与压力测试', 'Development and load tests'), planned: 800_000 },
      { kind: 'staff', title: t('客服人力', 'Support'), planned: 600_000 },
      { kind: 'other', title: t('策划与协调', 'Planning and coordination'), planned: 200_000 },
    ],
    tasks: tasksIn(t),
    risks: risksIn(t),
  }
}

type Picker = ReturnType<typeof wordsIn>

function tasksIn(t: Picker): PlanDocument['tasks'] {
  const [lead, design, engineering, operations, support] = [
    t('总控', 'Lead'),
    t('设计', 'Design'),
    t('技术', 'Engineering'),
    t('运营', 'Operations'),
    t('客服', 'Support'),
  ]
  return [
    { title: t('成立专项小组，明确分工', 'Form the team, divide the work'), phase: 'preheat', owner: lead },
    { title: t('活动页面、海报、规则定稿', 'Page, poster and rules final'), phase: 'preheat', owner: design },
    { title: t('技术测试与压力测试', 'Technical and load tests'), phase: 'preheat', owner: engineering },
    { title: t('公告、站内信、推送', 'Notices, inbox, push'), phase: 'preheat', owner: operations },
    { title: t('启动日双倍福气值公告', 'Announce double points on launch day'), phase: 'start', owner: operations },
    { title: t('每日看数：参与率、奖品消耗、拒绝原因', 'Daily figures: participation, prizes, refusals'), phase: 'peak', owner: operations },
    { title: t('终极大奖抽取与公示', 'Grand draw, and its winner announced'), phase: 'closing', owner: operations },
    { title: t('奖品寄送与反馈收集', 'Prizes shipped, feedback collected'), phase: 'closing', owner: support },
    { title: t('复盘：目标回顾、效果评估、原因分析、经验总结', 'Review: goals, results, reasons, lessons'), phase: 'closing', owner: lead },
  ]
}

function risksIn(t: Picker): PlanDocument['risks'] {
  return [
    {
      title: t('页面卡顿或崩溃', 'The page is slow or breaks'),
      trigger: t('卡顿率 > 5% 或错误率 > 1%', 'Stalls > 5 % or errors > 1 %'),
      response: t('切换为静态页并公告；恢复后按受影响名单补偿福气值。', 'Switch to a static page and say so; afterwards give points to those affected.'),
    },
    {
      title: t('参与度不足', 'Too few take part'),
      trigger: t('开始 48 小时参与率 < 25%', 'Participation < 25 % after 48 hours'),
      response: t('增加首页入口与推送；在不降低既有承诺的前提下增加奖励。', 'Add entrances and notices; raise rewards without lowering what was promised.'),
    },
    {
      title: t('刷奖与信息安全', 'Faked wins, and security'),
      trigger: t('异常行为占比 > 3%', 'Odd behaviour > 3 %'),
      response: t('限制频率、人工复核大奖；联系信息加密保存。', 'Limit rates, verify big wins by hand; keep contact details encrypted.'),
    },
  ]
}
