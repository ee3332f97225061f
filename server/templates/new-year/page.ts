import type { PageDocument } from '../../../schemas/page'
import { pageOf } from '../../../schemas/sketch'
import type { Locale, Words } from '../../../schemas/words'
import { widget } from '../widget'

const both = (zh: string, en: string): Words => ({ 'zh-CN': zh, en })
const before = { when: { phase: ['preheat'] } }
const running = { when: { phase: ['start', 'peak'] } }
const closing = { when: { phase: ['closing'] } }

/** The New-Year page: what, when, what for and how on the first screen; then play, check in, compare; rules one tap away. */
export function newYearPage(locale: Locale): PageDocument {
  const about = {
    title: both('新年福气季', 'New Year Luck Season'),
    locale,
    theme: { preset: 'festive' as const },
    share: {
      title: both('新年福气季：天天抽奖，打卡领福气', 'New Year Luck Season: draw daily, check in, win'),
      description: both('每天一次抽奖机会，连续打卡得限量徽章，还有双人旅行等你来。', 'One draw a day, a badge for a seven-day streak, and a trip for two.'),
    },
  }
  return pageOf(about, { props: { layout: 'flow' } }, [
    poster,
    widget('button', 'rules-top', { text: both('活动规则', 'Rules'), look: 'link' }, { on: { tap: [{ do: 'open', target: 'rules' }] } }),
    widget('countdown', 'countdown', {
      before: both('距离开抽还有', 'The wheel opens in'),
      during: both('距离活动结束', 'The season ends in'),
      after: both('抽奖已结束，感谢参与', 'The draw is over. Thank you!'),
    }),
    widget(
      'text',
      'warm-up',
      { text: both('预热中：现在打卡攒福气，开抽当天翻倍！', 'Warming up: check in now. Points count double on launch day!'), align: 'center' },
      before,
    ),
    widget(
      'text',
      'double',
      { text: both('🔥 启动日：今天获得的福气值全部 ×2', '🔥 Launch day: all points count twice today'), align: 'center' },
      { when: { phase: ['start'] } },
    ),
    widget(
      'lottery-wheel',
      'wheel',
      { title: both('新年大转盘', 'New Year wheel') },
      { play: 'new-year-draw', when: { phase: ['preheat', 'start', 'peak'] }, motion: { enter: 'rise' } },
    ),
    widget('lottery-wheel', 'final-wheel', { title: both('终极大奖：双人旅行', 'Grand draw: a trip for two') }, { play: 'final-draw', ...closing }),
    widget('lottery-winners', 'winners', {}, { play: 'new-year-draw', when: { phase: ['start', 'peak', 'closing'] } }),
    widget(
      'check-in-calendar',
      'calendar',
      { title: both('新年打卡', 'New Year check-in') },
      { play: 'check-in', when: { phase: ['preheat', 'start', 'peak'] } },
    ),
    widget('points-balance', 'points', { title: both('我的福气值', 'My luck points') }, { play: 'points' }),
    widget(
      'leaderboard',
      'board',
      { title: both('福气榜', 'Luck board'), rows: 10, hint: both('打卡或抽奖赢福气值，马上上榜', 'Check in or draw to get on the board') },
      { play: 'top' },
    ),
    widget('lottery-prizes', 'prizes', { title: both('我的奖品', 'My prizes') }, { play: 'final-draw' }),
    widget('button', 'how', { text: both('活动规则', 'Rules'), look: 'quiet' }, { on: { tap: [{ do: 'open', target: 'rules' }] } }),
    widget('button', 'share', { text: both('分享给朋友', 'Share with friends'), look: 'accent', wide: true }, { ...running, on: { tap: [{ do: 'share' }] } }),
    widget('overlay', 'rules', { title: both('活动规则', 'Rules'), place: 'bottom' }, {}, rulesText),
  ])
}

const poster = widget('poster', 'poster', {
  kicker: both('平台新年活动', 'Platform New Year'),
  title: both('新年福气季', 'Luck Season'),
  subtitle: both('天天抽大奖，打卡攒福气', 'Draw daily, gather luck'),
  showTimes: true,
  benefits: [
    { icon: '🎁', text: both('每天一次抽奖', 'One draw a day') },
    { icon: '🏅', text: both('连打 7 天得徽章', '7-day streak badge') },
    { icon: '✈️', text: both('满 10 天抽旅行', '10 days: trip draw') },
  ],
  stepsTitle: both('怎么参加', 'How to take part'),
  steps: [both('转动大转盘', 'Spin the wheel'), both('每天打卡', 'Check in daily'), both('登上福气榜', 'Climb the board')],
  decor: 'lanterns',
  canSave: true,
})

const rulesText = widget('rules-text', 'rules-text', {
  title: '',
  showTimes: true,
  items: [
    both(
      '抽奖：活动期间每人每天有 1 次免费抽奖机会，当天有效；连续打卡 3 天再得 1 次。',
      'Draws: everyone has one free draw a day, valid that day; a three-day streak adds one.',
    ),
    both(
      '奖品：一等奖品牌降噪耳机 5 副（0.1%），二等奖 50 元消费券 300 张（5%），三等奖定制保温杯 100 个（2%）；其余为 5–50 福气值的参与奖。',
      'Prizes: 5 earbuds (0.1 %), 300 vouchers of ¥50 (5 %), 100 thermos mugs (2 %); otherwise 5–50 luck points.',
    ),
    both(
      '奖品发完后，对应概率改发参与奖。每人最多获得 3 件奖品，其中耳机、保温杯各 1 件，消费券 2 张。',
      'Once a prize has run out its odds go to the consolation. Three prizes a person at most: one pair of earbuds, two vouchers, one mug.',
    ),
    both(
      '打卡：预热期起每天可打卡一次，得 10 福气值（启动日 ×2）；连续 7 天得限量徽章一枚（共 2000 枚），累计 10 天得一次终极大奖抽奖机会。',
      'Check-in: once a day from the warm-up on, 10 points each (twice that on launch day); seven days in a row earn the badge (2,000 in all), ten in all one chance in the grand draw.',
    ),
    both(
      '终极大奖：收尾期抽一次，双人旅行 1 份（0.2%），其余为 66–188 福气值。',
      'The grand draw: one draw in the closing days, a trip for two (0.2 %, there is one), otherwise 66–188 luck points.',
    ),
    both(
      '断签可补最近 3 天：先用 1 张补签卡，之后每次 30 福气值；补签不发当日福气值。',
      'The last three days can be made up: one card first, then 30 points each. A made-up day earns no points.',
    ),
    both(
      '福气榜按活动期间获得的福气值排名，同分时先达到者在前，活动结束时锁榜。',
      'The board ranks points gained; ties go to who was first; it freezes when the season ends.',
    ),
    both(
      '每次抽奖的结果由公开承诺的随机种子算出，任何人都不能指定中奖者。',
      'Every result is computed from a seed committed to in advance. Nobody can choose a winner.',
    ),
    both('实物奖品在活动结束后 7 个工作日内寄出。', 'Goods are shipped within seven working days after the end.'),
  ],
})
