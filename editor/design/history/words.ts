import { dictionary } from '../../i18n/dictionary'

export const historyWords = dictionary({
  title: { zh: '历史', en: 'History' },
  opened: { zh: '最早的状态', en: 'Where it began' },
  hint: { zh: '点任意一步回到那里；刷新后仍然保留。', en: 'Click a step to go there. The history outlives a reload.' },
})
