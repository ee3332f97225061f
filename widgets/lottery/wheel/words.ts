import { noticeWords } from '../../notice'

export const wheelWords = {
  ...noticeWords,
  'left': { zh: '你还有 {n} 次机会', en: 'Chances left: {n}' },
  'next': { zh: '今天的机会用完了，下次机会：{at}', en: 'Out of chances until {at}' },
  'spent': { zh: '暂无抽奖机会', en: 'You have no chances' },
  'gone': { zh: '已发完', en: 'gone' },
  'comfort': { zh: '参与奖', en: 'Small prize' },
  'none': { zh: '谢谢参与', en: 'No win' },
  'won': { zh: '恭喜你获得', en: 'You won' },
  'lost': { zh: '差一点点，下次好运', en: 'So close! Better luck next time' },
  'points': { zh: '{n} 积分', en: '{n} points' },
  'chances': { zh: '{n} 次抽奖机会', en: '{n} more chances' },
  'take': { zh: '收下', en: 'Great' },
  'odds': { zh: '中奖概率与规则', en: 'Odds and rules' },
  'perDay': { zh: '每天 {n} 次免费机会。', en: 'Free chances a day: {n}. ' },
  'inAll': { zh: '活动期间最多抽 {n} 次。', en: 'Draws in all: at most {n}. ' },
  'winCapPerVisitor': { zh: '每人最多中奖 {n} 次。', en: 'Prizes per person: at most {n}. ' },
  'fallback': {
    zh: '每次抽奖相互独立。奖品发完后，抽中它改发参与奖。',
    en: 'Every draw stands for itself. Drawing a prize that has run out wins the small prize instead.',
  },
  'renormalise': {
    zh: '每次抽奖相互独立。奖品发完后，它的概率按比例分给其余结果。',
    en: 'Every draw stands for itself. The odds of a prize that has run out are shared among the other outcomes.',
  },
  'no-win': { zh: '每次抽奖相互独立。奖品发完后，抽中它视为未中奖。', en: 'Every draw stands for itself. Drawing a prize that has run out is no win.' },
} as const

export type WheelWord = keyof typeof wheelWords
