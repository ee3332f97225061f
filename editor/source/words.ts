import { dictionary } from '../i18n/dictionary'

export const sourceWords = dictionary({
  label: { zh: '{name} 的 JSON 源码', en: 'JSON source of the {name}' },
  clean: { zh: '没有问题', en: 'No problems' },
  notJson: { zh: '还不是有效的 JSON，暂未写回', en: 'Not valid JSON yet; not written back' },
})
