import { awardStateWords } from '../../../schemas/awardStates'
import { dictionary } from '../../i18n/dictionary'

export const awardsWords = dictionary({
  title: { zh: '中奖记录', en: 'Awards' },
  none: { zh: '还没有人中奖', en: 'Nobody has won yet' },
  noneText: { zh: '每份奖品、归谁、发到哪一步，都会记在这里。', en: 'Each prize is here, whose it is, and how far it has come.' },
  noneOf: { zh: '这位访客没有中奖', en: 'This visitor has won nothing' },
  search: { zh: '访客编号或你方用户 ID', en: 'Visitor or user id' },
  file: { zh: '导出表格', en: 'As a file' },
  when: { zh: '时间', en: 'When' },
  prize: { zh: '奖品', en: 'Prize' },
  visitor: { zh: '访客', en: 'Visitor' },
  onlyThis: { zh: '只看这位访客', en: 'Only this visitor' },
  state: { zh: '状态', en: 'State' },
  ...awardStateWords,
  moveTo: { zh: '改为', en: 'Move to' },
  move: { zh: '改变“{prize}”的状态', en: 'Move “{prize}”' },
  endTitle: { zh: '把“{prize}”改为“{state}”？', en: 'Move “{prize}” to “{state}”?' },
  endText: {
    zh: '访客会看到新的状态，之后不能再改回来。库存和券码不会退回。',
    en: 'The visitor will see it, and it cannot be moved back. Stock and codes stay spent.',
  },
  reason: { zh: '理由', en: 'Reason' },
  moved: { zh: '“{prize}”已改为“{state}”', en: '“{prize}” is now “{state}”' },
  more: { zh: '更早的', en: 'Earlier ones' },
})
