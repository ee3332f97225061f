import { pageOf } from '../../schemas/sketch'
import type { FormRules } from '../../widgets/form/formSchema'
import { both, planFor, rulesFor, rulesPopup, shareButton } from './parts'
import type { Template } from './template'
import { widget } from './widget'

const [opener, popup] = rulesPopup([
  both('每人可领取一次,链接提交后立即可见。', 'Once a person; the link is shown at once.'),
  both('信息仅用于资料发送与更新通知,可随时退订。', 'Your details are used to send and renew it; unsubscribe at any time.'),
  both('资料仅供学习,请勿转售。', 'For learning; please do not sell it.'),
])

/** Details for a file whose link only those who left them are given. */
export const resourceDownload: Template = {
  id: 'resource-download',
  title: { zh: '资料领取', en: 'Resource download' },
  description: { zh: '留资领资料:链接只发给提交的人,附分享海报。', en: 'Leave your details, get the file: its link is given to nobody else.' },
  page: ({ locale }) =>
    pageOf(
      {
        title: both('运营资料包', 'The toolkit'),
        locale,
        theme: { preset: 'ink' },
        share: { title: both('免费领运营资料包', 'The toolkit, free'), description: both('30 份模板与清单,填表即领。', '30 templates and lists.') },
      },
      { props: { layout: 'flow' } },
      [
        widget('poster', 'poster', {
          kicker: both('限时免费', 'Free for now'),
          title: both('活动运营资料包', 'Campaign toolkit'),
          subtitle: both('30 份模板,拿来就能用', '30 templates, ready to use'),
          showTimes: true,
          benefits: [
            { icon: '🗂️', text: both('策划模板 12 份', '12 plans') },
            { icon: '📊', text: both('复盘表 8 份', '8 reviews') },
            { icon: '✅', text: both('检查清单 10 份', '10 lists') },
          ],
          stepsTitle: both('怎么参加', 'How to take part'),
          steps: [both('填写信息', 'Leave details'), both('马上看到链接', 'See the link'), both('保存到网盘', 'Save it')],
          decor: 'none',
          canSave: true,
        }),
        widget(
          'form',
          'get',
          { title: both('免费领取', 'Get it free'), button: both('立即领取', 'Get it'), thanks: both('领取成功', 'Here it is') },
          { play: 'get' },
        ),
        widget(
          'section',
          'inside',
          { title: both('资料里有什么', 'What is inside'), look: 'card', layout: 'flow' },
          {},
          widget('text', 'inside-text', {
            text: both(
              '① 活动策划案与预算表\n② 页面与海报文案模板\n③ 渠道排期与埋点清单\n④ 应急预案与复盘表',
              '1. Plans and budgets\n2. Words for pages and posters\n3. Channels and tracking\n4. Plan B and reviews',
            ),
            level: 'body',
            align: 'left',
          }),
        ),
        shareButton('分享给同事', 'Share with colleagues'),
        opener,
        popup,
      ],
    ),
  rules: (now) => rulesFor(now, 31, { plays }),
  plan: () =>
    planFor({
      goal: { type: 'acquire', text: both('用资料换取高意向线索。', 'Trade a toolkit for leads that mean it.') },
      audience: '活动运营与市场从业者',
      kpis: [
        { metric: 'leads', target: 1500, note: '有效线索' },
        { metric: 'cost_per_lead', target: 12, note: '元' },
      ],
      channels: [
        { code: 'wechat', name: '公众号文章', expectedUv: 6000 },
        { code: 'community', name: '行业社群', expectedUv: 4000 },
      ],
      budget: [{ kind: 'promo', title: '内容合作', planned: 120000 }],
      tasks: [{ title: '整理并脱敏资料', phase: 'preheat', owner: '内容' }],
      risks: [{ title: '链接失效', trigger: '打不开反馈 > 3 条', response: '更换网盘并给已领取者补发邮件。' }],
    }),
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
      { id: 'consent', type: 'consent', label: both('我同意接收资料与更新通知', 'You may send me the file and its news'), required: true },
    ],
    reveal: {
      text: both('资料已准备好,点下面的按钮打开。', 'Your file is ready: open it below.'),
      link: 'https://example.com/toolkit',
      button: both('打开资料包', 'Open the toolkit'),
    },
  } satisfies FormRules,
}
