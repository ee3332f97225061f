import { dictionary } from '../../i18n/dictionary'

export const presenceWords = dictionary({
  others: { zh: '一起编辑的人', en: 'People editing with you' },
  here: { zh: '{name} 也打开了这个页面', en: '{name} has this page open too' },
  at: { zh: '{name} 正在编辑“{node}”', en: '{name} is at “{node}”' },
})
