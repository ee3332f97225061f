import type { PlayScene } from '../../host'
import type { Sample } from '../../sample'
import type { Gain } from '../../points/describeGrant'
import type { FormMine, FormShown, ShownField } from '../rules'
import type { SubmitResult } from '../submit'
import type { Reveal } from '../formSchema'

const both = (zh: string, en: string) => ({ 'zh-CN': zh, en })
const field = (id: string, type: ShownField['type'], label: ShownField['label'], more: Partial<ShownField> = {}): ShownField => ({
  id,
  type,
  label,
  required: true,
  long: false,
  max: type === 'text' ? 100 : 0,
  several: false,
  options: [],
  link: null,
  ...more,
})
const options = (...texts: readonly (readonly [string, string])[]) => texts.map(([zh, en], i) => ({ id: `o${i}`, text: both(zh, en) }))

const coins: Gain = { give: 'points', title: both('积分', 'points'), min: 50, max: 50, times: 1, icon: null }
const shown: FormShown = {
  every: 'once',
  left: null,
  reward: coins,
  fields: [
    field('name', 'text', both('姓名', 'Name')),
    field('phone', 'phone', both('手机号', 'Phone')),
    field('session', 'choice', both('想参加哪一场', 'Which session'), {
      options: options(['周六上午 10:00', 'Saturday, 10 am'], ['周六下午 14:00', 'Saturday, 2 pm'], ['周日上午 10:00', 'Sunday, 10 am']),
    }),
    field('topics', 'choice', both('感兴趣的主题', 'Topics you like'), {
      several: true,
      required: false,
      options: options(['新品体验', 'New products'], ['烹饪课堂', 'Cooking class']),
    }),
    field('stars', 'rating', both('对上次活动的评价', 'How was it last time?'), { max: 5, required: false }),
    field('note', 'text', both('想对我们说的话', 'Anything else?'), { long: true, max: 500, required: false }),
    field('consent', 'consent', both('我同意主办方为本活动使用以上信息', 'My details may be used for this activity'), { link: '/terms' }),
  ],
}
const fresh: FormMine = { done: false, sent: 0, reveal: null }
const reveal: Reveal = { text: both('资料已为你准备好，点击下载', 'Your file is ready'), link: '/files/guide.pdf', button: both('下载资料', 'Download') }
const sent: SubmitResult = { gained: coins, missed: false, reveal }
const problem = (path: string, message: string) => ({ path: `/input/answers/${path}`, message })

const play = (more: Partial<PlayScene<FormShown, FormMine>> = {}): PlayScene =>
  // Interfaces are no `Json` to the compiler; these hold nothing else.
  ({ status: 'ready', stage: 'running', shown, mine: fresh, ...more }) as unknown as PlayScene

export const formSamples: readonly Sample[] = [
  { name: 'before', title: { zh: '未开始', en: 'Not started' }, play: play({ stage: 'before' }) },
  { name: 'ready', title: { zh: '可填写', en: 'Ready' }, play: play() },
  { name: 'busy', title: { zh: '提交中', en: 'Sending' }, play: play(), state: { busy: true } },
  {
    name: 'wrong',
    title: { zh: '填写有误', en: 'Something wrong' },
    play: play(),
    trouble: {
      code: 'bad-input',
      title: '请检查标出的内容',
      problems: [problem('phone', '请填写正确的手机号'), problem('session', '请选择'), problem('consent', '需要同意才能提交')],
    },
  },
  { name: 'won', title: { zh: '刚刚提交', en: 'Just sent' }, play: play({ mine: { done: true, sent: 1, reveal } }), state: { last: sent } },
  { name: 'done', title: { zh: '已提交过', en: 'Sent before' }, play: play({ mine: { done: true, sent: 1, reveal } }) },
  {
    name: 'done-today',
    title: { zh: '今日已提交', en: 'Done today' },
    play: play({ shown: { ...shown, every: 'day' }, mine: { done: true, sent: 1, reveal: null } }),
  },
  {
    name: 'missed',
    title: { zh: '奖励已发完', en: 'Rewards ran out' },
    play: play({ mine: { done: true, sent: 1, reveal: null } }),
    state: { last: { gained: null, missed: true, reveal: null } },
  },
  { name: 'left', title: { zh: '名额有限', en: 'Few places left' }, play: play({ shown: { ...shown, left: 8 } }) },
  { name: 'full', title: { zh: '名额已满', en: 'Full' }, play: play({ shown: { ...shown, left: 0 } }) },
  { name: 'refused', title: { zh: '被拒绝', en: 'Refused' }, play: play(), trouble: { code: 'no-network', title: '网络不太顺畅' } },
  { name: 'ended', title: { zh: '已结束', en: 'Ended' }, play: play({ stage: 'ended' }) },
  { name: 'offline', title: { zh: '已暂停', en: 'Paused' }, play: play({ status: 'offline' }) },
  { name: 'loading', title: { zh: '加载中', en: 'Loading' }, play: play({ status: 'loading', stage: 'before', mine: null }) },
  { name: 'failed', title: { zh: '加载失败', en: 'Failed' }, play: play({ status: 'failed', stage: 'before', mine: null }) },
]
