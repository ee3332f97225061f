import { pageOf, type Sketch } from '../../schemas/sketch'
import type { Words } from '../../schemas/words'
import type { FormRules } from '../../widgets/form/formSchema'
import { launchChecklist } from './launchChecklist'
import { both, planFor, rulesFor, rulesPopup, shareButton } from './parts'
import { blend, hero, line, pair, shape, tap } from './placed'
import type { Template } from './template'
import { widget } from './widget'

const [opener, popup] = rulesPopup([
  both('每人可领取一次，提交后马上在本页看到全文，之后随时回来都能看。', 'Once a person. It is shown on this page at once, and whenever you come back.'),
  both('邮箱只用于发送清单的更新，可随时退订。', 'Your address is used to send new editions; unsubscribe at any time.'),
  both('资料仅供学习，请勿转售。', 'For learning; please do not sell it.'),
])

/** Details for something that only those who left them are sent: here the text itself, and a link once there is one. */
export const resourceDownload: Template = {
  id: 'resource-download',
  title: { zh: '资料领取', en: 'Resource download' },
  description: { zh: '留邮箱领资料：正文或链接只发给提交的人。', en: 'Leave your address, get the material: nobody else is sent it.' },
  page: ({ locale }) =>
    pageOf(
      {
        title: both('活动上线清单', 'The launch checklist'),
        locale,
        theme: { preset: 'fresh', tokens: sky },
        share: {
          title: both('免费领 30 条活动上线清单', 'Thirty checks before launch, free'),
          description: both('填邮箱即看全文。', 'Leave your address and read it at once.'),
        },
      },
      { props: { layout: 'flow' } },
      [
        opening,
        widget(
          'form',
          'get',
          { title: both('免费领取', 'Get it free'), button: both('立即领取', 'Get it'), thanks: both('领取成功', 'Here it is') },
          { play: 'get' },
        ),
        pair(
          'inside',
          { icon: '🧭', title: both('上线前 12 条', '12 before'), text: both('目标、规则、页面、预演', 'Goal, rules, page, rehearsal') },
          { icon: '📈', title: both('上线后 18 条', '18 after'), text: both('进行中 8 条，收尾 10 条', '8 while it runs, 10 to close') },
        ),
        shareButton('分享给同事', 'Share with colleagues'),
        opener,
        popup,
      ],
    ),
  rules: (now) => rulesFor(now, 31, { plays }),
  plan: ({ locale }) =>
    planFor(locale, (t) => ({
      goal: { type: 'acquire', text: t('用资料换取高意向线索。', 'Trade a checklist for leads that mean it.') },
      audience: t('活动运营与市场从业者', 'People who run campaigns'),
      kpis: [
        { metric: 'leads', target: 1500, note: t('有效线索', 'Leads of use') },
        { metric: 'cost_per_lead', target: 12, note: t('元', 'yuan') },
      ],
      channels: [
        { code: 'wechat', name: t('公众号文章', 'WeChat articles'), expectedUv: 6000 },
        { code: 'community', name: t('行业社群', 'Professional groups'), expectedUv: 4000 },
      ],
      budget: [{ kind: 'promo', title: t('内容合作', 'Content'), planned: 120000 }],
      tasks: [
        {
          title: t('校对清单；有附件时在规则里填上链接', 'Proof-read the list; put a link into the rules if there is a file'),
          phase: 'preheat',
          owner: t('内容', 'Content'),
        },
      ],
      risks: [
        {
          title: t('内容有误', 'Something in it is wrong'),
          trigger: t('反馈 > 3 条', 'More than 3 reports'),
          response: t('当天更正正文，并给已领取者发更正。', 'Correct it the same day, and write to those who have it.'),
        },
      ],
    })),
}

const sky = {
  'color.page': '#e9f1fc',
  'color.backdrop': 'linear-gradient(#dbe9ff, #e9f1fc 40%, #f8fbff)',
  'color.onPage': '#10284f',
  'color.text': '#14253f',
  'color.muted': '#52617a',
  'color.line': '#d5e1f2',
  'color.primary': '#1d5fd1',
  'radius.card': '14px',
}

const opening = hero(
  520,
  { gradient: blend(165, '#0d3f99', '#1d5fd1', '#4c8df0') },
  line('title', [24, 76, 327, 60], both('活动上线清单', 'Launch checklist'), { level: 'display', size: 30, colour: '#ffffff' }, { motion: { enter: 'rise' } }),
  line('sub', [24, 138, 327, 34], both('30 条，照着做就不漏', 'Thirty checks, nothing forgotten'), { size: 16, colour: '#e3eeff' }),
  tap(
    'go',
    [24, 446, 327, 54],
    both('免费领取', 'Get it free'),
    [{ do: 'scroll', target: 'get' }],
    { look: 'accent', size: 17, shadow: 'lifted' },
    { motion: { loop: 'pulse' } },
  ),
  line('kicker', [24, 42, 200, 30], both('免费领取 · 全文', 'Free · all of it'), { size: 14, colour: '#ffe3a3', spacing: 1 }),
  shape('sheet-below', [48, 206, 287, 206, 3], { background: '#bcd4ff', radius: 12 }),
  shape('sheet', [40, 196, 295, 222, 358], { background: '#ffffff', radius: 12, shadow: 'lifted' }, { motion: { enter: 'fade' } }),
  ...check(1, 212, both('目标写成一句话', 'The goal in one sentence')),
  ...check(2, 262, both('概率与库存两人复核', 'Odds checked by two people')),
  ...check(3, 312, both('全流程真机走一遍', 'All of it tried on a phone')),
  line('more', [60, 364, 255, 40], both('还有 27 条…', 'and 27 more …'), { size: 14, align: 'center', colour: '#52617a' }),
)

function check(nth: number, y: number, text: Words): readonly Sketch[] {
  return [
    line(`check-${nth}`, [60, y, 34, 44], '✅', { size: 20, lineHeight: 1.7 }),
    line(`check-${nth}-text`, [98, y + 3, 222, 40], text, { size: 14, lineHeight: 1.8, colour: '#14253f' }),
    shape(`check-${nth}-rule`, [60, y + 46, 255, 1], { background: '#d5e1f2' }),
  ]
}

const plays = {
  get: {
    kind: 'form',
    title: both('资料领取', 'Download'),
    every: 'once',
    limit: null,
    reward: null,
    fields: [
      { id: 'company', type: 'text', label: both('公司', 'Company'), required: false, maxLength: 40 },
      { id: 'email', type: 'email', label: both('接收邮箱', 'E-mail'), required: true },
      { id: 'consent', type: 'consent', label: both('我同意接收资料与更新通知', 'You may send me the list and its new editions'), required: true },
    ],
    reveal: { text: launchChecklist },
  } satisfies FormRules,
}
